"""Errors that pages report."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "page_errors",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=100), nullable=False),
        sa.Column("message", sa.String(length=300), nullable=True),
        sa.Column("frames", sa.JSON(), nullable=False),
        sa.Column("builds", sa.JSON(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.Column("this_minute", sa.Integer(), nullable=False),
        sa.Column("first_seen", sa.DateTime(), nullable=False),
        sa.Column("last_seen", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_page_errors")),
        sa.UniqueConstraint("digest", name=op.f("uq_page_errors_digest")),
    )
    op.create_index(op.f("ix_page_errors_last_seen"), "page_errors", ["last_seen"])
    op.create_index(op.f("ix_page_errors_first_seen"), "page_errors", ["first_seen"])


def downgrade() -> None:
    op.drop_table("page_errors")
