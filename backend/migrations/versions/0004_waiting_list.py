"""Waiting list, approval, closing time, messages to guests, and the outbox of jobs."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

# Column of `events` -> what those have that are there already.
DEFAULTS: dict[str, tuple[Any, Any]] = {
    "approval": (sa.Boolean(), sa.false()),
    "waiting_list": (sa.Boolean(), sa.false()),
    "offer_hours": (sa.Integer(), "24"),
    "queued": (sa.Integer(), "0"),
}


def upgrade() -> None:
    with op.batch_alter_table("events") as table:
        for name, (kind, default) in DEFAULTS.items():
            table.add_column(sa.Column(name, kind, nullable=False, server_default=default))
        table.add_column(sa.Column("closes_at", sa.DateTime(), nullable=True))
        table.add_column(sa.Column("closes_local", sa.String(length=16), nullable=True))
        table.add_column(sa.Column("cancelled_at", sa.DateTime(), nullable=True))
        table.add_column(sa.Column("cancel_reason", sa.String(length=500), nullable=True))
    with op.batch_alter_table("events") as table:
        for name, (kind, _default) in DEFAULTS.items():
            table.alter_column(
                name, existing_type=kind, existing_nullable=False, server_default=None
            )
    with op.batch_alter_table("sign_ups") as table:
        table.add_column(sa.Column("queue_number", sa.Integer(), nullable=True))
        table.add_column(sa.Column("offer_ends_at", sa.DateTime(), nullable=True))
        table.add_column(sa.Column("reason", sa.String(length=500), nullable=True))
        table.alter_column("user_id", existing_type=sa.Integer(), nullable=True)
        table.create_index(
            op.f("ix_sign_ups_event_id_status_queue_number"),
            ["event_id", "status", "queue_number"],
        )
    op.create_table(
        "jobs",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("name", sa.String(length=100), nullable=True),
        sa.Column("payload", sa.JSON(), nullable=False),
        sa.Column("run_at", sa.DateTime(), nullable=True),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("error", sa.String(length=100), nullable=True),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_jobs")),
        sa.UniqueConstraint("name", name=op.f("uq_jobs_name")),
    )
    op.create_index(op.f("ix_jobs_run_at"), "jobs", ["run_at"])
    op.create_table(
        "messages",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sign_up_id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("key", sa.String(length=60), nullable=False),
        sa.Column("data", sa.JSON(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("carried_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["sign_up_id"],
            ["sign_ups.id"],
            name=op.f("fk_messages_sign_up_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_messages")),
        sa.UniqueConstraint("sign_up_id", "key", name=op.f("uq_messages_sign_up_id_key")),
    )


def downgrade() -> None:
    op.drop_table("messages")
    op.drop_table("jobs")
    # Nobody's sign-ups have no place in the tables before.
    nobody = "SELECT id FROM sign_ups WHERE user_id IS NULL"
    op.execute(f"DELETE FROM check_ins WHERE sign_up_id IN ({nobody})")
    op.execute("DELETE FROM sign_ups WHERE user_id IS NULL")
    with op.batch_alter_table("sign_ups") as table:
        table.drop_index(op.f("ix_sign_ups_event_id_status_queue_number"))
        for name in ("reason", "offer_ends_at", "queue_number"):
            table.drop_column(name)
        table.alter_column("user_id", existing_type=sa.Integer(), nullable=False)
    with op.batch_alter_table("events") as table:
        for name in ("cancel_reason", "cancelled_at", "closes_local", "closes_at", *DEFAULTS):
            table.drop_column(name)
