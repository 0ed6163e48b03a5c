"""A table comes back from text as it went there, and holds nothing a spreadsheet would run."""

import csv
import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from pwa_app.logic.table_text import joined_words, split_words, table_rows, table_text

InBrowser = Callable[[str, str, Sequence[Sequence[Any]]], list[Any]]

texts = st.text(
    st.one_of(
        st.sampled_from("\n\"',;\t=+-@＝ a\\"),
        st.characters(exclude_categories=["Cs"], exclude_characters="\r"),
    ),
    max_size=12,
)
tables = st.lists(st.lists(texts, min_size=2, max_size=4), min_size=1, max_size=5)
words = st.lists(texts.map(lambda text: text.strip()).filter(bool), max_size=4)


FORMULA = tuple("=+-@\t\r\n＝＋－＠")
"""What a spreadsheet takes for the start of a formula."""


@given(tables)
@example([[";", ";"]])
def test_a_table_comes_back_as_it_was_written(table: list[list[str]]) -> None:
    assert [row["cells"] for row in table_rows("\ufeff" + table_text(table))] == table


@given(tables)
def test_other_programs_read_the_same_cells_and_none_is_a_formula(table: list[list[str]]) -> None:
    rows = list(csv.reader(io.StringIO(table_text(table), newline=""), strict=True))
    for row, written in zip(rows, table, strict=True):
        # An apostrophe in front guards what looks like a formula, and what starts with one itself.
        guarded = [f"'{cell}" if cell[:1] in (*FORMULA, "'") else cell for cell in written]
        assert row == guarded
        assert all(cell[:1] not in FORMULA for cell in row)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_saved_by_a_spreadsheet_can_be_read(separator: str) -> None:
    written = [
        ["day", "note", "urge"],
        ["2026-11-23", 'She said "hi"\nand left', "3"],
        ["x", "", ""],
    ]
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator="\r\n").writerows(written)
    rows = table_rows(text.getvalue())
    assert [row["cells"] for row in rows] == written
    assert [row["line"] for row in rows] == [1, 2, 4]


def test_empty_lines_count_as_lines_but_are_no_rows() -> None:
    assert table_rows("a,b\n\n1,2\n") == [
        {"line": 1, "cells": ["a", "b"]},
        {"line": 3, "cells": ["1", "2"]},
    ]


@given(words)
def test_words_with_semicolons_come_back_as_they_were(some: list[str]) -> None:
    # Spaces around a word are not kept.
    assert split_words(joined_words(some)) == [word.strip() for word in some]


@given(st.lists(tables, min_size=5, max_size=10), st.lists(words, min_size=5, max_size=10))
@settings(deadline=None, max_examples=25)
def test_browser_and_python_agree_on_tables(
    in_browser: InBrowser, some: list[list[list[str]]], lists: list[list[str]]
) -> None:
    written = [table_text(table) for table in some]
    assert in_browser("table_text.js", "table_text", [(table,) for table in some]) == written
    read = [table_rows(text) for text in written]
    assert in_browser("table_text.js", "table_rows", [(text,) for text in written]) == read
    joined = [joined_words(one) for one in lists]
    assert in_browser("table_text.js", "joined_words", [(one,) for one in lists]) == joined
    split = [split_words(text) for text in joined]
    assert in_browser("table_text.js", "split_words", [(text,) for text in joined]) == split
