"""The front door: what is compared with what, which units are outside, and what is refused."""

import math
import subprocess
import sys

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellrun_spc.funnels import Funnel, funnel
from wellrun_spc.series import SeriesError

WARDS = ["Alder", "Beech", "Cedar", "Damson", "Elder", "Fir"]
FALLS = [12, 30, 9, 22, 41, 3]
PEOPLE = [200, 260, 190, 210, 400, 60]


def wards(**options: object) -> Funnel:
    return funnel(FALLS, PEOPLE, units=WARDS, **options)  # type: ignore[arg-type]


def test_units_are_compared_with_the_pooled_proportion() -> None:
    found = wards()
    assert found.target == pytest.approx(sum(FALLS) / sum(PEOPLE))
    assert not found.target_given
    assert found.percent


def test_ratios_are_compared_with_one() -> None:
    found = funnel(FALLS, expected=[15.2, 28, 8, 20, 44, 2], units=WARDS)
    assert (found.kind, found.target, found.percent) == ("ratio", 1, False)


def test_a_given_target_is_on_the_scale_of_the_plotted_values() -> None:
    found = wards(kind="rate", multiply=1000, target=80)
    assert found.target == pytest.approx(80)
    assert found.units[0].value == pytest.approx(60)
    assert found.units[0].unadjusted is not None
    assert found.units[0].unadjusted.lcl95 < 80 < found.units[0].unadjusted.ucl95


def test_units_keep_the_order_in_which_they_were_given() -> None:
    assert [unit.unit for unit in wards().units] == WARDS


def test_rows_of_a_unit_are_added_together() -> None:
    found = funnel([5, 30, 7], [90, 260, 110], units=["Alder", "Beech", "Alder"])
    assert [(unit.unit, unit.numerator, unit.denominator) for unit in found.units] == [
        ("Alder", 12, 200),
        ("Beech", 30, 260),
    ]


def test_without_names_each_row_is_a_unit() -> None:
    assert [unit.unit for unit in funnel(FALLS, PEOPLE).units] == ["1", "2", "3", "4", "5", "6"]


def test_a_unit_far_from_the_others_is_outside_both_levels() -> None:
    found = funnel([12, 30, 9, 60], [200, 260, 190, 210], units=WARDS[:4], target=0.08)
    assert [(unit.outside95, unit.outside998) for unit in found.units][3] == ("high", "high")
    assert [unit.unit for unit in found.outside] == ["Damson"]


def test_the_level_decides_who_is_named_but_both_are_computed() -> None:
    found = wards(level=95)
    assert [unit.unit for unit in found.outside] == [unit.unit for unit in found.units if unit.outside95]


def test_units_that_are_all_alike_are_never_outside() -> None:
    for kind in ("proportion", "rate", "ratio"):
        found = funnel([10] * 8, [100] * 8, kind=kind, target=0.1)  # type: ignore[arg-type]
        assert found.outside == ()
        assert found.phi == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize("observed", [[0, 0, 0], [50, 20, 90]])
def test_nobody_is_outside_where_everyone_or_no_one_had_the_event(observed: list[int]) -> None:
    sizes = [50, 20, 90]
    found = funnel(observed, sizes, level=95)
    assert found.outside == ()
    assert all(unit.outside95 is None for unit in found.units)


def test_a_unit_where_nothing_was_counted_is_kept_and_not_compared() -> None:
    found = funnel([*FALLS, 0, None], [*PEOPLE, 0, 40], units=[*WARDS, "Gorse", "Hazel"])
    assert len(found.units) == 8
    assert [unit.unit for unit in found.compared] == WARDS
    assert found.units[6].value is None
    assert found.phi == wards().phi
    assert "Nothing to compare: Gorse, Hazel. No cases were counted there." in found.notices
    assert "1 row has a number missing and was left out." in found.notices


def test_rows_with_a_number_missing_count_for_nothing() -> None:
    found = funnel([12, None, 9, 4], [200, 50, math.nan, 90], units=["a", "a", "b", "b"])
    assert [(unit.numerator, unit.denominator) for unit in found.units] == [(12, 200), (4, 90)]
    assert "2 rows have a number missing and were left out." in found.notices


def test_over_dispersion_widens_the_limits() -> None:
    for how in ("additive", "multiplicative"):
        found = wards(overdispersion=how)
        assert found.adjusted
        for unit in found.units:
            assert unit.adjusted is not None
            assert unit.unadjusted is not None
            assert unit.adjusted.ucl998 > unit.unadjusted.ucl998
            assert unit.adjusted.lcl998 < unit.unadjusted.lcl998 or unit.unadjusted.lcl998 == 0


