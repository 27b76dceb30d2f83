"""Short names of paths; native calls know their host."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "short_links",
        sa.Column("id", sa.String(length=16), nullable=False),
        sa.Column("path", sa.String(length=400), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_short_links")),
    )
    # They last five minutes: whoever waits for one asks again.
    op.execute("DELETE FROM native_calls")
    with op.batch_alter_table("native_calls") as table:
        table.add_column(sa.Column("host", sa.String(length=20), nullable=False))


def downgrade() -> None:
    op.execute("DELETE FROM native_calls")
    with op.batch_alter_table("native_calls") as table:
        table.drop_column("host")
    op.drop_table("short_links")
