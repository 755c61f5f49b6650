"""A kind of identifier, and how numbers are found in free text."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

JOINT = r"[\s.\-\u2010-\u2015]?"
"""What people put between groups of digits: nothing, or one space, dot or hyphen of any kind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """One country's number for patients or people."""

    name: str
    """As people there call it, with its article where a sentence needs one: "an NHS number"."""
    countries: tuple[str, ...]
    """ISO 3166 codes of two letters."""
    is_in: Callable[[str], bool]
    """Whether a text holds such a number."""


def grouped(*sizes: int) -> re.Pattern[str]:
    """Digits in groups of these sizes, which may be joined. A longer run of digits is something else."""
    groups = JOINT.join(rf"(\d{{{size}}})" for size in sizes)
    return re.compile(rf"(?<!\d){groups}(?!\d)")


def numbers_in(text: str, *patterns: re.Pattern[str]) -> Iterator[str]:
    """Each match as plain digits 0 to 9, whatever script they were written in."""
    for pattern in patterns:
        for match in pattern.finditer(text):
            yield "".join(str(int(digit)) for digit in "".join(match.groups()))


def weighted(number: str, weights: Sequence[int]) -> int:
    """The sum of the first digits, each times its weight."""
    return sum(weight * int(digit) for weight, digit in zip(weights, number, strict=False))


def luhn(number: str) -> bool:
    """The check of Luhn (1960, US patent 2950048): every second digit from the right is doubled."""
    doubled = [int(digit) * (1 + place % 2) for place, digit in enumerate(reversed(number))]
    return sum(each - 9 if each > 9 else each for each in doubled) % 10 == 0


def is_day(day: str, month: str) -> bool:
    """Whether these are a day and a month that some year has."""
    try:
        date(2000, int(month), int(day))
    except ValueError:
        return False
    return True
