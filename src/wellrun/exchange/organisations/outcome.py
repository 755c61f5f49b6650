"""What a file would do, row by row; and doing it, or only rehearsing it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from django.db import transaction

What = Literal["new", "changed", "same"]
MOST_ROWS = 2_000
"""Rows of one file: more would keep everybody else waiting."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """What one row does."""

    row: int
    name: str
    what: What
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class RowProblem:
    """What stands in the way of one row, with the remedy."""

    row: int
    name: str
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """Everything a file does. With one problem, nothing of it is saved."""

    lines: tuple[Line, ...]
    problems: tuple[RowProblem, ...]

    def count(self, what: What) -> int:
        return sum(line.what == what for line in self.lines)


def rehearse(bring: Callable[[], Outcome]) -> Outcome:
    """Do everything in a transaction, and take it back: what is told is what would happen."""
    with transaction.atomic():
        outcome = bring()
        transaction.set_rollback(True)
    return outcome


def perform(bring: Callable[[], Outcome]) -> Outcome:
    """Do everything, or nothing where one row has a problem."""
    with transaction.atomic():
        outcome = bring()
        if outcome.problems:
            transaction.set_rollback(True)
    return outcome
