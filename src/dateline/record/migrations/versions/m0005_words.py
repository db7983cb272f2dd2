"""The fifth layout: the words of titles and texts, by which documents are searched; existing documents come in too.

SQLite has an FTS5 table that takes its text from `documents` and a trigger that follows each insert. PostgreSQL has a
generated column with a GIN index. Both look for words without case and accents and know no stems and no stop words.
"""

from __future__ import annotations

from alembic import op

revision = "0005"
down_revision = "0004"

SQLITE = (
    "CREATE VIRTUAL TABLE document_words USING fts5(title, text, content='documents', content_rowid='number', "
    "tokenize='unicode61 remove_diacritics 2')",
    "CREATE TRIGGER documents_words AFTER INSERT ON documents BEGIN "
    "INSERT INTO document_words (rowid, title, text) VALUES (NEW.number, NEW.title, NEW.text); END",
    "INSERT INTO document_words (document_words) VALUES ('rebuild')",
)

POSTGRESQL = (
    # Punctuation goes first: the parser would keep "and/or" and addresses together as one word.
    r"""
CREATE FUNCTION dateline_plain(said text) RETURNS text LANGUAGE sql IMMUTABLE AS $$
  SELECT regexp_replace(regexp_replace(normalize(lower(said), NFD), '[\u0300-\u036f]+', '', 'g'),
    '[\u0001-\u002F\u003A-\u0040\u005B-\u0060\u007B-\u00A9\u2000-\u206F\u3000-\u303F]+', ' ', 'g')
$$""",
    # A tsvector takes a megabyte of different words; of a longer text, the first 60,000 characters can be searched.
    # The gap, removed again, keeps phrases from reaching from the title into the text.
    """
CREATE FUNCTION dateline_words(title text, body text) RETURNS tsvector LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  RETURN setweight(to_tsvector('pg_catalog.simple', dateline_plain(title)), 'A')
    || ts_delete(to_tsvector('pg_catalog.simple', 'datelinegap ' || dateline_plain(body)), 'datelinegap');
EXCEPTION WHEN program_limit_exceeded THEN
  RETURN to_tsvector('pg_catalog.simple', dateline_plain(left(title || ' ' || body, 60000)));
END $$""",
    "ALTER TABLE documents ADD COLUMN words tsvector GENERATED ALWAYS AS (dateline_words(title, text)) STORED",
    "CREATE INDEX documents_by_words ON documents USING gin (words)",
)


def upgrade() -> None:
    """Make the index and fill it."""
    connection = op.get_bind()
    for statement in POSTGRESQL if connection.dialect.name == "postgresql" else SQLITE:
        connection.exec_driver_sql(statement)
