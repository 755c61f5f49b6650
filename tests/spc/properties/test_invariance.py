"""What must not change when data are moved, stretched, reversed, split, or sent away and back."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.spc.properties import series

import wellrun_spc as spc

OTHER_SIDE = {"high": "low", "low": "high"}


def moved(values: list[float | None], by: float, times: float = 1) -> list[float | None]:
    return [None if value is None else value * times + by for value in values]


def fired(chart: spc.Chart) -> list[tuple[str, tuple[int, ...], str]]:
    return [(signal.rule, signal.positions, signal.side) for signal in chart.signals]


@given(
    values=series.values(),
    by=series.quarters,
    kind=st.sampled_from(["run", "i"]),
    rules=st.sampled_from(series.RULES),
)
def test_moving_all_values_moves_the_lines_and_no_signal(
    values: list[float | None], by: float, kind: str, rules: str
) -> None:
    before, after = (spc.chart(given, chart=kind, rules=rules) for given in (values, moved(values, by)))
    assert fired(after) == fired(before)
    for old, new in zip(before.points, after.points, strict=True):
        for name in ("centre", "lcl", "ucl"):
            line = getattr(old, name)
            assert getattr(new, name) == (None if line is None else pytest.approx(line + by, abs=1e-9))


@given(
    values=series.values(),
    power=st.integers(-8, 8),
    kind=st.sampled_from(series.SINGLE),
    rules=st.sampled_from(series.RULES),
)
def test_another_unit_changes_no_signal(
    values: list[float | None], power: int, kind: str, rules: str
) -> None:
    times = 2.0**power
    before, after = (spc.chart(given, chart=kind, rules=rules) for given in (values, moved(values, 0, times)))
    assert fired(after) == fired(before)
    assert [point.ucl for point in after.points] == [
        None if point.ucl is None else point.ucl * times for point in before.points
    ]


@given(values=series.values(), rules=st.sampled_from(series.RULES))
def test_turning_values_over_turns_the_sides_over(values: list[float | None], rules: str) -> None:
    before, after = (spc.i_chart(given, rules=rules) for given in (values, moved(values, 0, -1)))
    assert [(rule, positions, OTHER_SIDE[side]) for rule, positions, side in fired(before)] == fired(after)


@given(values=series.values(), rules=st.sampled_from(series.RULES))
def test_good_and_bad_change_places_with_the_direction(values: list[float | None], rules: str) -> None:
    up, down = (
        spc.i_chart(given, rules=rules, direction=direction).reading
        for given, direction in ((values, "increase"), (moved(values, 0, -1), "decrease"))
    )
    assert (up.variation, up.mixed, up.since) == (down.variation, down.mixed, down.since)


@given(values=series.values())
def test_time_backwards_has_the_same_lines_and_runs(values: list[float | None]) -> None:
    there, back = (spc.i_chart(given) for given in (values, values[::-1]))
    assert there.phases[0].runs == back.phases[0].runs
    assert there.phases[0].sigma == (
        None if back.phases[0].sigma is None else pytest.approx(back.phases[0].sigma)
    )
    mirrored = {
        (signal.rule, tuple(sorted(len(values) - 1 - place for place in signal.positions)))
        for signal in back.signals
    }
    assert {(signal.rule, signal.positions) for signal in there.signals} == mirrored


@given(given_=series.charts(), place=st.integers(0, 39))
def test_phases_know_nothing_of_each_other(given_: tuple[dict[str, Any], list[Any]], place: int) -> None:
    options, values = given_
    place = min(place, len(values) - 1)
    options = {name: options[name] for name in ("chart", "rules", "n") if name in options}
    whole = spc.chart(values, **options, phases=[place])
    if place == 0:
        assert whole == spc.chart(values, **options)
        return
    for phase, part in zip(whole.phases, (slice(0, place), slice(place, None)), strict=True):
        within = {**options, "n": options["n"][part]} if "n" in options else options
        alone = spc.chart(values[part], **within)
        assert phase.runs == alone.phases[0].runs
        assert (phase.centre, phase.lcl, phase.ucl) == (
            alone.phases[0].centre, alone.phases[0].lcl, alone.phases[0].ucl,
        )  # fmt: skip
        assert [point.signals for point in whole.points[part]] == [point.signals for point in alone.points]


@given(given_=series.charts())
def test_every_chart_survives_json(given_: tuple[dict[str, Any], list[Any]]) -> None:
    options, values = given_
    chart = spc.chart(values, **options)
    assert spc.Chart.from_dict(json.loads(chart.to_json())) == chart


@given(given_=series.charts())
def test_every_chart_keeps_its_promises(given_: tuple[dict[str, Any], list[Any]]) -> None:
    options, values = given_
    chart = spc.chart(values, **options)
    assert [point.position for point in chart.points] == list(range(len(values)))
    for point in chart.points:
        is_silent = point.excluded or point.value is None
        assert not (is_silent and point.signals)
        if point.lcl is not None:
            assert point.lcl <= point.centre + 1e-9
            assert point.centre <= point.ucl + 1e-9
    for signal in chart.signals:
        phase = chart.phases[signal.phase]
        assert list(signal.positions) == sorted(set(signal.positions))
        assert phase.start <= signal.positions[0]
        assert signal.positions[-1] <= phase.end
        assert not any(
            chart.points[place].excluded or chart.points[place].value is None for place in signal.positions
        )
    texts = [chart.reading.plain, chart.reading.sentence, chart.reading.assurance_plain, *chart.notices]
    assert all(text.endswith(".") and "None" not in text and "nan" not in text for text in texts)


@given(values=series.values(least=3, missing=False), place=st.integers(0, 39))
def test_a_left_out_point_is_as_good_as_not_there(values: list[float | None], place: int) -> None:
    place = min(place, len(values) - 1)
    without = spc.i_chart(values[:place] + values[place + 1 :])
    left_out = spc.i_chart(values, excluded=[place])
    assert left_out.phases[0].centre == without.phases[0].centre
    assert left_out.phases[0].ucl == without.phases[0].ucl
    assert left_out.phases[0].runs == without.phases[0].runs


@given(values=series.values())
def test_missing_values_never_become_numbers(values: list[float | None]) -> None:
    known = [value for value in values if value is not None]
    chart = spc.run_chart(values)
    assert chart.phases[0].n_used == len(known)
    assert chart.phases[0].centre == (None if not known else spc.run_chart(known).phases[0].centre)
