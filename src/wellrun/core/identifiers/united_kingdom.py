"""The United Kingdom: NHS number, CHI number (Scotland), Health and Care number (Northern Ireland).

All three have ten digits, the last of which checks the others by modulus 11; they are told apart by their
ranges (NHS Data Model and Dictionary, "NHS NUMBER"; Public Health Scotland, "CHI number"; HSC Business
Services Organisation, "Health and Care Number").
"""

from __future__ import annotations

from wellrun.core.identifiers.kind import Kind, grouped, is_day, numbers_in, weighted

# Other groupings are left alone, so that "12 14 15 13 12" (five weeks of counts) is not taken for a person.
_THREES = grouped(3, 3, 4)
_BIRTHDAY_FIRST = grouped(6, 4)
_WEIGHTS = range(10, 1, -1)


def passes_check_digit(number: str) -> bool:
    """Modulus 11 with the weights 10 to 2. One in eleven other numbers passes too, so nobody is blamed."""
    remainder = 11 - weighted(number[:9], _WEIGHTS) % 11
    return remainder % 11 == int(number[9])  # 11 counts as 0, and 10 equals no digit


def holds_nhs_number(text: str) -> bool:
    """A number of England, Wales or the Isle of Man: from 4, 6 or 7, and from 9 in examples and test data."""
    return any(number[0] in "4679" for number in numbers_in(text, _THREES) if passes_check_digit(number))


def holds_chi_number(text: str) -> bool:
    """Scotland's Community Health Index: it begins with the day of birth, as in 010190."""
    return any(
        is_day(number[:2], number[2:4]) and passes_check_digit(number)
        for number in numbers_in(text, _THREES, _BIRTHDAY_FIRST)
    )


def holds_health_and_care_number(text: str) -> bool:
    """Northern Ireland's: from 320 000 0010 to 399 999 9999."""
    return any(
        320_000_001 <= int(number[:9]) <= 399_999_999 and passes_check_digit(number)
        for number in numbers_in(text, _THREES)
    )


KINDS = (
    Kind(name="an NHS number", countries=("GB", "IM"), is_in=holds_nhs_number),
    Kind(name="a CHI number", countries=("GB",), is_in=holds_chi_number),
    Kind(name="a Health and Care number", countries=("GB",), is_in=holds_health_and_care_number),
)
