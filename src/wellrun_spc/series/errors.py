"""The error for data that cannot be charted: it names the row and says what to do."""

from __future__ import annotations

from datetime import date

from wellrun_spc.wording import format_date


class SeriesError(ValueError):
    """Data or options that cannot be charted as they stand.

    Attributes
    ----------
    problem
        What is wrong, as a sentence.
    remedy
        What to do about it, as a sentence.
    row
        1-based position of the point in the series; ``None`` where the whole series is meant.
    x
        Period of that point, where it is known.
    """

    def __init__(self, problem: str, *, remedy: str, row: int | None = None, x: object = None) -> None:
        self.problem = problem
        self.remedy = remedy
        self.row = row
        self.x = x
        super().__init__(f"{self._where()}{problem} {remedy}")

    def _where(self) -> str:
        if self.row is None:
            return ""
        # where periods are not given they are 1, 2, 3 ..., the same as the rows
        is_plain = self.x is None or self.x == self.row
        return f"Row {self.row}: " if is_plain else f"Row {self.row} ({written(self.x)}): "


def written(x: object) -> str:
    """A period as it is quoted in an error."""
    return format_date(x) if isinstance(x, date) else str(x)
