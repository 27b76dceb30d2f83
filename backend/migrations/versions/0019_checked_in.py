"""Events know how many have come in, as they know how many places are taken."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"
branch_labels = None
depends_on = None

COUNTED = """
UPDATE events SET checked_in = COALESCE((
    SELECT SUM(sign_ups.seats) FROM sign_ups
    JOIN check_ins ON check_ins.sign_up_id = sign_ups.id
    WHERE sign_ups.event_id = events.id
), 0)
"""


def upgrade() -> None:
    with op.batch_alter_table("events") as table:
        table.add_column(sa.Column("checked_in", sa.Integer(), nullable=False, server_default="0"))
    op.execute(COUNTED)
    with op.batch_alter_table("events") as table:
        table.alter_column(
            "checked_in", existing_type=sa.Integer(), existing_nullable=False, server_default=None
        )


def downgrade() -> None:
    with op.batch_alter_table("events") as table:
        table.drop_column("checked_in")
