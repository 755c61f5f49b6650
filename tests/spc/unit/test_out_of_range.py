"""What the fuzzer found: numbers and documents that nobody means are refused in words."""

from __future__ import annotations

import copy

import pytest

import wellrun_spc as spc

HUGE = 10**400
LIMITS = [10, 9, 11, 10, 12, 10, 9, 11, 10, 9, 11, 10]


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda: spc.capability(LIMITS, lower=HUGE), "The limit or target is too large to compute with."),
        (lambda: spc.capability(LIMITS, upper=1e12), "too far from the values to compare"),
        (lambda: spc.capability(LIMITS, upper="12"), "is not a number. Type a number, like 3"),
        (lambda: spc.pareto(["a", "b"], [3, 1e200]), "Row 2 (b): The count 1e+200 is too large"),
        (lambda: spc.funnel([3], [1e200], kind="rate"), "The denominator 1e+200 is too large"),
        (lambda: spc.funnel([0], expected=[5e-324]), "The denominator 4.94066e-324 is too small."),
        (lambda: spc.funnel([3], [9], multiply=HUGE), "The factor is too large to compute with."),
        (lambda: spc.funnel([3], [9], multiply=1e-300), "Values cannot be multiplied by 1e-300."),
        (lambda: spc.funnel([3], [9], kind="rate", target=1e-300), "sets no limits. Give a number above 0."),
        (lambda: spc.cusum([1, 2], k=HUGE), "The k is too large to compute with."),
        (lambda: spc.cusum([1, 2], h=1e-300), "h is 1e-300. Give a number from 1e-06 to 1e+06."),
        (
            lambda: spc.cusum([1e300, 2], centre=0, sigma=1e-200),
            "Row 1: The value is too far from the centre",
        ),
        (lambda: spc.ewma([3, 1e300], centre=0, sigma=1e-9), "Row 2: The value is too far from the centre"),
        (lambda: spc.bernoulli_cusum([0, 1], p0=5e-324), "A usual share of 4.94066e-324 leaves nothing"),
        (lambda: spc.vlad([0, 1], [0.1, 0.2], odds_ratio=0), "odds_ratio is 0. Give a number above 0."),
    ],
)
def test_numbers_that_nobody_means_are_refused_with_a_remedy(make, words):
    with pytest.raises(spc.SeriesError) as caught:
        make()
    assert words in str(caught.value)


MADE = [
    spc.i_chart([1, 2, 3, 9]), spc.funnel([3, 9], [40, 50]), spc.pareto(["a", "b"]), spc.cusum([1, 2, 5]),
]  # fmt: skip


@pytest.mark.parametrize("made", MADE, ids=lambda made: type(made).__name__)
def test_a_document_with_something_else_in_it_is_refused(made):
    stored = made.to_dict()
    series = stored["series"][0] if "series" in stored else stored
    lists = [name for name, inside in series.items() if isinstance(inside, list) and inside]
    lists = [name for name in lists if "notice" not in name]
    assert lists
    for name in lists:
        bad = copy.deepcopy(stored)
        (bad["series"][0] if "series" in bad else bad)[name] = [3.5]
        with pytest.raises(spc.SeriesError, match="Use what to_dict"):
            type(made).from_dict(bad)