def test_limits_are_not_widened_where_units_differ_by_chance_alone() -> None:
    found = funnel([20, 21, 19, 20, 22, 18], [200] * 6, overdispersion="multiplicative")
    assert found.phi is not None
    assert found.phi < 1
    assert not found.adjusted
    assert found.notices[0].endswith("so the limits are not widened.")
    assert found.units[0].adjusted == pytest.approx(
        funnel([20, 21, 19, 20, 22, 18], [200] * 6, overdispersion="additive").units[0].adjusted
    )


def test_phi_is_reported_and_named_when_nothing_was_asked_for() -> None:
    found = funnel([10, 60, 20, 90, 15, 70], [200] * 6)
    assert found.overdispersed
    assert found.notices[0].startswith("The units differ more than chance alone would make them (phi ")


def test_phi_of_a_few_units_is_called_uncertain() -> None:
    assert wards(overdispersion="additive").notices[-1] == (
        "There are only 6 units, so how much they truly differ is uncertain."
    )


def test_square_root_limits_are_squared_back() -> None:
    # 0.25 / E is the variance of a square root: at E = 100 the limits are (1 -+ 1.96 / 20)^2
    found = funnel(
        [100, 120, 90], expected=[100, 100, 100], method="cqc", overdispersion="multiplicative", trim=0
    )
    (unit, *_), phi = found.units, found.phi
    assert unit.adjusted is not None
    assert phi is not None
    assert unit.adjusted.ucl95 == pytest.approx((1 + 1.959964 * math.sqrt(phi) / 20) ** 2)
    assert unit.adjusted.lcl998 == pytest.approx((1 - 3.090232 * math.sqrt(phi) / 20) ** 2)


def test_rate_limits_rest_on_the_error_of_a_log_rate() -> None:
    found = funnel([30, 50, 40], [1000, 2000, 1500], kind="rate", method="log")
    (unit, *_) = found.units
    assert unit.unadjusted is not None
    error = math.sqrt(1 / (found.target * 1000) + 1 / 1000)
    assert unit.unadjusted.ucl95 == pytest.approx(found.target * math.exp(1.959964 * error))


def test_log_limits_of_a_pooled_rate_of_nought_are_nought() -> None:
    (unit,) = funnel([0], [100], kind="rate", method="log").units
    assert unit.unadjusted is not None
    assert (unit.unadjusted.lcl998, unit.unadjusted.ucl998) == (0, 0)
    assert unit.outside998 is None


def test_units_with_no_events_have_a_score_even_on_the_log_scale() -> None:
    found = funnel([0, 12, 9, 14, 0], expected=[4, 11, 10, 13, 0.3], method="shmi", trim=0)
    assert found.units[0].z == pytest.approx(-4)
    assert found.units[4].z == pytest.approx(-2 * math.sqrt(0.3))
    assert found.phi is not None
    assert math.isfinite(found.phi)


def test_a_rate_with_no_events_at_all_is_drawn_and_not_judged() -> None:
    found = funnel([0, 0], [100, 400], kind="rate", overdispersion="additive")
    assert (found.phi, found.tau2, found.adjusted, found.overdispersed) == (None, None, False, False)
    assert found.units[0].z is None
    assert found.notices == ("No unit had an event, so there is nothing to compare.",)
    assert "phi unknown" in found.sentence


def test_expected_numbers_are_rounded_for_scores_and_limits_of_shmi_alone() -> None:
    shmi, plain = (
        funnel([5, 7], expected=[4.004, 6], method=method, round_expected=None) for method in ("shmi", "cqc")
    )  # type: ignore[arg-type]
    assert shmi.units[0].z == pytest.approx(2 * math.log(5 / 4))
    assert shmi.units[0].value == pytest.approx(5 / 4.004)
    assert plain.units[0].z == pytest.approx(2 * (math.sqrt(5) - math.sqrt(4.004)))
    tiny = funnel([0, 7], expected=[0.004, 6], method="shmi")
    assert tiny.units[0].denominator == 0.004


def test_the_curve_runs_from_below_the_smallest_unit_to_beyond_the_largest() -> None:
    for method in ("exact", "arcsine"):
        curve = wards(method=method).curve
        assert curve[0].denominator <= 60
        assert curve[-1].denominator >= 400
        assert [point.denominator for point in curve] == sorted({point.denominator for point in curve})


