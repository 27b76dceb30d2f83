"""What Alembic runs: the connection comes from `backend.db`, which also opens the transaction."""

from alembic import context

from backend.models import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    # SQLite cannot alter most of a table: batch mode copies it instead.
    render_as_batch=True,
    compare_server_default=True,
)
context.run_migrations()
