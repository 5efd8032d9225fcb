"""Alembic's entry: the connection comes from the program (isodesk.storage.migrate), never from an ini file."""

from alembic import context

from isodesk.storage.tables import Row

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Row.metadata,
    render_as_batch=True,
    transactional_ddl=True,
    transaction_per_migration=False,
)
context.run_migrations()
