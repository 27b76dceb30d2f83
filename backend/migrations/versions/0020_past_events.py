"""The list of events to come is read from an index in its order."""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None

BEFORE = "ix_events_ends_at_starts_at"


def upgrade() -> None:
    with op.batch_alter_table("events") as table:
        # False is right for all: the next sweep notes what has ended.
        table.add_column(sa.Column("past", sa.Boolean(), nullable=False, server_default=sa.false()))
    with op.batch_alter_table("events") as table:
        table.alter_column(
            "past", existing_type=sa.Boolean(), existing_nullable=False, server_default=None
        )
        table.drop_index(op.f(BEFORE))
        table.create_index(op.f("ix_events_past_starts_at"), ["past", "starts_at"])
        table.create_index(op.f("ix_events_ends_at"), ["ends_at"])


def downgrade() -> None:
    with op.batch_alter_table("events") as table:
        table.drop_index(op.f("ix_events_ends_at"))
        table.drop_index(op.f("ix_events_past_starts_at"))
        table.drop_column("past")
        table.create_index(op.f(BEFORE), ["ends_at", "starts_at"])
