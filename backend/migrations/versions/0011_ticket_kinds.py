"""Ticket kinds: several tickets of one event, each with its own places and time of sale."""

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "ticket_kinds",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(length=80), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=True),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("opens_at", sa.DateTime(), nullable=True),
        sa.Column("opens_local", sa.String(length=16), nullable=True),
        sa.Column("closes_at", sa.DateTime(), nullable=True),
        sa.Column("closes_local", sa.String(length=16), nullable=True),
        sa.CheckConstraint("taken >= 0 AND taken <= capacity", name=op.f("ck_ticket_kinds_taken")),
        sa.ForeignKeyConstraint(["event_id"], ["events.id"], name=op.f("fk_ticket_kinds_event_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ticket_kinds")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        op.f("ix_ticket_kinds_event_id_position"), "ticket_kinds", ["event_id", "position"]
    )
    with op.batch_alter_table("sign_ups") as table:
        table.add_column(sa.Column("kind_id", sa.Integer(), nullable=True))
        table.create_foreign_key(op.f("fk_sign_ups_kind_id"), "ticket_kinds", ["kind_id"], ["id"])
        table.create_index(op.f("ix_sign_ups_kind_id"), ["kind_id"])


def downgrade() -> None:
    with op.batch_alter_table("sign_ups") as table:
        table.drop_constraint(op.f("fk_sign_ups_kind_id"), type_="foreignkey")
        table.drop_index(op.f("ix_sign_ups_kind_id"))
        table.drop_column("kind_id")
    op.drop_table("ticket_kinds")
