"""Every number that is printed somewhere and computed here: what `make test-published` shows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean
from typing import Any

import wellrun_spc as spc
from wellrun_spc.kernel.runs import crossings_expected, longest_expected
from wellrun_spc.limits.capability import share_outside
from wellrun_spc.limits.cumulative import average_run_length, cusum_sides
from wellrun_spc.limits.factors import D2, D3, EXACT
from wellrun_spc.limits.funnel import chi_square_limits, chi_square_quantile
from wellrun_spc.limits.rare import POWER, to_normal

DATA = Path(__file__).parent / "data"
MONTGOMERY = "Montgomery, D. C., Introduction to Statistical Quality Control, 7th ed., Wiley 2013"
GARWOOD = "Garwood, Biometrika 1936; Pearson & Hartley, Biometrika Tables for Statisticians I"
NAMES = {
    "centre": "centre line", "lcl": "lower limit", "ucl": "upper limit", "mean_range": "mean moving range",
    "first_lcl": "lower limit of the first point", "first_ucl": "upper limit of the first point",
    "last_lcl": "lower limit of the last point", "last_ucl": "upper limit of the last point",
    "average_lcl": "average lower limit", "average_ucl": "average upper limit",
}  # fmt: skip
# table 9.1: mean 10, sigma 1, shifted to 11 from the 21st on
SHIFTED = [
    9.45, 7.99, 9.29, 11.66, 12.16, 10.18, 8.04, 11.46, 9.20, 10.34, 9.03, 11.47, 10.51, 9.40, 10.08,
    9.37, 10.62, 10.31, 8.52, 10.84, 10.90, 9.33, 12.29, 11.50, 10.60, 11.08, 10.38, 11.62, 11.31, 10.52,
]  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One printed number beside ours."""

    method: str
    source: str
    where: str
    what: str
    printed: str
    ours: float

    @property
    def agrees(self) -> bool:
        """Whether ours rounds to the printed digits: to half a unit of the last one."""
        return abs(self.ours - float(self.printed)) <= 0.5000001 * 10**-self.decimals

    @property
    def decimals(self) -> int:
        """Digits after the point, as printed."""
        return len(self.printed.partition(".")[2])


def rows() -> list[Row]:
    """All there is, method by method."""
    return [*charts(), *times(), *factors(), *bounds(), *cusum(), *ewma(), *funnel_limits(), *capability()]


def _read(name: str) -> Any:
    return json.loads((DATA / name).read_text(encoding="utf-8"))


def examples() -> dict[str, Any]:
    """Printed series with the lines of their chart, by the name of their file."""
    found = {path.stem: _read(path.name) for path in sorted(DATA.glob("*.json"))}
    return {name: example for name, example in found.items() if "values" in example}


def charts() -> Iterator[Row]:
    """The lines of charts in textbooks."""
    for example in sorted(examples().values(), key=lambda example: example["chart"]):
        chart = spc.chart(example["values"], chart=example["chart"], n=example["n"], **example["options"])
        for key, printed in example["expected"].items():
            yield Row(
                method=f"{example['chart']} chart", source=example["citation"], where=example["where"],
                what=NAMES[key], printed=printed, ours=computed(chart, key),
            )  # fmt: skip


def computed(chart: spc.Chart, key: str) -> float:
    """A line of a chart by the name it has in the files: of its phase, of a point, or on average."""
    which, _, line = key.partition("_")
    if which == "average":
        return fmean(getattr(point, line) for point in chart.points)
    points = {"first": chart.points[0], "last": chart.points[-1]}
    found: float = getattr(points[which], line) if which in points else getattr(chart.phases[0], key)
    return found


def times() -> Iterator[Row]:
    """Times between events made nearly normal; the book rounds the exponent of 1/3.6 to 0.2777."""
    found = _read("montgomery_failure_times.json")
    pairs = zip(found["times"], found["transformed"], strict=True)
    return _each(
        "t chart, transformed times", found["citation"], found["where"],
        [
            (f"{time} hours", printed, to_normal(time) ** (POWER * found["exponent"]))
            for time, printed in list(pairs)[:5]
        ],
    )  # fmt: skip


def _each(method: str, source: str, where: str, found: Sequence[tuple[str, str, float]]) -> Iterator[Row]:
    for what, printed, ours in found:
        yield Row(method=method, source=source, where=where, what=what, printed=printed, ours=ours)


def factors() -> Iterator[Row]:
    """Factors of ranges."""
    found = _read("factors.json")
    ours = {"d2": D2, "d3": D3, "D4": EXACT.upper, "E2": 3 * EXACT.sigma}
    return _each(
        "factors of i and mr charts", found["citation"], found["where"],
        [(name, printed, ours[name]) for name, printed in found["factors"].items()],
    )  # fmt: skip


