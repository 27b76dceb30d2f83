"""Login codes, which people type on a computer."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    # They last a minute: whoever logs in just now does so once more.
    op.execute("DELETE FROM login_tickets")
    with op.batch_alter_table("login_tickets") as table:
        table.add_column(sa.Column("typed", sa.Boolean(), nullable=False))


def downgrade() -> None:
    op.execute("DELETE FROM login_tickets")
    with op.batch_alter_table("login_tickets") as table:
        table.drop_column("typed")
