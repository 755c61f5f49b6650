"""A plain text file read all at once gives the table that reading it row by row gives, word for word."""

from __future__ import annotations

import io
from functools import partial

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellrun.exchange.tables import Limits, TableError, read_table
from wellrun.exchange.tables.at_once import columns_at_once

AT_ONCE, BY_ROW = Limits(at_once=0), Limits(at_once=10**12)
PLAIN = "unit,month,value\nA,2024-01-01,3\nA,2024-02-01,\nB,2024-01-01,4.50\n"


def read(content: bytes, limits: Limits) -> object:
    """The table, or what is said of it."""
    try:
        return read_table(content, name="x.csv", limits=limits)
    except TableError as error:
        return str(error), error.row


def taken(content: bytes, *, encoding: str = "utf-8", rows_above: int = 1, width: int = 3) -> object:
    """The columns that are read at once; ``None`` for a file that is not plain."""
    return columns_at_once(partial(io.BytesIO, content), 0, encoding, ",", 0, rows_above, width)


def test_a_plain_file_is_read_at_once() -> None:
    assert taken(PLAIN.encode()) == [
        ["A", "A", "B"], ["2024-01-01", "2024-02-01", "2024-01-01"], ["3", "", "4.50"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.replace("A,2024-01-01", '"A",2024-01-01').encode(),
        PLAIN.replace("4.50", "4.50,").encode(),
        PLAIN.replace("B,", ",").encode(),
        PLAIN.replace("\n", "\r").encode(),
        PLAIN.replace("B,", "\0,").encode(),
        PLAIN.replace("A,2024-02", "\nA,2024-02").encode(),
        PLAIN.replace("B,", "Zoë,").encode("cp1252"),
        b"unit,month,value\n",
    ],
)
def test_any_other_file_is_left_to_the_reader_that_goes_row_by_row(content: bytes) -> None:
    assert taken(content) is None
    assert read(content, AT_ONCE) == read(content, BY_ROW)


def test_one_column_and_other_encodings_are_read_row_by_row() -> None:
    assert taken(b"value\n3\n4\n", width=1) is None
    assert taken(PLAIN.encode("utf-16"), encoding="utf-16") is None


@pytest.mark.parametrize(
    "content",
    [
        PLAIN.encode(),
        PLAIN.rstrip().encode(),
        PLAIN.replace("\n", "\r\n").encode(),
        b"\xef\xbb\xbf" + PLAIN.replace("A", "Zoë").encode(),
        ("sep=;\n" + PLAIN.replace(",", ";").replace("4.50", "4,50")).encode(),
        ("\n\nFalls on all wards\n\n" + PLAIN).encode(),
        b"A,2024-01-01,3\nB,2024-01-01,4\n",
        (PLAIN + "Source: our own counts,,\n").encode(),
    ],
)
def test_the_table_is_the_same(content: bytes) -> None:
    assert read(content, AT_ONCE) == read(content, BY_ROW)


def test_too_many_rows_are_refused_in_the_same_words() -> None:
    few = Limits(rows=2, at_once=0)
    assert read(PLAIN.encode(), few) == ("The table has more than 2 rows. " + few.advice, None)


CELLS = st.one_of(
    st.sampled_from(["", " ", "A", "3", "1.5", "1,5", "-", "NA", '"', '"B"', "\t", "#N/A", "é"]),
    st.text(st.characters(codec="utf-8"), max_size=4),
)


@given(
    st.lists(st.lists(CELLS, min_size=1, max_size=4), max_size=8),
    st.sampled_from([",", ";", "\t"]),
    st.sampled_from(["\n", "\r\n", "\r"]),
)
def test_any_rows_make_the_same_table(rows: list[list[str]], separator: str, end: str) -> None:
    content = (f"a{separator}b{end}" + end.join(map(separator.join, rows))).encode()
    assert read(content, AT_ONCE) == read(content, BY_ROW)
