"""What is said when a table cannot be used: where the trouble is, and what to do about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


class TableError(ValueError):
    """A table, or a cell of it, that cannot be used; the words are fit to show to the person who sent it.

    Parameters
    ----------
    message : str
        What was found, in one or two short sentences, naming the row and the column.
    row : int, optional
        Row as a spreadsheet numbers it: the first row of the file is 1.
    column : str, optional
        Name of the column as it stands in the header.
    remedy : str
        What to do next, in words that fit both a page and a shell.
    option : str
        The same remedy as an option of the command, for example ``--by ward``; empty where there is none.
    """

    def __init__(
        self,
        message: str,
        *,
        row: int | None = None,
        column: str | None = None,
        remedy: str = "",
        option: str = "",
    ) -> None:
        super().__init__(f"{message} {remedy}".strip())
        self.message = message
        self.row = row
        self.column = column
        self.remedy = remedy
        self.option = option


@dataclass(frozen=True, slots=True, kw_only=True)
class DateOrderQuestion:
    """A column whose dates can all be read day first or month first. Only a person can say which."""

    column: str
    row: int
    example: str
    day_first: date
    month_first: date

    @property
    def sentence(self) -> str:
        """The question, with the example read both ways."""
        return (
            f"“{self.example}” in column “{self.column}” (row {self.row}) can be "
            f"{written_out(self.day_first)} or {written_out(self.month_first)}. Which is it?"
        )


class DateOrderError(TableError):
    """Every date fits both orders, so we ask and do not guess."""

    def __init__(self, question: DateOrderQuestion) -> None:
        super().__init__(
            question.sentence,
            row=question.row,
            column=question.column,
            remedy="Say if the day or the month comes first.",
            option="--dates day-first (or --dates month-first)",
        )
        self.question = question


def written_out(day: date) -> str:
    """A date in words that cannot be read two ways: ``9 January 2021``."""
    return f"{day.day} {day:%B %Y}"
