"""What each point of a chart holds."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, replace

import pytest

import wellrun_spc as spc


def test_a_point_never_changes() -> None:
    point = spc.i_chart([1, 2, 3]).points[0]
    assert type(point) is spc.Point
    with pytest.raises(FrozenInstanceError):
        point.value = 9  # type: ignore[misc]


def test_points_are_made_as_their_constructor_would_make_them() -> None:
    for point in spc.p_chart([1, None, 3], [10, 10, 30], target=0.1, notes=["a", "", ""]).points:
        made = spc.Point(**{name: getattr(point, name) for name in spc.Point.__slots__})
        assert made == point
        assert hash(made) == hash(point)
        assert repr(made) == repr(point)
        assert replace(point, note="b").note == "b"


def test_proportions_have_their_own_limits_at_each_point() -> None:
    chart = spc.p_chart([1, 2, 30], [10, 20, 300])
    assert [point.value for point in chart.points] == [0.1, 0.1, 0.1]
    assert [(point.numerator, point.denominator) for point in chart.points] == [(1, 10), (2, 20), (30, 300)]
    assert [round(point.ucl, 4) for point in chart.points] == [0.3846, 0.3012, 0.152]
    assert [point.lcl_clipped for point in chart.points] == [True, True, False]
    assert chart.phases[0].ucl is None
    assert chart.phases[0].sigma is None


def test_limits_that_are_the_same_at_every_point_belong_to_the_phase() -> None:
    chart = spc.p_chart([1, 2, None], [10, 10, 10])
    assert chart.phases[0].ucl == chart.points[0].ucl == pytest.approx(0.15 + 3 * (0.15 * 0.85 / 10) ** 0.5)
    assert chart.points[2].ucl is None
    assert chart.points[2].centre == 0.15


def test_limits_are_clipped_to_what_is_possible_and_say_so() -> None:
    high = spc.p_chart([10, 9, 10], [10, 10, 10]).points[0]
    assert (high.ucl, high.ucl_clipped, high.lcl_clipped) == (1, True, False)
    low = spc.c_chart([1, 2, 1]).points[0]
    assert (low.lcl, low.lcl_clipped) == (0, True)
    free = spc.i_chart([1, 5, 1]).points[0]
    assert free.lcl is not None
    assert free.lcl < 0
    assert not free.lcl_clipped


def test_multiplying_scales_everything_that_is_plotted() -> None:
    plain = spc.u_chart([3, 2, 5, 4], [900, 950, 1000, 980])
    rate = spc.u_chart([3, 2, 5, 4], [900, 950, 1000, 980], multiply=1000)
    for one, thousand in zip(plain.points, rate.points, strict=True):
        assert thousand.value == one.value * 1000
        assert thousand.ucl == one.ucl * 1000
        assert thousand.sigma == one.sigma * 1000
    assert rate.phases[0].centre == plain.phases[0].centre * 1000
    assert (plain.percent, rate.percent) == (False, False)


def test_a_given_centre_is_in_the_units_of_the_plot() -> None:
    rate = spc.u_chart([3, 2, 5, 4], [900, 950, 1000, 980], multiply=1000, centre=4)
    assert rate.phases[0].centre == 4
    assert rate.points[0].sigma == pytest.approx(1000 * (0.004 / 900) ** 0.5)


def test_values_over_denominators_can_be_charted_as_single_values() -> None:
    chart = spc.i_chart([90, 95, 180], n=[100, 100, 200], percent=True)
    assert [point.value for point in chart.points] == [0.9, 0.95, 0.9]
    assert chart.percent
    assert not spc.p_chart([1, 2], [3, 4], multiply=100).percent


def test_excluded_and_suppressed_points_stay_on_the_chart() -> None:
    chart = spc.i_chart([5, 6, 90, 7, 6], excluded=[2], suppressed=[4])
    left_out, hidden = chart.points[2], chart.points[4]
    assert (left_out.value, left_out.excluded, left_out.used) == (90, True, False)
    assert (hidden.value, hidden.suppressed, hidden.used) == (None, True, False)
    assert chart.phases[0].centre == 6
    assert chart.phases[0].mean_range == 1


def test_points_can_be_marked_by_true_and_false() -> None:
    chart = spc.i_chart([5, 6, 90, 7], excluded=[False, False, True, False])
    assert [point.excluded for point in chart.points] == [False, False, True, False]


def test_a_suppressed_numerator_is_hidden_too() -> None:
    point = spc.p_chart([3, 1], [10, 10], suppressed=[0]).points[0]
    assert (point.value, point.numerator, point.denominator) == (None, None, 10)


def test_bridging_joins_values_across_a_gap() -> None:
    values = [1, 4, None, 6]
    assert spc.i_chart(values).phases[0].mean_range == 3
    assert spc.i_chart(values, bridge_gaps=True).phases[0].mean_range == 2.5
    assert [point.value for point in spc.mr_chart(values, bridge_gaps=True).points] == [None, 3, None, 2]


@pytest.mark.parametrize("kind", ["run", "i", "mr", "c", "p", "u"])
@pytest.mark.parametrize("values", [[None], [None, None, None], [4], [4, None], [0, 0, 0], [7] * 20])
def test_thin_series_are_charted(kind: str, values: list[float | None]) -> None:
    n = [10] * len(values) if kind in "pu" else None
    chart = spc.chart(values, chart=kind, n=n, rules="nhs-mdc/1")
    assert len(chart.points) == len(values)
    assert chart.signals == ()


@pytest.mark.parametrize("size", [1e-300, 1e-12, 1e12, 1e150, 9e299])
def test_huge_and_tiny_values_have_limits(size: float) -> None:
    chart = spc.i_chart([size * part for part in (0.5, 1, 0.7, 0.6)])
    phase = chart.phases[0]
    assert phase.centre == pytest.approx(size * 0.7, rel=1e-9, abs=0)
    assert phase.ucl == pytest.approx(size * 1.4976, rel=1e-3, abs=0)
    assert chart.reading.plain == "You have 4 points. Add 8 more to see a pattern."


def test_a_baseline_without_values_has_no_centre() -> None:
    for kind in ("run", "i", "c", "p", "u"):
        n = [10] * 4 if kind in "pu" else None
        chart = spc.chart([None, None, 5, 6], chart=kind, n=n, freeze=2)
        assert chart.phases[0].centre is None
        assert chart.points[3].centre is None
        assert chart.reading.variation == "common_cause"


def test_a_centre_that_no_count_can_have_gives_no_limits() -> None:
    assert spc.c_chart([1, 2, 3], centre=-1).phases[0].ucl is None
    assert spc.p_chart([1, 2, 3], [4, 4, 4], centre=1.5).phases[0].ucl is None
