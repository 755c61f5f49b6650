"""Text files as they come: encodings, separators, quotes, titles, footnotes, and rows of the wrong width."""

from pathlib import Path

import pytest

from tests.exchange.files import text
from wellrun.exchange.tables import FOR_PAGES, Limits, Table, TableError, read_table

DATA = Path(__file__).parent / "data"


def rows_of(table: Table) -> list[tuple]:
    return list(table.rows)


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252", "latin-1"]
)
def test_every_usual_encoding_is_read(encoding):
    table = read_table(text("month,ward,falls", "2021-01,Zoë,3", "2021-02,Zoë,4", encoding=encoding))
    assert rows_of(table)[0] == ("2021-01", "Zoë", "3")


def test_utf_16_in_big_order_with_its_mark_is_read():
    table = read_table(b"\xfe\xff" + text("a,b", "é,2", encoding="utf-16-be"))
    assert rows_of(table) == [("é", "2")]


def test_a_file_that_is_no_utf_8_is_read_as_western_text_and_said():
    assert "not UTF-8" in read_table("a,b\né,2\n".encode("latin-1")).notices[0]
    assert read_table("a,b\né,2\n".encode()).notices == ()


def test_a_byte_that_windows_does_not_know_is_still_read():
    assert rows_of(read_table(b"a,b\n\x81,2\n")) == [("\x81", "2")]


def test_an_accent_far_down_the_file_still_decides_the_encoding():
    lines = [f"{number},plain" for number in range(30_000)]
    table = read_table(text("n,ward", *lines, "1,Zoë", encoding="cp1252"))
    assert table.column("ward")[-1] == "Zoë"


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_every_usual_separator_is_found(separator):
    lines = [separator.join(cells) for cells in (("date", "falls"), ("2021-01-01", "3"), ("2021-02-01", "4"))]
    table = read_table(text(*lines))
    assert table.header == ("date", "falls")
    assert (f"separated by {'semicolons'}" in " ".join(table.notices)) is (separator == ";")


def test_semicolons_with_decimal_commas_are_not_taken_for_commas():
    table = read_table(text("Datum;Wert;n", "01.02.2021;1,5;2,5", "01.03.2021;2,5;3,5"))
    assert table.header == ("Datum", "Wert", "n")
    assert table.lean == ","


def test_the_separator_that_a_first_line_names_for_excel_is_used():
    assert rows_of(read_table(text("sep=;", "a;b", "1,5;2"))) == [("1,5", "2")]


def test_a_quoted_cell_may_hold_line_ends_separators_and_quotes():
    table = read_table(text("note,falls", '"fell\nin ""bay 2"", at night",3', "none,4"))
    assert rows_of(table)[0] == ('fell\nin "bay 2", at night', "3")
    assert list(table.row_numbers) == [2, 3]


@pytest.mark.parametrize("ending", ["\n", "\r\n", "\r"])
def test_every_line_end_is_read(ending):
    assert rows_of(read_table(f"a,b{ending}1,2{ending}3,4".encode())) == [("1", "2"), ("3", "4")]


def test_a_stray_quote_inside_a_cell_is_kept():
    assert rows_of(read_table(text("size,n", '"5" pipe",3', "6,4")))[1] == ("6", "4")


def test_a_quote_that_never_closes_is_refused_with_its_row():
    with pytest.raises(TableError, match="opens in row 3 never closes") as refusal:
        read_table(text("note,n", "a,1", '"b,2', "c,3"))
    assert refusal.value.row == 3


def test_title_rows_are_left_out_and_said_and_rows_keep_their_numbers():
    lines = [
        "Falls on Alder Ward",
        "Published:,12/01/2021",
        "",
        "month,falls,bed days",
        "2021-01,3,400",
        "2021-02,4,410",
    ]
    table = read_table(text(*lines))
    assert table.header == ("month", "falls", "bed days")
    assert list(table.row_numbers) == [5, 6]
    assert table.notices == ("The header is in row 4. We left out 3 rows above it.",)


def test_notes_below_the_table_are_left_out_and_said():
    table = read_table(
        text("month,falls", "2021-01,3", "2021-02,4", ",", "Source: ward records", "Note: none,")
    )
    assert len(table) == 2
    assert "notes below the table (rows 5 to 6)" in table.notices[0]


def test_blank_rows_and_empty_columns_are_left_out():
    table = read_table(text("month,falls,,", "2021-01,3,,", ",,,", "", "2021-02,4,,"))
    assert table.header == ("month", "falls")
    assert list(table.row_numbers) == [2, 5]


def test_a_hundred_thousand_blank_rows_above_the_table_do_no_harm():
    assert list(read_table(b"\n" * 100_000 + b"a,b\n1,2\n").row_numbers) == [100_002]


