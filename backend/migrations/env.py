"""What Alembic runs: the connection comes from `backend.migrate`, which also holds the lock."""

from alembic import context

# Sets what holds for every table there.
import backend.migrations.mysql  # noqa: F401
from backend.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    # SQLite cannot alter most of a table: batch mode copies it instead.
    render_as_batch=True,
    compare_server_default=True,
)
context.run_migrations()
