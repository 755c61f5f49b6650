"""Whatever bytes come, the answer is a table or a refusal in words: never another error."""

import csv
import io
from contextlib import suppress

from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.exchange.files import FIRST_SHEET, SHEET, sheet_of, with_part
from wellrun.exchange.columns import guess_roles
from wellrun.exchange.dataset import series_from
from wellrun.exchange.tables import FOR_PAGES, Table, TableError, read_table

PIECES = st.sampled_from([
    "", "date", "falls", "2021-01-01", "01/09/2021", "13/09/2021", "2019/20", "1.5", "1,5", "1.234,5", "*",
    "<5", "-", "n/a", "£3", "95%", '"', '""', "\n", "\r", "\x00", "\ufeff", "é", "(3)", "Q1 2020", "2020-W05",
    "Apr-16", "9" * 400, "=1+1", "٣", "1e999", "-0", "inf", "Ward A",
])  # fmt: skip
TAGS = st.sampled_from([
    b"<row>", b"</row>", b"<c>", b"<c r='B9'>", b'<c r="A1" t="s">', b"</c>", b"<v>1</v>", b"<v>9e9</v>",
    b"<v>NaN</v>", b"<c t='d'>", b"<row r='0'>", b"<c r='A0'>", b"&", b"<![CDATA[", b"<!--", b"x",
])  # fmt: skip
CELLS = st.one_of(PIECES, st.text(max_size=8), st.integers(-10, 3000).map(str), st.dates().map(str))
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=12)
ENCODINGS = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252", "utf-32"])
UNHURRIED = settings(deadline=None)
"""A workbook takes as long as the machine is busy; only the answer counts here."""


def survives(content: bytes) -> None:
    try:
        table = read_table(content, limits=FOR_PAGES)
    except TableError:
        return
    assert isinstance(table, Table)
    assert len({len(column) for column in table.columns} | {len(table)}) == 1
    assert len(set(table.header)) == len(table.header)
    with suppress(TableError):
        guess = guess_roles(table)
        order = "day-first" if guess.questions else None
        series_from(table, guess.roles, dates=order)


@UNHURRIED
@given(st.binary(max_size=400))
@example(b"PK\x03\x04")
@example(b"\xff\xfe\x00")
@example(b"\xfe\xff")
@example(b"\xff\xfe\x00\x00")
@example(b'"')
@example(b"sep=")
@example(b"sep=\n")
@example(b'sep="\na"b')
def test_any_bytes_are_survived(content):
    survives(content)


@UNHURRIED
@given(TABLES, st.sampled_from(",;\t|"), ENCODINGS, st.sampled_from(["\n", "\r\n", "\r"]), st.booleans())
def test_anything_like_a_table_is_survived(rows, separator, encoding, ending, quoted):
    if quoted:
        file = io.StringIO()
        csv.writer(file, delimiter=separator, lineterminator=ending).writerows(rows)
        whole = file.getvalue()
    else:
        whole = ending.join(separator.join(row) for row in rows)
    survives(whole.encode(encoding, "replace"))


@UNHURRIED
@given(TABLES)
def test_any_workbook_is_survived(rows):
    survives(sheet_of(*map(tuple, rows)))


@UNHURRIED
@given(st.data())
def test_a_workbook_with_damage_anywhere_is_survived(data):
    package = bytearray(sheet_of(("date", "falls"), ("2021-01-01", 3), ("2021-02-01", 4)))
    for _ in range(data.draw(st.integers(1, 8))):
        package[data.draw(st.integers(0, len(package) - 1))] = data.draw(st.integers(0, 255))
    survives(bytes(package[: data.draw(st.integers(len(package) // 2, len(package)))]))


@UNHURRIED
@given(st.lists(TAGS, max_size=20))
def test_a_sheet_of_broken_markup_is_survived(tags):
    survives(with_part(sheet_of(("a", 1)), FIRST_SHEET, SHEET % b"".join(tags)))
