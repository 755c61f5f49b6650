"""Capability: printed and peer values, and no claim about what is not stable."""

import csv
from collections import defaultdict
from itertools import pairwise
from pathlib import Path

import pytest

from wellrun_spc.capabilities import ENGLISH, capability
from wellrun_spc.limits.capability import indices_of, share_outside
from wellrun_spc.series import SeriesError

HERE = Path(__file__).parent
STEADY = [10, 9, 11, 10, 12, 10, 9, 11, 10, 9, 11, 10]
SPECIFICATIONS = {
    "qcc_capability_d01": {"lower": 6.0, "upper": 14.0, "target": None},
    "qcc_capability_d02": {"lower": 7.0, "upper": 12.0, "target": 10.0},
}
NAMES = {"Cp": "Cp", "Cp_l": "Cpl", "Cp_u": "Cpu", "Cp_k": "Cpk", "Cpm": "Cpm"}


def rows(name: str) -> dict[str, list[dict[str, str]]]:
    found = defaultdict(list)
    with (HERE / name).open(newline="", encoding="utf-8") as file:
        for row in csv.DictReader(file):
            found[row["case"]].append(row)
    return found


@pytest.mark.parametrize("case", sorted(SPECIFICATIONS))
def test_indices_and_intervals_are_those_of_qcc(case: str) -> None:
    # qcc 2.7, invented values; it rounds d2 to 1.128, so its sigma is given here
    values = [float(row["y"]) for row in rows("capability_input.csv")[case]]
    ranges = [abs(after - before) for before, after in pairwise(values)]
    found = indices_of(
        mean=sum(values) / len(values),
        sigma=sum(ranges) / len(ranges) / 1.128,
        count=len(values),
        **SPECIFICATIONS[case],
    )
    table = rows("capability.csv")[case]
    assert {index.name for index in found} == {NAMES[row["index"]] for row in table}
    for row in table:
        index = next(index for index in found if index.name == NAMES[row["index"]])
        expected = [float(row[name]) for name in ("value", "ci_lo", "ci_hi")]
        assert [index.value, index.low, index.high] == pytest.approx(expected, rel=1e-9)


def test_a_centred_process_with_cp_of_1_has_27_of_10000_outside() -> None:
    # Montgomery, 7th ed., table 8.2: Cp 1.00, two-sided: 2700 parts per million; one-sided: 1350
    assert share_outside(mean=0, sigma=1, lower=-3, upper=3) == pytest.approx(2700e-6, abs=0.5e-6)
    assert share_outside(mean=0, sigma=1, lower=-3, upper=None) == pytest.approx(1350e-6, abs=0.5e-6)
    # Cp 1.50: 7 and 4 (6.8 and 3.4)
    assert share_outside(mean=0, sigma=1, lower=None, upper=4.5) == pytest.approx(3.4e-6, abs=0.05e-6)


def test_a_stable_process_gets_its_indices_and_what_to_expect() -> None:
    found = capability(STEADY, lower=4, upper=16)
    assert found.stable
    assert found.sentence == "Cpk 1.51 (95% interval 0.85 to 2.17), 12 values."
    assert found.plain == "If nothing changes, fewer than 1 of every 1,000 will lie outside 4 to 16."
    close = capability(STEADY, lower=8, upper=16)
    assert close.plain == "If nothing changes, about 46 of every 1,000 will lie outside 8 to 16."


def test_one_limit_is_enough_for_one_side() -> None:
    assert [index.name for index in capability(STEADY, lower=8).indices] == ["Cpl", "Cpk"]
    assert capability(STEADY, lower=8).plain.endswith("will lie below 8.")
    assert [index.name for index in capability(STEADY, upper=12).indices] == ["Cpu", "Cpk"]
    assert capability(STEADY, upper=12).plain.endswith("will lie above 12.")


def test_an_unstable_process_gets_no_claim() -> None:
    found = capability([*STEADY, 30], lower=4, upper=16)
    assert not found.stable
    assert found.indices == ()
    assert found.share_outside is None
    assert found.sentence == "No capability claim."
    assert found.plain.startswith("These numbers are not stable yet, so nobody can say what to expect.")


def test_fewer_than_12_values_get_no_claim() -> None:
    assert capability(STEADY[:11], lower=4).plain == (
        "You have 11 numbers. With 12 or more we can say what to expect."
    )
    assert capability([None], lower=4).indices == ()


def test_values_that_are_all_the_same_get_no_index() -> None:
    found = capability([10] * 15, lower=4, upper=16)
    assert found.stable
    assert found.plain == "Every number is the same, so there is no spread to compare."


def test_points_left_out_count_for_nothing() -> None:
    assert capability([*STEADY, 30], lower=4, upper=16, excluded=[12]).stable


def test_everything_can_be_stored() -> None:
    stored = capability(STEADY, lower=4, upper=16, target=10).to_dict()
    assert stored["schema"] == "wellrun-capability/1"
    assert stored["indices"][0]["name"] == "Cp"  # type: ignore[index]


@pytest.mark.parametrize(
    ("limits", "words"),
    [
        ({}, "There is nothing to compare with. Give lower, upper, or both."),
        ({"lower": 5, "upper": 5}, "Nothing lies between 5 and 5. Give the lower limit as lower."),
        ({"lower": float("nan")}, "A limit or target is not a number. Give numbers, or leave it out."),
    ],
)
def test_limits_that_mean_nothing_are_refused(limits: dict[str, float], words: str) -> None:
    with pytest.raises(SeriesError) as caught:
        capability(STEADY, **limits)
    assert str(caught.value) == words


@pytest.mark.parametrize("text", ENGLISH.values())
def test_no_sentence_blames(text: str) -> None:
    for word in ("fail", "defect", "!", "poor"):
        assert word not in text.lower()


def test_a_notebook_shows_the_chart_that_says_whether_the_process_is_stable() -> None:
    found = capability([10, 9, 11, 10, 12, 10, 9, 11, 10, 9, 11, 10], lower=4, upper=16)
    assert found._repr_svg_() == found.chart.svg(theme="light")
    assert found.svg(form="narrow", title="Hours") == found.chart.svg(form="narrow", title="Hours")
