"""What hosts call a person stands in a table of its own: one account may have several."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "identities",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("user_id", sa.Integer(), nullable=False),
        sa.Column("host", sa.String(length=20), nullable=False),
        sa.Column("host_id", sa.String(length=100), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_identities_user_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_identities")),
        sa.UniqueConstraint("host", "host_id", name=op.f("uq_identities_host_host_id")),
    )
    op.create_index(op.f("ix_identities_user_id"), "identities", ["user_id"])
    op.execute(
        "INSERT INTO identities (user_id, host, host_id, created_at) "
        "SELECT id, host, host_id, created_at FROM users WHERE host_id IS NOT NULL"
    )
    with op.batch_alter_table("users", table_kwargs={"sqlite_autoincrement": True}) as table:
        table.drop_constraint(op.f("uq_users_host_host_id"), type_="unique")
        table.drop_column("host_id")
        table.drop_column("host")


def downgrade() -> None:
    kept = {"sqlite_autoincrement": True}
    with op.batch_alter_table("users", table_kwargs=kept) as table:
        table.add_column(
            sa.Column("host", sa.String(length=20), nullable=False, server_default="guest")
        )
        table.add_column(sa.Column("host_id", sa.String(length=100), nullable=True))
    # Of several, only the first has a place there.
    first = "SELECT MIN(id) FROM identities GROUP BY user_id"
    for name in ("host", "host_id"):
        op.execute(
            f"UPDATE users SET {name} = (SELECT {name} FROM identities "
            f"WHERE identities.user_id = users.id AND identities.id IN ({first})) "
            "WHERE id IN (SELECT user_id FROM identities)"
        )
    with op.batch_alter_table("users", table_kwargs=kept) as table:
        table.alter_column(
            "host", existing_type=sa.String(20), existing_nullable=False, server_default=None
        )
        table.create_unique_constraint(op.f("uq_users_host_host_id"), ["host", "host_id"])
    op.drop_table("identities")
