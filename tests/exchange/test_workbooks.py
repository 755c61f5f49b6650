"""Workbooks: sheets, real dates, titles, and traps that are refused before they are opened."""

import struct
from datetime import date, datetime, time

import pytest
import xlsxwriter

from tests.exchange.files import FIRST_SHEET, SHEET, sheet_of, with_part, workbook
from wellrun.exchange.tables import FOR_PAGES, Limits, TableError, read_table

PLAIN = sheet_of(("date", "falls"), (date(2021, 3, 4), 3), (date(2021, 4, 4), 4))
EXACTLY = pytest.mark.parametrize("limits", [Limits(), FOR_PAGES], ids=["command", "page"])


def sheet(content: bytes) -> bytes:
    return with_part(PLAIN, FIRST_SHEET, SHEET % content)


@EXACTLY
def test_real_dates_and_numbers_come_as_they_are(limits):
    table = read_table(PLAIN, limits=limits)
    assert list(table.rows) == [(date(2021, 3, 4), 3.0), (date(2021, 4, 4), 4.0)]
    assert table.notices == ()


def test_times_and_truth_come_as_text_or_moments():
    table = read_table(sheet_of(("x", "y"), (datetime(2021, 3, 4, 5, 6), True), ("a", 1)))
    assert next(iter(table.rows)) == (datetime(2021, 3, 4, 5, 6), "TRUE")


def test_a_title_over_merged_cells_is_left_out_and_said():
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet()
        page.merge_range(1, 1, 1, 2, "Falls on Alder Ward")
        page.write_row(3, 1, ["month", "falls"])
        page.write_row(4, 1, ["2021-01", 3])
        page.write_row(5, 1, ["2021-02", 4])
        page.write(7, 1, "Source: ward records")

    table = read_table(workbook(fill))
    assert table.header == ("month", "falls")
    assert list(table.row_numbers) == [5, 6]
    assert "The header is in row 4" in table.notices[0]


def two_sheets(book: xlsxwriter.Workbook) -> None:
    book.add_worksheet("Empty")
    hidden = book.add_worksheet("Hidden")
    hidden.write_row(0, 0, ["secret", "n"])
    hidden.hide()
    page = book.add_worksheet("Falls")
    page.write_row(0, 0, ["month", "falls"])
    page.write_row(1, 0, ["2021-01", 3])


def test_the_first_sheet_that_is_seen_and_filled_is_read_and_said():
    table = read_table(workbook(two_sheets))
    assert (table.sheet, table.sheets) == ("Falls", ("Empty", "Hidden", "Falls"))
    assert table.notices == ("We read sheet “Falls”. The workbook also has “Empty”, “Hidden”.",)


@pytest.mark.parametrize("wanted", ["Falls", "falls ", "3"])
def test_a_sheet_can_be_named_or_numbered(wanted):
    table = read_table(workbook(two_sheets), sheet=wanted)
    assert table.header == ("month", "falls")
    assert table.notices == ()


def test_a_sheet_that_is_not_there_is_refused_with_those_that_are():
    with pytest.raises(TableError, match=r"no sheet “Wards”\. The sheets are “Empty”, “Hidden”, “Falls”"):
        read_table(workbook(two_sheets), sheet="Wards")
    with pytest.raises(TableError, match="Sheet “Empty” is empty"):
        read_table(workbook(two_sheets), sheet="Empty")


def test_a_workbook_with_nothing_in_it_is_refused():
    with pytest.raises(TableError, match="The workbook is empty"):
        read_table(workbook(lambda book: book.add_worksheet()))


@EXACTLY
def test_cells_without_addresses_are_read(limits):
    rows = (
        b"<row><c t='str'><v>a</v></c><c t='str'><v>b</v></c></row>"
        + b"<row><c><v>1</v></c><c><v>2</v></c></row>" * 3
    )
    assert list(read_table(sheet(rows), limits=limits).rows) == [(1.0, 2.0)] * 3


FAR = b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
TRAPS = {
    "cells in far corners": SHEET % FAR,
    "far corners under another prefix": (
        b'<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>'
        + FAR.replace(b"<", b"<x:").replace(b"<x:/", b"</x:")
        + b"</x:sheetData></x:worksheet>"
    ),
    "far corners in other quotes": SHEET % FAR.replace(b'"', b"'"),
    "an address beyond the last column": SHEET % b'<row r="1"><c r="ZZZZZZZ99999999999"><v>1</v></c></row>',
    "many rows and one wide row, without addresses": SHEET
    % (
        b"<row>"
        + b"<c><v>1</v></c>" * 20_000
        + b"</row>"
        + b"<row/>" * 20_000
        + b"<row><c><v>1</v></c></row>"
    ),
    "hundreds of megabytes of nothing": SHEET % (b" " * 50_000_000),
}


@EXACTLY
@pytest.mark.parametrize("trap", TRAPS.values(), ids=TRAPS.keys())
def test_a_workbook_that_would_fill_the_memory_is_refused(trap, limits):
    with pytest.raises(TableError, match="unpacks to far more than we take"):
        read_table(with_part(PLAIN, FIRST_SHEET, trap), limits=limits)


def test_a_directory_that_lies_about_sizes_changes_nothing():
    package = bytearray(sheet(b" " * 50_000_000))
    at = 0
    while (at := package.find(b"PK\x01\x02", at)) >= 0:
        package[at + 24 : at + 28] = struct.pack("<I", 100)
        at += 4
    with pytest.raises(TableError, match="unpacks to far more"):
        read_table(bytes(package), limits=FOR_PAGES)


def test_one_long_text_repeated_in_every_cell_is_refused_on_a_page():
    def fill(book: xlsxwriter.Workbook) -> None:
        page = book.add_worksheet()
        for row in range(5_000):
            page.write(row, 0, "x" * 32_000)

    with pytest.raises(TableError, match="unpacks to far more"):
        read_table(workbook(fill), limits=FOR_PAGES)


@EXACTLY
def test_addresses_hidden_in_an_attribute_are_not_believed(limits):
    wide = b"<row>" + b"<c x='&lt;row ' y=' r=\"A1\"'><v>1</v></c>" * 20_000 + b"</row>"
    with pytest.raises(TableError, match="unpacks to far more"):
        read_table(sheet(wide + b"<row/>" * 20_000 + b"<row><c><v>1</v></c></row>"), limits=limits)


@pytest.mark.parametrize(
    "package",
    [
        PLAIN[:-100],
        PLAIN[:1000],
        with_part(PLAIN, FIRST_SHEET, b"<worksheet><sheetData><row r='1'><c r='A1'"),
        with_part(PLAIN, "xl/workbook.xml", b""),
        with_part(PLAIN, "xl/workbook.xml", b"not xml"),
        with_part(
            PLAIN, FIRST_SHEET, b"<!DOCTYPE a [<!ENTITY b 'c'>]>" + SHEET % b"<row><c><v>&b;</v></c></row>"
        ),
    ],
)
def test_a_damaged_workbook_is_refused_kindly(package):
    with pytest.raises(TableError, match=r"damaged|empty"):
        read_table(package, limits=FOR_PAGES)


def test_a_time_in_a_cell_is_text():
    assert read_table(sheet_of(("a", "b"), (time(5, 6), 1), (time(5, 7), 2))).column("b") == [1.0, 2.0]
