"""The guest list by status."""

from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

NAME = "ix_sign_ups_event_id_status_created_at"


def upgrade() -> None:
    op.create_index(op.f(NAME), "sign_ups", ["event_id", "status", "created_at"])


def downgrade() -> None:
    op.drop_index(op.f(NAME), "sign_ups")
