"""Numbers of people in other countries. Each says where its rules are from."""

from __future__ import annotations

import re

from wellrun.core.identifiers.kind import JOINT, Kind, grouped, is_day, luhn, numbers_in, weighted

_EIGHTEEN = re.compile(rf"(?<!\d)((?:\d{JOINT}){{17}}\d)(?!\d)")
_NATIONAL_ID = re.compile(r"(?<![A-Za-z0-9])[CARP][MF]\d{2}(?=(?:[A-Z]*\d){3})[0-9A-Z]{10}(?![A-Za-z0-9])")
_BIRTHDAY_FIRST = grouped(6, 4)
_JOINED_BIRTHDAY = re.compile(r"(?<!\d)(\d{6})[\s\-\u2010-\u2015](\d{4})(?!\d)")
_SWEDISH = re.compile(r"(?<!\d)(?:18|19|20)?(\d{6})[-+\s\u2010-\u2015]?(\d{4})(?!\d)")
_NINE = (grouped(9), grouped(3, 3, 3), grouped(4, 2, 3))


def holds_ihi(text: str) -> bool:
    """Ireland's Individual Health Identifier: 18 digits with the check digit of GS1.

    Health Service Executive, "Individual Health Identifier"; GS1 General Specifications, on check digits.
    """
    for match in _EIGHTEEN.finditer(text):
        number = re.sub(r"\D", "", match[1])
        if (10 - weighted(number[:17], (3, 1) * 9) % 10) % 10 == int(number[17]):
            return True
    return False


def holds_nin(text: str) -> bool:
    """Uganda's National Identification Number: 14 capitals and digits, with M or F and the year of birth.

    National Identification and Registration Authority. The check character is not published, so the shape
    alone is looked for.
    """
    return _NATIONAL_ID.search(text) is not None


def holds_cpr(text: str) -> bool:
    """Denmark's CPR number: day of birth and four digits. CPR-kontoret, "Personnummeret i CPR".

    Since 2007 some numbers do not pass modulus 11; those are seen when they are written with a joint.
    """
    weights = (4, 3, 2, 7, 6, 5, 4, 3, 2, 1)
    joined = {number for number in numbers_in(text, _JOINED_BIRTHDAY) if is_day(number[:2], number[2:4])}
    return bool(joined) or any(
        is_day(number[:2], number[2:4]) and weighted(number, weights) % 11 == 0
        for number in numbers_in(text, _BIRTHDAY_FIRST)
    )


def holds_personnummer(text: str) -> bool:
    """Sweden's personnummer and samordningsnummer (day plus 60), with the check of Luhn. SKV 704."""
    for number in numbers_in(text, _SWEDISH):
        day = int(number[4:6])
        if is_day(str(day - 60 if day > 60 else day), number[2:4]) and luhn(number):
            return True
    return False


def holds_bsn(text: str) -> bool:
    """The Netherlands' burgerservicenummer: nine digits that pass the eleven test ("elfproef")."""
    weights = (9, 8, 7, 6, 5, 4, 3, 2, -1)
    return any(
        number != "0" * 9 and weighted(number, weights) % 11 == 0 for number in numbers_in(text, *_NINE)
    )


KINDS = (
    Kind(name="an Individual Health Identifier", countries=("IE",), is_in=holds_ihi),
    Kind(name="a national identification number", countries=("UG",), is_in=holds_nin),
    Kind(name="a CPR number", countries=("DK", "GL"), is_in=holds_cpr),
    Kind(name="a personnummer", countries=("SE",), is_in=holds_personnummer),
    Kind(name="a burgerservicenummer", countries=("NL",), is_in=holds_bsn),
)
