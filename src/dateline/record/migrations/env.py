"""Alembic's entry: runs the steps on the connection that `record/migrate.py` gives it."""

from __future__ import annotations

from alembic import context

from dateline.record.schema import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, transactional_ddl=False)
context.run_migrations()
