"""Native calls with arguments, found again by a page that was loaded anew."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import mysql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

LONG = sa.Text().with_variant(mysql.MEDIUMTEXT(), "mysql", "mariadb")


def upgrade() -> None:
    # A call lasts minutes, and none that waits now was made by a page that knows these columns.
    op.execute("DELETE FROM native_calls")
    with op.batch_alter_table("native_calls") as table:
        table.add_column(sa.Column("path", sa.String(length=400), nullable=False))
        table.add_column(sa.Column("key", sa.String(length=400), nullable=False))
        table.add_column(sa.Column("arguments", sa.JSON(), nullable=False))
        table.add_column(sa.Column("payment", sa.Text(), nullable=True))
        table.add_column(sa.Column("answer_hash", sa.String(length=64), nullable=True))
        table.add_column(sa.Column("taken_by", sa.String(length=40), nullable=True))
        table.alter_column("result", existing_type=sa.Text(), type_=LONG, existing_nullable=True)
    op.create_index(op.f("ix_native_calls_user_id"), "native_calls", ["user_id"])


def downgrade() -> None:
    op.execute("DELETE FROM native_calls")
    # MySQL needs the index for the foreign key: it is made anew in the same breath.
    with op.batch_alter_table("native_calls") as table:
        table.drop_constraint(op.f("fk_native_calls_user_id"), type_="foreignkey")
        table.drop_index(op.f("ix_native_calls_user_id"))
        table.create_foreign_key(
            op.f("fk_native_calls_user_id"), "users", ["user_id"], ["id"], ondelete="CASCADE"
        )
        table.alter_column("result", existing_type=LONG, type_=sa.Text(), existing_nullable=True)
        for name in ("taken_by", "answer_hash", "payment", "arguments", "key", "path"):
            table.drop_column(name)
