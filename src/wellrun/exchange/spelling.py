"""One number taken apart: sign, money, percent, and the points and commas that may mean two things."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from typing import Literal, NamedTuple, TypeAlias

from wellrun.exchange.cells import Cell

Decimal: TypeAlias = Literal[".", ","]

MINUS = str.maketrans({"\u2212": "-", "\u2010": "-", "\u2011": "-", "\u2013": "-"})
SPACED = re.compile(r"(?<!\d)\d{1,3}(?:[ \u00a0\u202f\u2009'’]\d{3})+(?!\d)")
"""Spaces and apostrophes between groups of three digits: 1 234 567 (French), 1’234’567 (Swiss)."""
MONEY = re.compile(r"^([+-]?)(?:[£$€¥₹]|GBP|EUR|USD|CHF)\s*|\s*(?:[£$€¥₹]|GBP|EUR|USD|CHF)$")
NUMBER = re.compile(r"([+-]?)(\d[\d.,]*|[.,]\d+)((?:[eE][+-]?\d+)?)")
ONE_MARK = re.compile(r"(\d*)([.,])(\d*)")
GROUPS = {
    ".": re.compile(r"\d{1,3}(?:,\d{2,3})*,\d{3}(?:\.\d*)?"),
    ",": re.compile(r"\d{1,3}(?:\.\d{2,3})*\.\d{3}(?:,\d*)?"),
}
"""Thousands in threes, or as in India in twos above the first three."""
OTHER: dict[Decimal, Decimal] = {".": ",", ",": "."}


class Spelling(NamedTuple):
    """A number taken apart, before we know what its points and commas mean."""

    negative: bool
    body: str
    exponent: str
    percent: bool


def number_in(text: str) -> bool:
    """Whether a text reads as a number, whatever its marks mean."""
    return spelling_of(text) is not None


def decimal_evidence(cells: Iterable[Cell]) -> Decimal | None:
    """The decimal mark that these cells prove, where they prove one and agree."""
    spelt = (spelling_of(cell) for cell in cells if isinstance(cell, str) and ("," in cell or "." in cell))
    marks = {evidence_in(each.body) for each in spelt if each} & {".", ","}
    return None if len(marks) != 1 else ("," if "," in marks else ".")


def spelling_of(text: str) -> Spelling | None:
    """Take a text apart, or ``None`` where it is no number."""
    bare = text.strip().translate(MINUS)
    accounting = bare.startswith("(") and bare.endswith(")")
    if accounting:
        bare = bare[1:-1].strip()
    percent = bare.endswith("%")
    bare = MONEY.sub(r"\1", bare.removesuffix("%").rstrip()).strip()
    found = NUMBER.fullmatch(SPACED.sub(lambda group: re.sub(r"\D", "", group[0]), bare))
    if not found:
        return None
    sign, body, exponent = found.groups()
    return Spelling(accounting or sign == "-", body, exponent, percent)


def evidence_in(body: str) -> str:
    """Which mark is the decimal one: ``.`` or ``,``; ``?`` where both readings hold; empty without a mark."""
    if "." not in body and "," not in body:
        return ""
    if "." in body and "," in body:
        return max(".,", key=body.rfind)
    one = ONE_MARK.fullmatch(body)
    if not one:  # several of the same mark can only be thousands
        return "," if "." in body else "."
    before, mark, after = one.groups()
    thousands = len(after) == 3 and 1 <= len(before) <= 3 and before[0] != "0"
    return "?" if thousands else mark


def value_of(spelling: Spelling, mark: Decimal) -> float | None:
    """The number, once we know which mark is the decimal one; ``None`` where it cannot be written so."""
    body, thousands = spelling.body, OTHER[mark]
    if thousands in body and not GROUPS[mark].fullmatch(body):
        return None
    try:
        value = float(body.replace(thousands, "").replace(mark, ".") + spelling.exponent)
    except ValueError:
        return None
    if not math.isfinite(value):
        return None
    return -value if spelling.negative else value
