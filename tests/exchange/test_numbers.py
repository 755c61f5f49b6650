"""Numbers as people write them: what each cell means, and what is said where it could mean two things."""

import pytest

from wellrun.exchange.numbers import Numbers, read_numbers
from wellrun.exchange.tables import TableError


def read(*cells, **options) -> Numbers:
    return read_numbers(cells, column="falls", rows=range(2, 2 + len(cells)), **options)


NUMBERS = [
    ("3", 3), (" 3 ", 3), ("3.5", 3.5), (".5", 0.5), ("5.", 5), ("-4", -4), ("+4", 4), ("\u22124", -4),
    ("1e3", 1000), ("1,234.5", 1234.5), ("1,234,567", 1234567), ("12,34,567.5", 1234567.5),
    ("1.234,5", 1234.5), ("1,5", 1.5), ("1 234 567", 1234567), ("1\u202f234,5", 1234.5),
    ("1'234.5", 1234.5), ("1’234", 1234), ("£1,200.50", 1200.5), ("-£5", -5), ("5 EUR", 5), ("€ 5", 5),
    ("(45)", -45), ("95%", 95), ("12,5 %", 12.5), (3.25, 3.25),
]  # fmt: skip
WORDS = [
    "three",
    "1_000",
    "inf",
    "-inf",
    "1e999",
    "2019 202",
    "1,2,3",
    "1.2.3,4",
    "12:30",
    "TRUE",
    "3 falls",
    "²",
]
HIDDEN = ["*", "c", "[c]", "<5", "< 5", "≤7", ">95%", "low", "fewer than 10"]
MISSING = ["x", "..", "-", "–", "[x]", "z", "", "NA", "N/A", "null", "#DIV/0!", "nan"]


@pytest.mark.parametrize(("text", "value"), NUMBERS)
def test_a_number_is_read_as_people_write_it(text, value):
    assert read(text).values == [value]


@pytest.mark.parametrize("text", WORDS)
def test_text_in_numbers_is_refused_with_its_row(text):
    with pytest.raises(TableError, match=r"row 3|Row 3") as refusal:
        read("1.5", text)
    assert (refusal.value.row, refusal.value.column) == (3, "falls")
    assert refusal.value.remedy
    assert text in str(refusal.value)


def test_a_time_of_day_is_refused_with_what_to_write():
    with pytest.raises(TableError, match="90 for 90 minutes"):
        read("1:30")


@pytest.mark.parametrize(
    ("mark", "suppressed"), [*((mark, True) for mark in HIDDEN), *((mark, False) for mark in MISSING)]
)
def test_a_mark_is_missing_with_a_reason_and_never_zero(mark, suppressed):
    numbers = read("7", mark)
    assert numbers.values == [7, None]
    assert numbers.absences[mark].suppressed is suppressed
    assert numbers.absences[mark].reason


def test_decimal_commas_are_proved_by_one_cell_for_the_whole_column():
    numbers = read("1,234", "2,5")
    assert numbers.values == [1.234, 2.5]
    assert "decimal comma" in numbers.said[0]


def test_thousands_are_proved_by_one_cell_for_the_whole_column():
    assert read("1,234", "2,500,000").values == [1234, 2500000]
    assert read("1,234", "2.5").values == [1234, 2.5]


def test_a_comma_that_may_mean_two_things_follows_the_table_and_is_said():
    thousands, decimals = read("1,234", "2,500"), read("1,234", "2,500", lean=",")
    assert thousands.values == [1234, 2500]
    assert decimals.values == [1.234, 2.5]
    assert "two ways" in thousands.said[0]
    assert "1.234" in decimals.said[0]


def test_a_point_that_may_mean_thousands_follows_a_table_of_decimal_commas():
    assert read("1.234", "12", lean=",").values == [1234, 12]
    assert read("1.5", "12", lean=",").values == [1.5, 12]


def test_a_person_can_say_which_mark_is_the_decimal_one():
    assert read("1,234", decimal=",").values == [1.234]
    assert read("1.234", decimal=",").values == [1234]
    assert read("1,234", decimal=",").said == ()


def test_a_number_that_breaks_the_mark_a_person_named_is_refused():
    with pytest.raises(TableError, match="expect a decimal point"):
        read("12,5", decimal=".")


def test_a_decimal_point_and_a_decimal_comma_in_one_column_are_refused_with_both_rows():
    with pytest.raises(TableError, match=r"“1\.5” in row 2 and “2,5” in row 3") as refusal:
        read("1.5", "2,5")
    assert refusal.value.row == 3


def test_percent_signs_are_noted_and_must_be_on_every_number():
    assert read("95%", "0", "*").percent
    with pytest.raises(TableError, match=r"Row 4 has “3”.*no percent sign"):
        read("95%", "*", "3")


def test_a_date_in_a_column_of_numbers_is_refused():
    from datetime import date

    with pytest.raises(TableError, match="Row 3 has “2021-03-04”"):
        read(3.0, date(2021, 3, 4))


def test_a_long_cell_is_shown_short():
    with pytest.raises(TableError) as refusal:
        read("word " * 100)
    assert len(str(refusal.value)) < 200
