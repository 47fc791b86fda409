"""The data dictionary says what datapackage.json says."""

from __future__ import annotations

import duckdb

from data import descriptor, dictionary, vocabulary, words


def test_the_document_is_not_stale():
    written = dictionary.TARGET.read_text(encoding="utf-8")
    assert written == dictionary.dictionary(), "stale: run python -m data.dictionary"


def test_every_file_and_column_is_in_it():
    text = dictionary.dictionary()
    for table in descriptor.tables().values():
        section = text.split(f"Table `{table.name}`, file `{table.path}`.")[1].split("\n## ")[0]
        for field in table.fields:
            assert f"| `{field.name}` | {field.type} |" in section
            assert field.description.replace("|", "\\|") in section


def test_every_column_of_the_views_is_in_it(built_database):
    with duckdb.connect(str(built_database), read_only=True) as con:
        views = con.execute("SELECT view_name FROM duckdb_views() WHERE NOT internal").fetchall()
        assert len(views) >= 8
        for (view,) in views:
            if view.startswith("kept_"):  # of analytics/measures, which describes its columns in its own files
                continue
            section = dictionary.VIEWS.split(f"### `{view}`")[1].split("###")[0]
            columns = [row[0] for row in con.execute(f"DESCRIBE {view}").fetchall()]
            listed = [line.split("`")[1] for line in section.splitlines() if line.startswith("| `")]
            assert listed == columns


def test_the_page_of_words_is_current():
    written = vocabulary.TARGET.read_text(encoding="utf-8")
    assert written == vocabulary.vocabulary(), "stale: run python -m data.vocabulary"


def test_no_category_is_called_as_a_standing_is():
    """One scale for where a State stands: what is asked of it for a coming text is told in other words."""
    names = {name.casefold() for name, _ in words.CATEGORIES.values()}
    assert not names & {word.casefold() for word in words.STANDINGS}
    assert len(names) == len(words.CATEGORIES)
