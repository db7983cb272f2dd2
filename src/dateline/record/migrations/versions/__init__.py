"""The steps from each released layout of a record to the next, for Alembic."""