def test_the_limits_on_the_curve_close_in_on_the_target() -> None:
    found = wards(method="arcsine", overdispersion="multiplicative")
    widths = [point.unadjusted.ucl998 - point.unadjusted.lcl998 for point in found.curve]
    assert widths == sorted(widths, reverse=True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (
            {"observed": [1], "denominators": None},
            "A funnel needs denominators, or expected numbers. Give one",
        ),
        (
            {"observed": [1], "denominators": [2], "expected": [2]},
            "Give one of the two, one number for each row.",
        ),
        (
            {"observed": [1], "expected": [2], "kind": "rate"},
            "A rate has no expected numbers. Give denominators",
        ),
        ({"observed": [], "denominators": []}, "There are no units. Give at least one row."),
        ({"observed": [1, 2], "denominators": [3]}, "There are 2 observed numbers but 1 denominators."),
        (
            {"observed": [1], "denominators": [3], "units": ["a", "b"]},
            "There are 1 observed numbers but 2 unit names.",
        ),
        ({"observed": [1, 2], "denominators": [3, 4], "units": ["a", " "]}, "Row 2: The unit has no name."),
        ({"observed": [1, 2], "denominators": [3, 4], "units": ["a", None]}, "Row 2: The unit has no name."),
        ({"observed": [1], "denominators": [3], "units": [math.nan]}, "Row 1: The unit has no name."),
        ({"observed": [-1], "denominators": [3]}, "Row 1 (1): The observed number -1 is below zero."),
        ({"observed": [1], "denominators": [-3]}, "Row 1 (1): The denominator -3 is below zero."),
        ({"observed": [4], "denominators": [3]}, "The observed number 4 is more than the denominator 3."),
        (
            {"observed": [2], "denominators": [0], "kind": "rate"},
            "There are 2 events but the denominator is 0.",
        ),
        ({"observed": [1e300], "denominators": [1e-9], "kind": "rate"}, "is too large to compute with."),
        (
            {"observed": [None], "denominators": [3]},
            "No unit has both numbers, so there is nothing to compare.",
        ),
        ({"observed": [1], "denominators": [3.5]}, "The denominator 3.5 is not a whole number"),
        ({"observed": ["x"], "denominators": [3]}, "Row 1: The observed number “x” is not a number."),
        (
            {"observed": [1], "denominators": [3], "kind": "share"},
            "There is no kind called share. Use one of: propor",
        ),
        (
            {"observed": [1], "denominators": [3], "method": "shmi"},
            "There is no method of a proportion called shmi.",
        ),
        (
            {"observed": [1], "denominators": [3], "level": 99},
            "There is no level called 99. Use one of: 95, 99.8.",
        ),
        (
            {"observed": [1], "denominators": [3], "overdispersion": "yes"},
            "There is no overdispersion called yes.",
        ),
        ({"observed": [1], "denominators": [3], "trim": 0.5}, "A trim of 0.5 leaves no units."),
        ({"observed": [1], "denominators": [3], "multiply": 0}, "Values cannot be multiplied by 0."),
        ({"observed": [1], "denominators": [3], "target": 2}, "A target of 2 is no proportion."),
        (
            {"observed": [1], "denominators": [3], "target": 0, "kind": "rate"},
            "A target of 0 sets no limits.",
        ),
    ],
)
def test_what_cannot_be_compared_is_refused_with_a_remedy(arguments: dict[str, object], words: str) -> None:
    with pytest.raises(SeriesError) as caught:
        funnel(**arguments)  # type: ignore[arg-type]
    assert words in str(caught.value)
    assert caught.value.remedy


def test_weighted_cases_are_compared_on_the_arcsine_scale() -> None:
    assert funnel([1.5, 4], [10.5, 20.25], method="arcsine").compared


@pytest.mark.parametrize("options", [{}, {"overdispersion": "additive"}, {"kind": "rate", "multiply": 100}])
def test_a_funnel_survives_being_stored(options: dict[str, object]) -> None:
    found = funnel([*FALLS, 0], [*PEOPLE, 0], units=[*WARDS, "Gorse"], **options)  # type: ignore[arg-type]
    assert Funnel.from_dict(found.to_dict()) == found
    assert '"chart": "funnel"' in found.to_json()


def test_the_limits_named_in_stored_units_are_those_in_force() -> None:
    found = wards(overdispersion="additive").to_dict()
    assert found["units"][0]["ucl998"] == found["units"][0]["adjusted"]["ucl998"]
    found = wards().to_dict()
    assert found["units"][0]["ucl998"] == found["units"][0]["unadjusted"]["ucl998"]


def test_importing_funnels_does_not_import_scipy() -> None:
    code = "import sys, wellrun_spc.funnels; print('scipy' in sys.modules, 'numpy' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout.split() == ["False", "False"]


