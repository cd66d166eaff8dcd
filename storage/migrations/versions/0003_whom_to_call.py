"""
The phone of who speaks for a household, and the last day they are chosen for.

Revision: 0003, after 0002. Imports nothing of ours; may be run twice. Every column is added with its
default, so that no table is rewritten.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

TABLE, COLUMNS = "household_representatives", ("phone", "term")
TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    for column in COLUMNS:
        op.add_column(TABLE, sa.Column(column, TEXT, nullable=False, server_default=sa.text("''")))


def downgrade() -> None:
    for column in COLUMNS:
        op.drop_column(TABLE, column)