def test_columns_of_one_name_are_told_apart_and_said():
    table = read_table(text("n,n,n,falls", "1,2,3,4"))
    assert table.header == ("n", "n (2)", "n (3)", "falls")
    assert "We call the second one “n (2)”" in table.notices[0]


def test_a_column_without_a_name_gets_its_letter():
    assert read_table(text(",falls", "2021-01,3", "2021-02,4")).header == ("column A", "falls")


def test_a_table_without_a_header_is_read_and_said():
    table = read_table(text("2021-01-01,3", "2021-02-01,4"))
    assert table.header == ("column A", "column B")
    assert list(table.row_numbers) == [1, 2]
    assert "no header row" in table.notices[0]


def test_years_across_the_header_are_a_header():
    assert read_table(text("ward,2019,2020", "Alder,3,4", "Birch,5,6")).header == ("ward", "2019", "2020")


def test_a_header_is_found_where_all_numbers_are_hidden():
    assert read_table(text("ward,falls", "Alder,*", "Birch,*")).header == ("ward", "falls")


@pytest.mark.parametrize(
    ("lines", "row", "words"),
    [
        (("a,b", "1,2", "3,4,5", "6,7"), 3, "Row 3 has 3 cells, but the header in row 1 has 2"),
        (("a,b", "1,2", "3", "6,7"), 3, "Row 3 has 1 cell, but the header in row 1 has 2"),
        (("date,falls", "2021-01,1,234", "2021-02,5"), 2, "in quotes"),
    ],
)
def test_a_row_of_the_wrong_width_is_refused_with_its_number(lines, row, words):
    with pytest.raises(TableError) as refusal:
        read_table(text(*lines))
    assert refusal.value.row == row
    assert words in str(refusal.value)


@pytest.mark.parametrize("content", [b"", b"\n\n", b" \r\n\t\n", b",,\n,,\n", b"\xef\xbb\xbf"])
def test_an_empty_file_is_refused_kindly(content):
    with pytest.raises(TableError, match="The file is empty"):
        read_table(content)


def test_a_header_without_rows_is_refused():
    with pytest.raises(TableError, match="no row below it"):
        read_table(b"date,falls\n")


def test_a_column_that_is_not_there_is_refused_with_those_that_are():
    table = read_table(b"Date,Falls\n2021-01-01,3\n")
    assert table.column(" falls ") == ["3"]
    with pytest.raises(TableError, match=r"no column “wards”\. The columns are “Date”, “Falls”"):
        table.column("wards")


def test_two_hundred_columns_are_read_by_the_command_and_refused_kindly_on_a_page():
    wide = text(",".join(f"c{i}" for i in range(200)), ",".join("1" * 200))
    assert len(read_table(wide).header) == 200
    with pytest.raises(TableError, match=r"200 columns.*We take up to 100.*wellrun chart"):
        read_table(wide, limits=FOR_PAGES)


def test_a_million_rows_are_read_by_the_command_and_refused_kindly_on_a_page():
    long = b"falls\n" + b"3\n" * 1_000_000
    assert len(read_table(long)) == 1_000_000
    with pytest.raises(TableError, match=r"more than 50,000 rows.*Keep only the rows"):
        read_table(long, limits=FOR_PAGES)


def test_a_file_of_too_many_bytes_is_refused_before_it_is_read():
    with pytest.raises(TableError, match=r"The file has 6\.0 MB\. We take up to 5\.0 MB"):
        read_table(b"x" * 6_000_000, limits=FOR_PAGES)
    assert Limits().bytes > 1_000_000_000


def test_a_path_gives_the_table_its_name():
    table = read_table(DATA / "ae_attendances.csv")
    assert table.name == "ae_attendances.csv"
    assert len(table) == 288


def test_a_sheet_of_a_text_file_is_refused():
    with pytest.raises(TableError, match="no sheets"):
        read_table(b"a\n1\n", sheet="Data")


def test_a_thousand_empty_columns_are_not_read_on_a_page():
    lines = ["month,falls" + "," * 1000, "2021-01,3" + "," * 1000]
    assert read_table(text(*lines), limits=FOR_PAGES).header == ("month", "falls")
    with pytest.raises(TableError, match="The table has 1,002 columns"):
        read_table(text(*lines, "2021-02,4" + "," * 1000 + "x"), limits=FOR_PAGES)


def test_a_remark_beside_the_table_gets_a_column_of_its_own():
    table = read_table(text("month,falls,,", "2021-01,3,,see email", "2021-02,4,,"))
    assert table.header == ("month", "falls", "column D")