UNITS = st.lists(
    st.tuples(st.integers(1, 5000), st.floats(0, 1)).map(lambda pair: (round(pair[0] * pair[1]), pair[0])),
    min_size=1,
    max_size=12,
)
CHOICES = st.sampled_from(
    [("proportion", "exact"), ("proportion", "prediction"), ("proportion", "arcsine"), ("rate", "exact"),
     ("rate", "log"), ("ratio", "shmi"), ("ratio", "cqc"), ("ratio", "prediction")]
)  # fmt: skip


@given(UNITS, CHOICES, st.sampled_from(["none", "additive", "multiplicative"]))
def test_the_target_always_lies_between_the_limits(
    units: list[tuple[int, int]], choice: tuple[str, str], overdispersion: str
) -> None:
    found = funnel(
        [o for o, _ in units],
        [n for _, n in units],
        kind=choice[0],  # type: ignore[arg-type]
        method=choice[1],  # type: ignore[arg-type]
        overdispersion=overdispersion,  # type: ignore[arg-type]
    )
    limits = [
        limit
        for point in (*found.units, *found.curve)
        for limit in (point.unadjusted, point.adjusted)
        if limit
    ]
    for limit in limits:
        assert limit.lcl998 <= limit.lcl95 + 1e-12
        assert limit.lcl95 <= found.target <= limit.ucl95
        assert limit.ucl95 <= limit.ucl998 + 1e-12


@given(UNITS, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(units: list[tuple[int, int]], random: object) -> None:
    rows = [(str(place % 5), o, n) for place, (o, n) in enumerate(units)]
    shuffled = rows.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    def computed(given: list[tuple[str, int, int]]) -> Funnel:
        names, observed, sizes = zip(*given, strict=True)
        return funnel(observed, sizes, units=names, overdispersion="additive")

    first, second = computed(rows), computed(shuffled)
    assert sorted(unit.unit for unit in first.outside) == sorted(unit.unit for unit in second.outside)
    assert (first.target, first.phi, first.tau2) == (second.target, second.phi, pytest.approx(second.tau2))


@given(UNITS, st.floats(1e-3, 1e5))
def test_multiplying_scales_values_and_limits_and_nothing_else(
    units: list[tuple[int, int]], by: float
) -> None:
    observed, sizes = [o for o, _ in units], [n for _, n in units]
    plain, scaled = (funnel(observed, sizes, kind="rate", multiply=multiply) for multiply in (1.0, by))
    assert (plain.phi, plain.tau2) == (scaled.phi, scaled.tau2)
    for one, other in zip(plain.units, scaled.units, strict=True):
        assert one.unadjusted is not None
        assert other.unadjusted is not None
        assert other.unadjusted.ucl95 == pytest.approx(one.unadjusted.ucl95 * by)
        assert other.z == one.z


def test_what_was_not_stored_here_is_refused_with_words() -> None:
    stored = wards().to_dict()
    with pytest.raises(SeriesError, match="stored in the form None"):
        Funnel.from_dict({})
    del stored["notices"]
    with pytest.raises(SeriesError, match="is not a whole wellrun-"):
        Funnel.from_dict(stored)


@pytest.mark.parametrize(
    ("kind", "method"),
    [("ratio", "shmi"), ("ratio", "cqc"), ("rate", "log"), ("rate", "exact"), ("proportion", "arcsine")],
)
def test_the_share_outside_is_what_the_limits_promise_where_nothing_varies(kind: str, method: str) -> None:
    # 60 funnels of 150 units that differ by chance alone. Limits of the wrong width put a third outside.
    random = np.random.default_rng(20260414)
    outside95 = outside998 = units = 0
    for _ in range(60):
        smallest = 5000 if kind == "rate" else 200
        sizes = np.round(np.exp(random.uniform(math.log(smallest), math.log(smallest * 20), 150)))
        observed = {
            "ratio": lambda sizes=sizes: random.poisson(sizes),
            "rate": lambda sizes=sizes: random.poisson(sizes * 0.01),
            "proportion": lambda sizes=sizes: random.binomial(sizes.astype(int), 0.2),
        }[kind]()
        found = funnel(observed, sizes, kind=kind, method=method, overdispersion="additive")  # type: ignore[arg-type]
        for unit in found.compared:
            limits = unit.unadjusted if method == "exact" else unit.adjusted
            assert limits is not None
            assert unit.value is not None
            outside95 += limits.side(unit.value, 95) is not None
            outside998 += limits.side(unit.value, 99.8) is not None
            units += 1
    assert outside95 / units == pytest.approx(0.05, abs=0.01)
    assert outside998 / units == pytest.approx(0.002, abs=0.0015)
