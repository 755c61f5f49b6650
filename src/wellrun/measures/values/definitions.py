"""What a measure is and what an observation holds, as frozen values that services take."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from wellrun.measures.values.choices import RATIO_CHARTS


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberWords:
    """What the numbers are called on the page."""

    y_label: str = ""
    """What one value is: "Restraints in the week"."""
    numerator: str = ""
    denominator: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasureDefinition:
    """Everything a person says about a measure. The operational definition makes two people count alike."""

    name: str
    chart: str
    rules: str = "anhoej/1"
    direction: str = "neutral"
    period: str = ""
    """day, week, month, quarter, year or point; empty: read off the observations."""
    kind: str = ""
    place: str = ""
    family: str = ""
    """Measures of one piece of work are read together."""
    target: float | None = None
    """On the scale of the chart: 0.95 for 95 %, and after ``multiply`` for rates."""
    multiply: float = 1.0
    words: NumberWords = field(default_factory=NumberWords)
    counts: str = ""
    counts_not: str = ""
    where_and_who: str = ""
    source: str = ""
    how_often: str = ""
    agreed_by: str = ""
    visibility: str = "team"
    is_invented: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """The numbers of one period: a value, or a numerator and a denominator."""

    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None

    def for_chart(self, chart: str) -> Numbers:
        """The numbers that such a chart is made of; others that came along are dropped."""
        if chart in RATIO_CHARTS:
            return Numbers(numerator=_plain(self.numerator), denominator=_plain(self.denominator))
        return Numbers(value=_plain(self.value))

    def is_missing(self, chart: str) -> bool:
        """A period without a result: a gap on such a chart, which is kept as one."""
        return (self.numerator if chart in RATIO_CHARTS else self.value) is None


def _plain(number: float | None) -> float | None:
    """As the database holds it, so that what is saved and what is compared are alike."""
    return None if number is None else float(number)


@dataclass(frozen=True, slots=True, kw_only=True)
class NewObservation:
    """One period of an import. ``row`` is its row in the file, for messages."""

    period: date
    value: float | None = None
    numerator: float | None = None
    denominator: float | None = None
    note: str = ""
    is_suppressed: bool = False
    row: int | None = None

    @property
    def numbers(self) -> Numbers:
        return Numbers(value=self.value, numerator=self.numerator, denominator=self.denominator)
