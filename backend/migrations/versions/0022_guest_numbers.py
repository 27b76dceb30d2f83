"""Telephone numbers of guests, to be found by an index."""

import json
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None

AT_ONCE = 1000


def upgrade() -> None:
    table = op.create_table(
        "guest_numbers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("sign_up_id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.Integer(), nullable=False),
        sa.Column("digits", sa.String(length=20), nullable=False),
        sa.Column("backwards", sa.String(length=20), nullable=False),
        sa.ForeignKeyConstraint(
            ["sign_up_id"],
            ["sign_ups.id"],
            name=op.f("fk_guest_numbers_sign_up_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_guest_numbers_event_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_guest_numbers")),
    )
    for column in ("digits", "backwards"):
        name = op.f(f"ix_guest_numbers_event_id_{column}")
        op.create_index(name, "guest_numbers", ["event_id", column])
    op.create_index(op.f("ix_guest_numbers_sign_up_id"), "guest_numbers", ["sign_up_id"])
    _fill(table)


def downgrade() -> None:
    op.drop_table("guest_numbers")


def _fill(table: sa.Table) -> None:
    """Keep the numbers of those who have signed up before."""
    db = op.get_bind()
    for event, asked in db.execute(sa.text("SELECT id, questions FROM events")).all():
        phones = [one["id"] for one in _json(asked) if one["kind"] == "phone"]
        after = 0
        while phones:
            some = db.execute(
                sa.text(
                    "SELECT id, answers FROM sign_ups WHERE event_id = :event AND id > :after "
                    "ORDER BY id LIMIT :most"
                ),
                {"event": event, "after": after, "most": AT_ONCE},
            ).all()
            if not some:
                break
            after = some[-1][0]
            rows = [
                {
                    "sign_up_id": id,
                    "event_id": event,
                    "digits": digits,
                    "backwards": digits[::-1],
                }
                for id, answers in some
                for digits in (_digits(_json(answers).get(phone)) for phone in phones)
                if digits
            ]
            if rows:
                db.execute(table.insert(), rows)


def _json(value: Any) -> Any:
    # PostgreSQL's driver has read it already.
    return json.loads(value) if isinstance(value, (str, bytes)) else value


def _digits(typed: Any) -> str:
    digits = str(typed or "").removeprefix("+").replace(" ", "").replace("-", "")
    return digits if digits.isascii() and digits.isdigit() else ""
