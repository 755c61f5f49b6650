"""A funnel asks what is different; it never ranks, and never blames."""

import pytest

from wellrun_spc.funnels import Funnel, funnel
from wellrun_spc.funnels.words import ENGLISH

QUIET = [(20, 200), (22, 200), (18, 190), (21, 210)]


def of(units: list[tuple[int, int]], **options: object) -> Funnel:
    names = [f"Ward {place}" for place, _ in enumerate(units, 1)]
    return funnel([o for o, _ in units], [n for _, n in units], units=names, **options)  # type: ignore[arg-type]


def test_a_quiet_funnel_says_that_all_could_be_chance() -> None:
    found = of(QUIET)
    assert found.plain == (
        "All 4 units are inside the limits around 10.1%. The differences between them could all be chance."
    )
    assert found.sentence.startswith(
        "0 of 4 units beyond the 99.8% limits (exact, not adjusted for over-dispersion); target 10.1%, phi 0."
    )


def test_a_unit_outside_is_named_with_a_question() -> None:
    found = of([*QUIET, (70, 200)], target=0.1)
    (unit,) = found.outside
    assert unit.plain == (
        "Ward 5: 35% (70 of 200). Higher than we would expect from chance alone. What is different there?"
    )
    assert unit.sentence.startswith("Ward 5: 35% (70 of 200), above the upper 99.8% limit of 1")
    assert found.plain == (
        "1 of 5 units is outside the limits around 10%: Ward 5 (higher). "
        "That is further than we would expect from chance alone. Ask what is different there."
    )


def test_low_is_asked_about_in_the_same_words_as_high() -> None:
    found = of([*QUIET, (70, 200), (1, 200)], target=0.1)
    assert [unit.unit for unit in found.outside] == ["Ward 5", "Ward 6"]
    assert "Lower than we would expect from chance alone. What is different there?" in found.outside[1].plain
    assert "below the lower 99.8% limit" in found.outside[1].sentence
    assert "2 of 6 units are outside the limits around 10%: Ward 5 (higher), Ward 6 (lower)." in found.plain


def test_many_units_outside_are_counted_and_not_listed() -> None:
    found = of([(70, 200)] * 4 + [(1, 200)] * 4, target=0.1)
    assert found.plain.startswith("8 of 8 units are outside the limits around 10%. That is more than")


def test_adjusted_limits_are_called_adjusted() -> None:
    found = of([*[(20, 200)] * 5, *[(30, 200)] * 5, (150, 200)], overdispersion="additive")
    assert found.adjusted
    assert "additive over-dispersion" in found.sentence
    assert "adjusted for over-dispersion; z = " in found.outside[0].sentence
    low = of([*[(200, 2000)] * 5, *[(230, 2000)] * 5, (1, 2000)], overdispersion="multiplicative")
    assert "below the lower 99.8% limit" in low.outside[0].sentence
    assert "multiplicative over-dispersion" in low.sentence


def test_at_95_percent_it_says_how_many_would_be_outside_by_chance() -> None:
    assert of(QUIET * 5, level=95).plain.endswith(
        "By chance alone, about 1 of 20 would be outside these limits."
    )
    assert "By chance" not in of(QUIET, level=95).plain
    assert "By chance" not in of(QUIET * 5).plain


@pytest.mark.parametrize(
    ("options", "counts"),
    [({"kind": "rate", "multiply": 1000.0}, "70 in 200"), ({"kind": "ratio"}, "70 where 20 were expected")],
)
def test_counts_are_told_in_words_that_fit_the_kind(options: dict[str, object], counts: str) -> None:
    sizes = [20, 20, 20, 20] if options["kind"] == "ratio" else [200] * 4
    found = funnel([20, 20, 20, 70], sizes, **options)  # type: ignore[arg-type]
    assert counts in found.units[3].plain


def test_one_unit_alone_is_compared_only_with_a_target() -> None:
    assert of([(20, 200)]).plain == "There is one unit, at 10%. A funnel needs others to compare it with."
    assert of([(20, 200)], target=0.11).plain == "There is one unit, and it is inside the limits around 11%."


@pytest.mark.parametrize("text", ENGLISH.values())
def test_no_sentence_ranks_blames_or_cheers(text: str) -> None:
    lower = text.lower()
    for word in ("best", "worst", "rank", "poor", "fail", "outlier", "league", "!", "performance"):
        assert word not in lower
