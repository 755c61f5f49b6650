"""Empty, single, equal, huge, tiny, not numbers, very many: a chart, or words that say what to do."""

from __future__ import annotations

import json
import re
from math import inf, isfinite, nan
from xml.etree import ElementTree as Xml

import pytest

import wellrun_spc as spc

KINDS = ("run", "i", "mr", "p", "u", "c")


def made(kind: str, values, **options) -> spc.Chart:
    """A chart of any kind; denominators where it needs them."""
    values = list(values)
    n = [max(100.0, *(abs(value) for value in values if value is not None))] * len(values) if values else []
    return spc.chart(values, chart=kind, n=n if kind in ("p", "u") else None, **options)


def holds_only_numbers(chart: spc.Chart) -> bool:
    """Whether everything in the stored chart is a number or nothing, and the drawing is whole."""
    json.loads(chart.to_json())
    svg = chart.svg(theme="light")
    Xml.fromstring(svg)
    return not re.search(r'="[^"]*\b(nan|inf)\b', svg) and all(
        value is None or isfinite(value)
        for point in chart.points
        for value in (point.value, point.centre, point.lcl, point.ucl, point.sigma)
    )


@pytest.mark.parametrize("kind", KINDS)
def test_an_empty_series_is_refused(kind: str) -> None:
    with pytest.raises(spc.SeriesError, match="There are no values"):
        made(kind, [])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("values", [[None], [nan], [None, nan, None]])
def test_a_series_that_is_all_missing_is_drawn_without_lines(kind: str, values) -> None:
    chart = spc.chart(values, chart=kind, n=[9.0] * len(values) if kind in ("p", "u") else None)
    assert holds_only_numbers(chart)
    assert chart.phases[0].centre is None
    assert chart.signals == ()
    assert chart.reading.variation == "not_assessed"


@pytest.mark.parametrize("kind", KINDS)
def test_one_point_is_drawn_and_not_judged(kind: str) -> None:
    chart = made(kind, [5])
    assert holds_only_numbers(chart)
    assert (chart.points[0].lcl, chart.points[0].ucl, chart.signals) == (None, None, ())
    assert chart.reading.word == "Too early to tell"


@pytest.mark.parametrize("rules", list(spc.RULE_SETS))
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("value", [0, 5, 0.1, 1 / 3, 1e-300, 1e290])
def test_where_all_points_are_equal_no_limit_signals(kind: str, rules: str, value: float) -> None:
    chart = made(kind, [value] * 40, rules=rules)
    assert holds_only_numbers(chart)
    assert [signal.rule for signal in chart.signals if signal.rule in ("outside", "two_of_three")] == []
    assert chart.reading.variation == "common_cause"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    ("value", "words"),
    [
        (inf, "too large to compute with"),
        (-inf, "too large to compute with"),
        (1.5e300, "too large to compute with"),
        (10**400, "too large to compute with"),
        ("5", "is not a number. Type a number, like 3"),
        (1j, "is not a number"),
        ([], "is not a number"),
    ],
)
def test_what_is_no_finite_number_is_refused_and_its_row_named(kind: str, value, words: str) -> None:
    n = [9.0] * 3 if kind in ("p", "u") else None
    with pytest.raises(spc.SeriesError, match="Row 2: ") as caught:
        spc.chart([1, value, 3], chart=kind, n=n)
    assert words in str(caught.value)
    assert caught.value.row == 2


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("size", [1e-320, 5e-324, 1e-160, 1e-20, 1e20, 1e160, 9e299])
@pytest.mark.parametrize("rules", ["anhoej/1", "nelson/1", "nhs-mdc/1"])
def test_huge_and_tiny_values_give_numbers(kind: str, size: float, rules: str) -> None:
    values = [size * part for part in (1, 0.5, 0.75, 1, 0.25, 0.5, 1, 0.75, 0.5, 1, 0.9, 0.1, 0.4)]
    assert holds_only_numbers(made(kind, values, rules=rules, target=size))
    if kind in ("run", "i", "mr"):
        assert holds_only_numbers(made(kind, [-value for value in values], rules=rules))


def test_values_of_very_different_size_give_numbers() -> None:
    for values in ([1e300, -1e300] * 8, [1e300, 1e-300] * 8, [0, 5e-324] * 8, [1, 1 + 1e-15] * 8):
        for kind in ("run", "i", "mr"):
            assert holds_only_numbers(spc.chart(values, chart=kind))


def test_ten_thousand_phases_are_computed_and_drawn() -> None:
    values = [value for phase in range(10_000) for value in (phase % 7, phase % 5 + 1)]
    chart = spc.i_chart(values, phases=range(0, 20_000, 2))
    assert len(chart.phases) == 10_000
    assert [phase.start for phase in chart.phases[:3]] == [0, 2, 4]
    assert chart.phases[-1].centre == (9_999 % 7 + 9_999 % 5 + 1) / 2
    assert chart.reading.word == "Too early to tell"
    svg = chart.svg(last=60)
    Xml.fromstring(svg)
    assert len(svg) < 100_000


def test_a_phase_of_one_point_each_has_no_limits() -> None:
    chart = spc.i_chart([1, 5, 2, 8], phases=[1, 2, 3])
    assert [phase.centre for phase in chart.phases] == [1, 5, 2, 8]
    assert all(point.ucl is None for point in chart.points)
    assert holds_only_numbers(chart)


def test_denominators_that_are_next_to_nothing_beside_others_give_numbers_or_are_refused() -> None:
    counts, wholes = [0, 0, 5, 4], [1e-310, 1e-310, 1e15, 1e15]
    for kind in ("p", "u", "np"):
        assert holds_only_numbers(spc.chart(counts, n=wholes, chart=kind))
    for kind in ("i_prime", "p_prime", "u_prime"):
        with pytest.raises(spc.SeriesError, match="Check the denominators: some are very small"):
            spc.chart(counts, n=wholes, chart=kind)
