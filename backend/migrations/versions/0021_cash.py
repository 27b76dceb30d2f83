"""Orders that are paid in cash."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("orders") as table:
        table.add_column(sa.Column("cash", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("orders") as table:
        table.alter_column(
            "cash", existing_type=sa.Boolean(), existing_nullable=False, server_default=None
        )


def downgrade() -> None:
    with op.batch_alter_table("orders") as table:
        table.drop_column("cash")
