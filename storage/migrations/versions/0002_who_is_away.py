"""
Since when a member is away from home; who of a body is a woman or cannot act alone; how many live in a household.

Revision: 0002, after 0001. Imports nothing of ours; may be run twice. Every column is added with its
default, so that no table is rewritten.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

TEXT = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
TEXTS = (("posts", "away_from"), ("posts", "away_to"), ("body_members", "sex"))


def upgrade() -> None:
    for table, column in TEXTS:
        op.add_column(table, sa.Column(column, TEXT, nullable=False, server_default=sa.text("''")))
    op.add_column(
        "body_members", sa.Column("capable", sa.Integer(), nullable=False, server_default=sa.text("1"))
    )
    op.add_column("households", sa.Column("people", sa.Integer(), nullable=True))


def downgrade() -> None:
    for table, column in (*TEXTS, ("body_members", "capable"), ("households", "people")):
        op.drop_column(table, column)
