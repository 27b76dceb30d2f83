"""Companions: a sign-up takes several places; one sign-up a person."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

# Of those who have several already, the latest is the one.
HOLDERS = """
UPDATE sign_ups SET holder_id = user_id WHERE id IN (
    SELECT id FROM (SELECT MAX(id) AS id FROM sign_ups GROUP BY user_id, event_id) AS latest
)
"""


def upgrade() -> None:
    with op.batch_alter_table("events") as table:
        table.add_column(sa.Column("most_seats", sa.Integer(), nullable=False, server_default="1"))
    with op.batch_alter_table("events") as table:
        table.alter_column(
            "most_seats", existing_type=sa.Integer(), existing_nullable=False, server_default=None
        )
    with op.batch_alter_table("sign_ups") as table:
        table.add_column(sa.Column("seats", sa.Integer(), nullable=False, server_default="1"))
        table.add_column(sa.Column("holder_id", sa.Integer(), nullable=True))
    op.execute(HOLDERS)
    with op.batch_alter_table("sign_ups") as table:
        table.alter_column(
            "seats", existing_type=sa.Integer(), existing_nullable=False, server_default=None
        )
        table.create_unique_constraint(
            op.f("uq_sign_ups_holder_id_event_id"), ["holder_id", "event_id"]
        )
        table.create_foreign_key(op.f("fk_sign_ups_holder_id"), "users", ["holder_id"], ["id"])


def downgrade() -> None:
    with op.batch_alter_table("sign_ups") as table:
        table.drop_constraint(op.f("fk_sign_ups_holder_id"), type_="foreignkey")
        table.drop_constraint(op.f("uq_sign_ups_holder_id_event_id"), type_="unique")
        table.drop_column("holder_id")
        table.drop_column("seats")
    with op.batch_alter_table("events") as table:
        table.drop_column("most_seats")
