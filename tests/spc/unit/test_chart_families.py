"""The charts of weighted values, many cases, numbers out of n and rare events: what cards do not show."""

# ruff: noqa: E501 - messages are quoted whole, so that they can be searched for

from __future__ import annotations

from datetime import date

import pytest

import wellrun_spc as spc
from wellrun_spc.draw import chart_svg
from wellrun_spc.kernel.ranges import weighted_ranges

GAPS = [12, 30, 4, 7, 22, 9, 15, 3, 41, 8, 19, 26]
LOW_THEN_HIGH = [*[1, 2, 3] * 6, *[30, 40, 35] * 6]


def messages(chart: spc.Chart) -> list[str]:
    return [signal.sentence for signal in chart.signals] + [signal.plain for signal in chart.signals]


@pytest.mark.parametrize(
    ("kind", "values", "options", "message"),
    [
        ("np", [3, 4], {}, "An np chart needs denominators. Give them as n, one for each value."),
        ("np", [3, 9], {"n": [5, 5]}, "Row 2: The numerator 9 is more than the denominator 5. Check both numbers. If one case can count twice, use a u chart."),
        ("np", [3, 4], {"n": [5, 6], "centre": 3}, "One centre line cannot be given where the denominators differ. Use a p chart: its centre is a proportion."),
        ("np", [3, 4], {"n": [5, 5], "centre": 6}, "The centre line 6 is more than the denominator 5. Check both numbers."),
        ("p_prime", [-1, 4], {"n": [5, 6]}, "Row 1: The numerator -1 is below zero. Counts start at 0. Check the number, or leave it empty if it is missing."),
        ("i_prime", [3, 4], {}, "An i_prime chart needs denominators. Give them as n, one for each value."),
        ("u", [1e-20, 1e299], {"n": [1e-300, 1e9]}, "The limits are too large to compute with. Check the denominators: some are very small."),
        ("u_prime", [3, 7, 1e-290], {"n": [50, 1e300, 1e-300]}, "The limits are too large to compute with. Check the denominators: some are very small."),
        ("u_prime", [3, 1e299], {"n": [1e-10, 1], "centre": 1e-300}, "The limits are too large to compute with. Check the denominators: some are very small."),
        ("i", [3, 4], {"centre": 1e300, "multiply": 1e-10}, "The centre line is too large to compute with. Check it, and the factor."),
        ("g", [3, -4], {}, "Row 2: The count -4 is below zero. Counts start at 0. Check the number, or leave it empty if it is missing."),
        ("g", [3, 4], {"n": [1, 2]}, "A g chart has no denominators. Leave n out."),
        ("c", [3, 4], {"n": [1, 2]}, "A c chart has no denominators. Use a u chart for counts with denominators, or leave n out."),
        ("t", [3, 0], {}, "Row 2: The time between events is 0. It must be more than 0. Use a finer unit, such as hours, for events on one day."),
        ("t", [3, 4], {"centre": 0}, "The centre line of a t chart cannot be 0. Use a number above 0."),
    ],
)  # fmt: skip
def test_slips_are_named(kind: str, values: list[float], options: dict[str, object], message: str) -> None:
    with pytest.raises(spc.SeriesError) as refused:
        spc.chart(values, chart=kind, **options)  # type: ignore[arg-type]
    assert str(refused.value) == message


def test_numbers_out_of_n_step_with_n() -> None:
    chart = spc.np_chart([12, 15, 8, 20], n=[50, 50, 50, 100])
    assert [point.centre for point in chart.points] == pytest.approx([11, 11, 11, 22])
    assert (chart.phases[0].centre, chart.phases[0].ucl) == (None, None)


def test_numbers_out_of_n_are_clipped_to_none_and_all() -> None:
    chart = spc.np_chart([5, 4, 5, 5], n=[5, 5, 5, 5], multiply=2)
    assert (chart.phases[0].ucl, chart.points[0].ucl_clipped) == (10, True)
    assert spc.np_chart([None, 1], n=[None, 5], centre=2).points[1].centre == 2
    assert spc.np_chart([None], n=[None], centre=2).points[0].centre is None


