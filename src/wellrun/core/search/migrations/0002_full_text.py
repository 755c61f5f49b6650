"""The full-text index itself: SQLite's FTS5 or PostgreSQL's text search, kept in step by the database.

Words come folded and apart, so neither database needs a dictionary, and both find the same.
"""

from django.db import migrations

SQLITE = [
    # "external content": the words are stored once, in the table of entries. Triggers as in section 4.4.3 of
    # https://www.sqlite.org/fts5.html.
    """CREATE VIRTUAL TABLE search_fulltext USING fts5(
        kind, title, words, content='search_searchentry', content_rowid='id',
        tokenize='unicode61 remove_diacritics 0', prefix='3')""",
    """CREATE TRIGGER search_entry_added AFTER INSERT ON search_searchentry BEGIN
        INSERT INTO search_fulltext(rowid, kind, title, words) VALUES (new.id, new.kind, new.title, new.words);
    END""",
    """CREATE TRIGGER search_entry_removed AFTER DELETE ON search_searchentry BEGIN
        INSERT INTO search_fulltext(search_fulltext, rowid, kind, title, words)
        VALUES ('delete', old.id, old.kind, old.title, old.words);
    END""",
    """CREATE TRIGGER search_entry_changed AFTER UPDATE ON search_searchentry BEGIN
        INSERT INTO search_fulltext(search_fulltext, rowid, kind, title, words)
        VALUES ('delete', old.id, old.kind, old.title, old.words);
        INSERT INTO search_fulltext(rowid, kind, title, words) VALUES (new.id, new.kind, new.title, new.words);
    END""",
]
POSTGRESQL = [
    """ALTER TABLE search_searchentry
        ADD COLUMN title_vector tsvector GENERATED ALWAYS AS (
            array_to_tsvector(string_to_array(title, ' '))) STORED,
        ADD COLUMN vector tsvector GENERATED ALWAYS AS (
            array_to_tsvector(string_to_array(trim(title || ' ' || words), ' '))) STORED""",
    "CREATE INDEX search_by_title ON search_searchentry USING gin (title_vector)",
    "CREATE INDEX search_by_words ON search_searchentry USING gin (vector)",
]


def make(apps, schema_editor):
    for statement in POSTGRESQL if schema_editor.connection.vendor == "postgresql" else SQLITE:
        schema_editor.execute(statement)


class Migration(migrations.Migration):
    dependencies = [("search", "0001_initial")]
    operations = [migrations.RunPython(make, migrations.RunPython.noop)]
