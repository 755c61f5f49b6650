"""Rule sets of one's own: built from the same parts, and saved as data."""

# ruff: noqa: E501 - messages are quoted whole, so that they can be searched for

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import wellrun_spc as spc
from wellrun_spc import rules
from wellrun_spc.rules.saving import CHOICES

OWN: dict[str, Any] = {
    "name": "our-ward", "title": "Our ward", "sentence": "A point outside, or 8 in a row.",
    "parts": [{"rule": "outside"}, {"rule": "shift", "length": 8}],
}  # fmt: skip


@pytest.mark.parametrize("name", list(spc.RULE_SETS))
def test_a_published_set_comes_back_the_same(name: str) -> None:
    saved = json.loads(json.dumps(spc.RULE_SETS[name].to_dict()))
    assert spc.RuleSet.from_dict(saved) == spc.RULE_SETS[name]


def test_a_set_written_by_hand_is_used_like_any_other() -> None:
    own = spc.RuleSet.from_dict(OWN)
    chart = spc.i_chart([10, 12, 9, 11] * 5 + [7] * 8, freeze=20, rules=own, direction="decrease")
    assert (chart.rules, [signal.rule for signal in chart.signals]) == ("our-ward/1", ["shift"])
    assert (own.ties, own.screening, own.bounds) == ("skip", False, "anhoej")


saved_parts = st.one_of(
    st.sampled_from(["outside", "four_of_five", "longest_run", "crossings", "runs_count", "box_corner"]).map(
        lambda rule: {"rule": rule}
    ),
    st.builds(
        lambda rule, length: {"rule": rule, "length": length},
        st.sampled_from(["shift", "trend"]),
        st.integers(4, 20),
    ),
    st.builds(
        lambda side, past: {"rule": "two_of_three", "all_on_side": side, "beyond_counts": past},
        st.booleans(),
        st.booleans(),
    ),
    st.builds(
        lambda rule: {"rule": rule, "length": 9},
        st.sampled_from(["near_centre", "far_from_centre", "alternating"]),
    ),
)


@given(
    parts=st.lists(saved_parts, min_size=1, max_size=6),
    choices=st.fixed_dictionaries({name: st.sampled_from(known) for name, known in CHOICES.items()}),
    screening=st.booleans(),
    values=st.lists(st.integers(0, 9).map(float), min_size=1, max_size=40),
)
def test_every_set_that_can_be_built_charts_and_comes_back(
    parts: list[dict[str, object]], choices: dict[str, str], screening: bool, values: list[float]
) -> None:
    saved = OWN | {"parts": parts, "screening": screening} | choices
    own = spc.RuleSet.from_dict(saved)
    assert spc.RuleSet.from_dict(own.to_dict()) == own
    for kind in ("run", "i", "c"):
        chart = spc.chart(values, chart=kind, rules=own, direction="increase")
        assert {signal.rule for signal in chart.signals} <= {str(part["rule"]) for part in parts}
        assert all(signal.plain and signal.sentence for signal in chart.signals)


@pytest.mark.parametrize(
    ("change", "message"),
    [
        ({"schema": "other/9"}, "This is not a saved rule set. Use what to_dict() gave: the form is wellrun-rules/1."),
        ({"colour": "red"}, "A rule set has no “colour”. Use bounds, conflict, factors, gaps, name, on_limit, parts, schema, screening, sentence, ties, title, version."),
        ({"name": ""}, "The name of the rule set is missing or cannot be used. Use small letters, digits and hyphens."),
        ({"name": "Our Ward"}, "The name of the rule set is missing or cannot be used. Use small letters, digits and hyphens."),
        ({"title": 3}, "The title of the rule set is missing or cannot be used. Write it in words."),
        ({"ties": "keep"}, "“keep” is no choice for ties. Use one of skip, break."),
        ({"ties": 1}, "“1” is no choice for ties. Use one of skip, break."),
        ({"version": 0}, "The version cannot be 0. Use a whole number from 1 to 1000."),
        ({"version": True}, "The version cannot be True. Use a whole number from 1 to 1000."),
        ({"screening": "once"}, "screening cannot be once. Use true or false."),
        ({"parts": []}, "The rule set has no parts. Give a list of one part or more."),
        ({"parts": "shift"}, "The rule set has no parts. Give a list of one part or more."),
        ({"parts": None}, "The rule set has no parts. Give a list of one part or more."),
        ({"parts": ["shift"]}, "Part 1 names no rule that there is: “shift”. Use outside, shift, trend, two_of_three, four_of_five, near_centre, far_from_centre, alternating, longest_run, crossings, runs_count, box_corner."),
        ({"parts": [{"rule": "outside"}, {"rule": "jump"}]}, "Part 2 names no rule that there is: “jump”. Use outside, shift, trend, two_of_three, four_of_five, near_centre, far_from_centre, alternating, longest_run, crossings, runs_count, box_corner."),
        ({"parts": [{"rule": "shift"}]}, "Part 1, shift, has no length. Say how many points in a row it takes."),
        ({"parts": [{"rule": "shift", "length": 3}]}, "The length of part 1, shift, cannot be 3. Use a whole number from 4 to 1000."),
        ({"parts": [{"rule": "shift", "length": 8.0}]}, "The length of part 1, shift, cannot be 8.0. Use a whole number from 4 to 1000."),
        ({"parts": [{"rule": "outside", "sigmas": 2}]}, "Part 1, outside, has no option “sigmas”. It has no options."),
        ({"parts": [{"rule": "two_of_three", "beyond_counts": 1}]}, "beyond_counts of part 1, two_of_three, cannot be 1. Use true or false."),
    ],
)  # fmt: skip
def test_what_cannot_be_read_says_what_to_write(change: dict[str, object], message: str) -> None:
    with pytest.raises(spc.SeriesError) as caught:
        spc.RuleSet.from_dict(OWN | change)
    assert str(caught.value) == message


def test_something_else_is_not_a_rule_set() -> None:
    with pytest.raises(spc.SeriesError, match="not a saved rule set"):
        spc.RuleSet.from_dict([])  # type: ignore[arg-type]


@pytest.mark.parametrize("part", [rules.Part("odd", lambda *_: []), rules.Part("outside", lambda *_: [])])
def test_a_part_of_somebody_elses_making_cannot_be_saved(part: rules.Part) -> None:
    own = replace(spc.RULE_SETS["anhoej/1"], name="own", parts=(part,))
    with pytest.raises(spc.SeriesError, match=f"The part “{part.name}” cannot be saved"):
        own.to_dict()


def test_a_published_name_means_the_published_set() -> None:
    with pytest.raises(spc.SeriesError, match="anhoej/1 is taken by a published rule set"):
        spc.run_chart([1, 2, 3], rules=replace(spc.RULE_SETS["anhoej/1"], ties="break"))