def bounds() -> Iterator[Row]:
    """Longest runs and fewest crossings."""
    found = _read("anhoej_bounds.json")
    pairs = [
        pair
        for n, (longest, crossings) in found["bounds"].items()
        for pair in (
            (f"longest run expected of {n} points", str(longest), float(longest_expected(int(n)))),
            (f"fewest crossings expected of {n}", str(crossings), float(crossings_expected(int(n)))),
        )
    ]
    return _each("anhoej/1", found["citation"], found["where"], pairs)


def cusum() -> Iterator[Row]:
    """Tabular CUSUM: sums, head start, run lengths."""
    chart = spc.cusum(SHIFTED, centre=10, sigma=1, k=0.5, h=5)
    signal = chart.signals[0]
    sums = [("C+ at 28", "4.47", 27), ("C+ at 29", "5.28", 28), ("C+ at 30", "5.30", 29)]
    yield from _each(
        "CUSUM", MONTGOMERY, "Tables 9.1 and 9.2, k = 0.5, h = 5",
        [(what, printed, chart.points[at].high or 0.0) for what, printed, at in sums]
        + [
            ("first sample that signals", "29", signal.positions[0] + 1),
            ("first sample after the shift", "23", signal.since + 1),
        ],
    )  # fmt: skip
    process = [107, 102, 109, 98, 105, 110, 101, 103, 110, 104]
    high, _ = cusum_sides([value - 100 for value in process], k=3, h=12, headstart=6)
    yield from _each(
        "CUSUM", MONTGOMERY, "Section 9.1.6: head start of H / 2",
        [
            ("first sample that signals", "3", high.beyond.index(True) + 1),
            ("sum at sample 3", "15", high.sums[2]),
        ],
    )  # fmt: skip
    yield from _each(
        "CUSUM", MONTGOMERY, "Section 9.1.3: run lengths by Siegmund's approximation, k = 0.5, h = 5",
        [
            ("in control", "469.1", average_run_length(0.5, 5)),
            ("after a shift of 1 sigma", "10.34", average_run_length(0.5, 5, 1)),
        ],
    )  # fmt: skip


def ewma() -> Iterator[Row]:
    """The exponentially weighted average and its limits."""
    points = spc.ewma(SHIFTED, centre=10, sigma=1, lam=0.1, width=2.7).points
    found = [
        ("average at 1", "9.945", points[0].average), ("average at 10", "10.0232", points[9].average),
        ("average at 30", "10.6341", points[29].average), ("first upper limit", "10.27", points[0].ucl),
        ("first lower limit", "9.73", points[0].lcl), ("last upper limit", "10.62", points[-1].ucl),
        ("last lower limit", "9.38", points[-1].lcl),
        ("first sample that signals", "29", next(point.position for point in points if point.signals) + 1),
    ]  # fmt: skip
    return _each(
        "EWMA", MONTGOMERY, "Example 9.2, table 9.11, lambda = 0.1, L = 2.7",
        [(what, printed, ours or 0.0) for what, printed, ours in found],
    )  # fmt: skip


def funnel_limits() -> Iterator[Row]:
    """The exact limits that SHMI and CQC funnels rest on."""
    printed = {1: ("0.0253", "5.57"), 5: ("1.62", "11.67"), 10: ("4.80", "18.39")}
    yield from _each(
        "funnel, chi-square limits", GARWOOD, "Table 40: 95 % limits of a Poisson count",
        [
            (f"{side} limit of {count}", digits, chi_square_limits(0.025, count)[place])
            for count, pair in printed.items()
            for place, (side, digits) in enumerate(zip(("lower", "upper"), pair, strict=True))
        ],
    )  # fmt: skip
    yield from _each(
        "funnel, over-dispersion", MONTGOMERY, "Appendix III, percentage points of chi-square",
        [("95 % of chi-square with 10", "18.31", chi_square_quantile(0.95, 10))],
    )  # fmt: skip


def capability() -> Iterator[Row]:
    """Parts per million outside."""
    both, one = (share_outside(mean=0, sigma=1, lower=-3, upper=upper) * 1e6 for upper in (3, None))
    six = share_outside(mean=0, sigma=1, lower=None, upper=4.5) * 1e6
    return _each(
        "capability", MONTGOMERY, "Table 8.2: defective parts per million",
        [
            ("Cp 1.00, two sides", "2700", both),
            ("Cp 1.00, one side", "1350", one),
            ("Cp 1.50, one side", "3.4", six),
        ],
    )  # fmt: skip