def test_signals_about_a_line_that_steps_name_no_single_value() -> None:
    sizes = [100, 200] * 18
    values = [size * (0.1 if place < 18 else 0.3) // 1 for place, size in enumerate(sizes)]
    said = " ".join(messages(spc.np_chart(values, n=sizes)))
    assert "18 points in a row above the centre line of 20 to 40, 19 to 36" in said
    assert "are all above their averages." in said


def test_frozen_limits_rest_on_the_baseline_only() -> None:
    values, n = [40, 44, 38, 43, 41, 90], [100, 120, 90, 110, 100, 100]
    for kind in ("p_prime", "u_prime", "i_prime"):
        whole = spc.chart(values, chart=kind, n=n, freeze=5)
        alone = spc.chart(values[:5], chart=kind, n=n[:5])
        assert [point.ucl for point in whole.points[:5]] == pytest.approx([p.ucl for p in alone.points])
        assert whole.phases[0].sigma_z == (alone.phases[0].sigma_z and pytest.approx(alone.phases[0].sigma_z))


def test_screening_drops_large_ranges_of_weighted_values_too() -> None:
    values, n = [40, 44, 38, 43, 41, 900, 42, 40, 43, 39, 41, 42], [100, 110] * 6
    for kind in ("u_prime", "i_prime"):
        kept = spc.chart(values, chart=kind, n=n, screen="never")
        screened = spc.chart(values, chart=kind, n=n, screen="once")
        assert screened.points[0].sigma < kept.points[0].sigma  # type: ignore[operator]
        assert "2 unusually big jumps were left out when the limits were set." in screened.notices


def test_gaps_in_weighted_values_are_bridged_where_that_is_asked() -> None:
    apart = spc.i_prime_chart([40, None, 44, None, 38], n=[100, None, 110, None, 90])
    assert apart.notices[0].startswith("There are no limits. No two neighbours are known")
    joined = spc.i_prime_chart([40, None, 44, None, 38], n=[100, None, 110, None, 90], bridge_gaps=True)
    close = spc.i_prime_chart([40, 44, 38], n=[100, 110, 90])
    assert joined.points[0].ucl == close.points[0].ucl
    ranges = [0.0, 0.0]
    weighted_ranges([1.0, 3.0], [4.0, 4.0], False, ranges)
    assert ranges[1] == pytest.approx(2 / (1 / 4 + 1 / 4) ** 0.5)


def test_where_nothing_varies_limits_are_the_centre_and_nothing_is_a_signal() -> None:
    for kind, values, n in (
        ("p_prime", [0] * 36, [50] * 36), ("p_prime", [5] * 36, [50] * 36), ("u_prime", [50] * 36, [50] * 36),
        ("i_prime", [5] * 36, [50] * 36), ("t", [12] * 36, None), ("g", [0] * 36, None), ("np", [50] * 36, [50] * 36),
        ("xbar", [[3, 3]] * 36, None), ("s", [[3, 3]] * 36, None),
    ):  # fmt: skip
        chart = spc.chart(values, chart=kind, n=n)
        assert chart.signals == ()
        point = chart.points[0]
        assert (point.lcl, point.ucl) == (pytest.approx(point.centre), pytest.approx(point.centre))


def test_a_centre_that_cannot_be_has_no_limits() -> None:
    assert spc.p_prime_chart([3, 4, 5], n=[10] * 3, centre=1.5).points[0].ucl is None
    assert spc.g_chart([3, 4, 5], centre=-1).points[0].ucl is None


def test_runs_on_a_g_chart_are_about_its_median() -> None:
    chart = spc.g_chart(LOW_THEN_HIGH, direction="increase")
    phase = chart.phases[0]
    assert phase.middle == 16.5
    assert phase.runs.longest == 18
    assert chart.reading.variation == "improving"
    said = " ".join(messages(chart))
    assert "Unusually long run: 18 points in a row above the median of 16, 19 to 36" in said
    assert "crossings of the median of" in said
    assert "The line crosses the middle value only once" in said


def test_other_rule_sets_speak_of_the_median_too() -> None:
    for rules, words in (
        ("nhs-mdc/1", "Shift: 18 points in a row above the median of"),
        ("ihi-run/1", "2 runs about the median of"),
        ("cutbox/1", "above the median of"),
    ):
        assert words in " ".join(messages(spc.g_chart(LOW_THEN_HIGH, rules=rules)))


def test_a_long_gap_is_outside_and_a_short_one_never() -> None:
    chart = spc.g_chart([*GAPS, 200], direction="increase", freeze=12)
    (signal,) = chart.signals
    assert (signal.rule, signal.positions, chart.reading.variation) == ("outside", (12,), "improving")
    assert spc.g_chart([*GAPS, 0], freeze=12).signals == ()


def test_a_point_of_a_rare_event_is_a_point_whatever_the_dates() -> None:
    days = [date(2026, 1, day) for day in range(1, 13)]
    assert (spc.i_chart(GAPS, x=days).period, spc.t_chart(GAPS, x=days).period) == ("day", "point")


def test_a_t_chart_speaks_of_a_typical_value() -> None:
    said = " ".join(messages(spc.t_chart(LOW_THEN_HIGH)))
    assert "above the typical value of" in said
    assert "The line crosses the typical value only once" in said


def test_a_centre_that_is_given_is_a_time() -> None:
    chart = spc.t_chart(GAPS, centre=20, multiply=2)
    assert chart.phases[0].centre == pytest.approx(20)
    phase = chart.phases[0]
    assert phase.ucl == pytest.approx(((20 ** (1 / 3.6)) + 3 * phase.sigma) ** 3.6)  # type: ignore[operator]


def test_assurance_holds_a_target_against_the_limits() -> None:
    days = spc.t_chart(GAPS, direction="increase", target=400)
    assert days.reading.assurance == "consistently_misses"
    assert spc.g_chart(GAPS, direction="increase", target=10).reading.assurance == "hit_and_miss"
    numbers = spc.np_chart([40, 41, 42, 39], n=[50] * 4, direction="increase", target=20)
    assert numbers.reading.assurance == "consistently_meets"


def test_every_chart_survives_storage_with_its_own_lines() -> None:
    chart = spc.p_prime_chart([9000, 9200, 9050, 9170], n=[10000] * 4)
    stored = chart.to_dict()["series"][0]  # type: ignore[index]
    assert stored["phases"][0]["sigma_z"] == chart.phases[0].sigma_z
    for phase in stored["phases"]:
        del phase["sigma_z"], phase["middle"]  # as stored before these charts were there
    assert spc.Chart.from_dict(stored).phases[0].sigma_z is None
    assert spc.Chart.from_dict(spc.g_chart(GAPS).to_dict()) == spc.g_chart(GAPS)


@pytest.mark.parametrize(
    ("chart", "words"),
    [
        (spc.g_chart(GAPS), ["Cases between events (g chart)", "Average 16", "Middle value 14"]),
        (spc.g_chart([5, 5, 5]), ["Average 5"]),
        (spc.t_chart(GAPS), ["Time between events (t chart)", "Typical value"]),
        (spc.np_chart([12, 15], n=[50, 60]), ["12 of 50"]),
        (spc.p_prime_chart([12, 15], n=[50, 60]), ["24% (12 of 50)"]),
        (spc.u_prime_chart([12, 15], n=[50, 60]), ["Rates (u-prime chart)"]),
        (spc.xbar_chart([[1, 2, 3], [3, 4]]), ["2 (3 values)"]),
        (spc.s_chart([[1, 2, 3], [3, 4]]), ["Spread within groups (S chart)"]),
    ],
)
def test_drawings_name_the_chart_its_lines_and_what_points_rest_on(
    chart: spc.Chart, words: list[str]
) -> None:
    drawn = chart_svg(chart, theme="light")
    assert [word for word in words if word not in drawn] == []


def test_a_run_is_drawn_about_the_middle_value() -> None:
    drawn = chart_svg(spc.g_chart(LOW_THEN_HIGH), theme="light")
    assert "above the middle value" in drawn


def test_a_run_chart_has_no_denominator_to_speak_of() -> None:
    assert "value" in chart_svg(spc.run_chart([1, 2, 3], n=[2, 2, 2]), theme="light").lower()
