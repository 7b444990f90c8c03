"""Alembic's entry point: run the steps on the store's own connection."""

from alembic import context

from sync.server.tables import metadata

context.configure(connection=context.config.attributes["connection"], target_metadata=metadata)
context.run_migrations()
