"""Free text that looks as if it identifies a patient: an NHS number that passes its check digit."""

from __future__ import annotations

import re

# Ten digits as people write them: together, or 3-3-4 with a space, dot or hyphen. Other groupings are left
# alone, so that "12 14 15 13 12" (five weeks of counts) is not taken for a person.
_TEN_DIGITS = re.compile(r"(?<!\d)(\d{3})[\s.\-\u2010-\u2015]?(\d{3})[\s.\-\u2010-\u2015]?(\d{4})(?!\d)")
_WEIGHTS = range(10, 1, -1)


def holds_nhs_number(text: str) -> bool:
    """Whether a part of the text is an NHS number by its check digit (modulus 11).

    One in eleven other ten-digit numbers passes too, so the message asks kindly and blames nobody.
    """
    return any(_passes_check_digit("".join(match.groups())) for match in _TEN_DIGITS.finditer(text))


def _passes_check_digit(number: str) -> bool:
    digits = [int(character) for character in number]
    remainder = 11 - sum(weight * digit for weight, digit in zip(_WEIGHTS, digits, strict=False)) % 11
    return remainder % 11 == digits[9]  # 11 counts as 0, and 10 equals no digit
