"""Makes `simulated.csv`: every number of the invented measures that is not written beside its measure.

Run it with `python demo/simulate.py`. It needs nothing but Python, and makes the same file each time. Each
series has a random generator of its own, so that a new one leaves the others as they are. `draw` is 1 unless
the first draw told another story than the one meant; then it is the first that tells it.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from math import exp
from pathlib import Path
from random import Random

FILE = Path(__file__).with_name("simulated.csv")
SEED = "wellrun-demo/1"
SMALL = 5
"""Numerators and denominators below this are hidden in series that say so, as a real office would."""
HEADER = ("series", "period", "value", "numerator", "denominator", "is_suppressed")

WEEKS = (date(2025, 7, 7), "week", 40)
WINTER = (date(2025, 10, 13), "week", 26)
MONTHS = (date(2024, 1, 1), "month", 27)
QUARTERS = (date(2023, 4, 1), "quarter", 12)
SINCE_DECEMBER = (date(2024, 12, 1), "month", 16)


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """One made-up series.

    ``kind``: "count" (Poisson), "share" (binomial of ``n``), "rate" (Poisson; ``level`` for every ``per`` of
    ``n``) or "measured" (normal, with ``sd``). ``then``: from this position, counted from 0, this level.
    """

    name: str
    kind: str
    when: tuple[date, str, int]
    level: float
    then: tuple[tuple[int, float], ...] = ()
    n: tuple[int, int] = (1, 1)
    """The smallest and the largest denominator."""
    per: float = 1
    sd: float = 1
    missing: tuple[int, ...] = ()
    """Positions at which nobody counted."""
    hides_small: bool = False
    draw: int = 1


SERIES = (
    # Riverside: the board of Alder Ward
    Series(
        name="alder-staff-off-sick", kind="share", when=WEEKS, level=0.046, then=((31, 0.066),), n=(205, 235)
    ),
    Series(
        name="alder-body-health-check", kind="share", when=WEEKS, level=0.67, then=((30, 0.9),), n=(9, 14)
    ),
    Series(
        name="alder-speak-up", kind="share", when=MONTHS, level=0.55, then=((16, 0.78),), n=(20, 27), draw=5
    ),
    Series(name="alder-evening-activities", kind="share", when=WINTER, level=0.77, n=(19, 23)),
    Series(name="alder-care-plan-together", kind="share", when=WINTER, level=0.66, n=(16, 20)),
    Series(name="alder-days-ready-to-go-home", kind="measured", when=WEEKS, level=24, sd=4),
    Series(name="alder-beds-in-use", kind="share", when=WINTER, level=0.965, n=(126, 126)),
    Series(name="alder-falls", kind="count", when=WEEKS, level=0.9),
    Series(name="alder-letters-home", kind="share", when=WINTER, level=0.6, n=(6, 12)),
    Series(
        name="alder-minutes-for-a-card",
        kind="measured",
        when=(date(2026, 1, 26), "week", 11),
        level=24,
        sd=5,
        missing=(4,),
    ),
    # Riverside: is it fair? Restraints for every 100 bed days, for one group each.
    Series(
        name="alder-fair-black",
        kind="rate",
        when=SINCE_DECEMBER,
        level=5.6,
        then=((9, 2.6),),
        n=(140, 165),
        per=100,
        draw=2,
    ),
    Series(
        name="alder-fair-white",
        kind="rate",
        when=SINCE_DECEMBER,
        level=3.2,
        n=(255, 300),
        per=100,
    ),
    Series(
        name="alder-fair-learning-disability",
        kind="rate",
        when=SINCE_DECEMBER,
        level=9.4,
        n=(45, 70),
        per=100,
    ),
    Series(
        name="alder-fair-asian",
        kind="rate",
        when=SINCE_DECEMBER,
        level=4.4,
        n=(70, 120),
        per=100,
        hides_small=True,
    ),
    # Riverside: other teams, and the trust as a whole
    Series(
        name="riverside-restraints",
        kind="rate",
        when=MONTHS,
        level=17.5,
        then=((19, 13.6),),
        n=(5100, 5600),
        per=1000,
    ),
    Series(
        name="riverside-talking-therapy", kind="measured", when=MONTHS, level=11.2, then=((18, 8.3),), sd=0.8
    ),
    Series(name="riverside-recommend", kind="share", when=QUARTERS, level=0.64, n=(840, 980)),
    Series(name="crisis-calls", kind="share", when=WEEKS, level=0.83, then=((32, 0.75),), n=(290, 380)),
    Series(name="crisis-breaks", kind="count", when=WINTER, level=6.5),
    Series(name="cedar-restraints", kind="count", when=WINTER, level=3.6),
    Series(name="cedar-garden", kind="count", when=WEEKS, level=17, missing=(23, 24, 25, 30)),
    Series(name="riverside-shifts-filled", kind="share", when=WEEKS, level=0.88, n=(330, 420)),
    Series(name="riverside-repairs", kind="share", when=MONTHS, level=0.71, n=(120, 190)),
    # Harbour
    Series(
        name="ward-7-falls",
        kind="rate",
        when=MONTHS,
        level=8.8,
        then=((14, 4.2),),
        n=(790, 850),
        per=1000,
        draw=2,
    ),
    Series(name="ward-7-falls-with-harm", kind="count", when=MONTHS, level=1.4, then=((14, 0.9),)),
    Series(name="ward-7-call-bells", kind="share", when=WINTER, level=0.72, n=(34, 40)),
    Series(name="ward-7-walks", kind="count", when=WINTER, level=41, then=((12, 58),), draw=2),
    Series(
        name="harbour-sepsis",
        kind="share",
        when=WEEKS,
        level=0.56,
        then=((20, 0.8),),
        n=(11, 22),
        missing=(14, 15),
    ),
    Series(name="harbour-not-sepsis", kind="share", when=WEEKS, level=0.14, n=(28, 44)),
    Series(name="harbour-hands", kind="share", when=WINTER, level=0.74, n=(30, 40)),
    Series(name="harbour-before-noon", kind="share", when=WEEKS, level=0.19, n=(150, 195)),
    Series(name="harbour-back-in-7-days", kind="share", when=WEEKS, level=0.061, n=(150, 195), draw=2),
    Series(name="harbour-pressure-ulcers", kind="count", when=MONTHS, level=9.5),
    Series(name="harbour-pain-relief-english", kind="share", when=MONTHS, level=0.68, n=(190, 260)),
    Series(
        name="harbour-pain-relief-interpreter",
        kind="share",
        when=MONTHS,
        level=0.47,
        n=(6, 19),
        hides_small=True,
    ),
    # Mbale
    Series(
        name="coffee-road-first-visits", kind="share", when=MONTHS, level=0.22, then=((16, 0.36),), n=(62, 95)
    ),
    Series(name="coffee-road-four-visits", kind="share", when=MONTHS, level=0.43, n=(55, 84)),
    Series(name="market-road-tests", kind="share", when=MONTHS, level=0.7, then=((14, 0.93),), n=(190, 420)),
    Series(name="market-road-minutes", kind="measured", when=WINTER, level=148, sd=19),
    Series(name="mbale-stock-outs", kind="count", when=MONTHS, level=8.6, then=((26, 22),)),
    Series(name="hilltop-births", kind="share", when=MONTHS, level=0.77, n=(70, 110)),
    Series(name="female-admissions-held", kind="count", when=WEEKS, level=4.4, then=((27, 1.7),), draw=2),
    Series(name="female-admissions-huddles", kind="share", when=WINTER, level=0.86, n=(14, 14)),
    Series(name="railway-vaccines", kind="share", when=MONTHS, level=0.69, n=(40, 64), missing=(10, 22)),
    Series(name="hill-villages-visits", kind="count", when=MONTHS, level=88, then=((16, 119),)),
    Series(name="supplies-fridge", kind="count", when=WINTER, level=1.1),
    # Measures that came with a project
    Series(name="alder-minutes-to-settle", kind="measured", when=WINTER, level=96, sd=13),
    Series(name="alder-letters-corrected", kind="count", when=WINTER, level=1.2),
    Series(name="cedar-night-huddles", kind="share", when=WINTER, level=0.55, n=(7, 7)),
    Series(
        name="crisis-called-back",
        kind="share",
        when=(date(2025, 12, 1), "week", 15),
        level=0.71,
        n=(55, 85),
    ),
    Series(
        name="harbour-plan-the-day-before",
        kind="share",
        when=WEEKS,
        level=0.48,
        then=((14, 0.78),),
        n=(150, 195),
    ),
    Series(name="coffee-road-wait", kind="measured", when=MONTHS, level=121, sd=11),
)


def rows() -> Iterator[tuple[str, ...]]:
    """Every row of the file, its header first."""
    yield HEADER
    for series in SERIES:
        random = Random(f"{SEED}/{series.name}/{series.draw}")
        for position, period in enumerate(periods(*series.when)):
            yield (series.name, period.isoformat(), *cells(series, position, random))


def periods(starts: date, every: str, length: int) -> list[date]:
    """The first days of so many weeks, months or quarters."""
    if every == "week":
        return [starts + timedelta(weeks=position) for position in range(length)]
    step = 1 if every == "month" else 3
    months = [starts.year * 12 + starts.month - 1 + step * position for position in range(length)]
    return [date(month // 12, month % 12 + 1, 1) for month in months]


def cells(series: Series, position: int, random: Random) -> tuple[str, str, str, str]:
    """Value, numerator, denominator, and whether they are hidden."""
    level = next((then for at, then in reversed(series.then) if position >= at), series.level)
    n = random.randint(*series.n)
    number = drawn(series, level, n, random)
    if position in series.missing:
        return ("", "", "", "")
    if series.kind in {"count", "measured"}:
        return (f"{number:g}", "", "", "")
    if series.hides_small and min(number, n) < SMALL:
        return ("", "", "", "yes")
    return ("", f"{number:g}", f"{n}", "")


def drawn(series: Series, level: float, n: int, random: Random) -> float:
    """One number from the series' distribution."""
    match series.kind:
        case "count":
            return poisson(level, random)
        case "rate":
            return poisson(level * n / series.per, random)
        case "share":
            return sum(random.random() < level for _each in range(n))
        case _:
            return round(random.gauss(level, series.sd), 1 if series.sd < 1 else 0)


def poisson(mean: float, random: Random) -> int:
    """Knuth's method: multiply random numbers until they fall below e to the minus mean."""
    count, product, bound = 0, random.random(), exp(-mean)
    while product > bound:
        count, product = count + 1, product * random.random()
    return count


def text() -> str:
    """The whole file."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\n").writerows(rows())
    return written.getvalue()


if __name__ == "__main__":
    FILE.write_text(text(), encoding="utf-8", newline="")
    print(f"{FILE.name}: {len(SERIES)} series.")  # noqa: T201 - this is a script
