"""Prices of tickets: what orders confirm, until when they are good, and when they are paid back."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None

# Table -> column -> its type, and what rows have that are there already.
ADDED: dict[str, tuple[str, Any, Any]] = {
    "ticket_kinds": ("price", sa.Integer(), "0"),
    "events": ("refunds", sa.String(length=10), "start"),
    "orders": ("confirms", sa.Boolean(), sa.false()),
}


def upgrade() -> None:
    for name, (column, kind, default) in ADDED.items():
        with op.batch_alter_table(name) as table:
            table.add_column(sa.Column(column, kind, nullable=False, server_default=default))
        with op.batch_alter_table(name) as table:
            table.alter_column(
                column, existing_type=kind, existing_nullable=False, server_default=None
            )
    with op.batch_alter_table("orders") as table:
        table.add_column(sa.Column("expires_at", sa.DateTime(), nullable=True))


def downgrade() -> None:
    # What the state and the status were called before there were these.
    op.execute("UPDATE orders SET state = 'open' WHERE state = 'closed'")
    op.execute("UPDATE sign_ups SET status = 'offered' WHERE status = 'unpaid'")
    with op.batch_alter_table("orders") as table:
        table.drop_column("expires_at")
    for name, (column, _kind, _default) in ADDED.items():
        with op.batch_alter_table(name) as table:
            table.drop_column(column)
