"""The invented county of ``lianxin demo``: 示范县, with 7 townships, 85 villages and their last three months."""
