"""Kinds in order: against another program, by hand, and for all inputs."""

import csv
import json
from math import nan
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wellrun_spc.paretos import Pareto, pareto
from wellrun_spc.paretos.words import ENGLISH
from wellrun_spc.series import SeriesError

DATA = Path(__file__).parent / "data"
CASES = json.loads((DATA / "cases.json").read_text(encoding="utf-8"))


def rows(name: str, case: str) -> list[dict[str, str]]:
    with (DATA / name).open(newline="", encoding="utf-8") as file:
        return [row for row in csv.DictReader(file) if row["case"] == case]


@pytest.mark.parametrize("case", sorted(CASES))
def test_the_table_is_that_of_qicharts2(case: str) -> None:
    found = pareto(
        [row["category"] or None for row in rows("input.csv", case)],
        keep_missing=bool(CASES[case].get("useNA")),
        missing="NA",
    )
    table = rows("table.csv", case)
    assert [item.category for item in found.items] == [row["category"] or "NA" for row in table]
    for item, row in zip(found.items, table, strict=True):
        assert item.rank == int(row["rank"])
        assert item.count == int(row["count"])
        assert item.share == pytest.approx(float(row["share"]), rel=1e-9)
        assert item.cumulative_share == pytest.approx(float(row["cum_share"]), rel=1e-9)


def test_events_tallies_and_mappings_give_the_same_chart() -> None:
    events = pareto(["fall", "burn", "fall"])
    assert pareto(["fall", "burn"], [2, 1]) == events
    assert pareto({"burn": 1, "fall": 2}) == events
    assert pareto(["fall", "burn", "fall"], [1, 1, 1]) == events


def test_equal_kinds_are_in_the_order_of_their_names() -> None:
    assert [item.category for item in pareto(["c", "a", "b", "a", "c", "b"]).items] == ["a", "b", "c"]


def test_names_are_read_without_the_space_around_them() -> None:
    assert [item.count for item in pareto([" fall", "fall ", "fall"]).items] == [3]


def test_numbers_can_name_kinds() -> None:
    assert [item.category for item in pareto([7, 7, 8]).items] == ["7", "8"]


@pytest.mark.parametrize("missing", [None, nan, "", "  "])
def test_what_has_no_kind_is_left_out_and_said(missing: object) -> None:
    found = pareto(["fall", missing, "burn", "fall"])
    assert (found.total, found.left_out) == (3, 1)
    assert found.notices[-1] == "1 had no kind written down and was left out."


def test_what_has_no_kind_can_be_kept_under_a_name() -> None:
    found = pareto(["fall", None, None, None], keep_missing=True)
    assert [(item.category, item.missing) for item in found.items] == [
        ("Not recorded", True),
        ("fall", False),
    ]
    assert found.left_out == 0


def test_rows_without_a_count_are_left_out_and_said() -> None:
    found = pareto(["fall", "burn", "cut"], [4, None, nan])
    assert found.total == 4
    assert found.notices == ("2 rows have their count missing and were left out.",)


def test_small_kinds_are_put_together_last_even_if_they_are_many() -> None:
    found = pareto({"a": 10, "b": 6, "c": 5, "d": 5, "e": 4}, top=2)
    assert [(item.category, item.count, item.other) for item in found.items] == [
        ("a", 10, False),
        ("b", 6, False),
        ("Other", 14, True),
    ]


def test_a_kind_already_called_other_joins_those_put_together() -> None:
    found = pareto({"Other": 20, "a": 10, "b": 6, "c": 5}, top=2)
    assert [(item.category, item.count) for item in found.items] == [("a", 10), ("b", 6), ("Other", 25)]


def test_nothing_is_put_together_where_all_kinds_fit() -> None:
    assert not any(item.other for item in pareto({"a": 2, "Other": 1}, top=2).items)


def test_kinds_that_never_happened_are_shown_with_nought() -> None:
    assert [item.count for item in pareto({"a": 2, "b": 0}).items] == [2, 0]


def test_the_few_that_make_up_most_are_named() -> None:
    found = pareto({"falls": 40, "medicines": 25, "sores": 12, "burns": 8, "cuts": 5, "bites": 2, "lost": 1})
    assert found.first_few == 3
    assert found.plain == (
        "Most common: falls, 40 of 93. The first 3 of 7 kinds make up 83 of every 100. "
        "Ask what they have in common."
    )
    assert found.sentence == "3 of 7 categories make up 83% of 93; largest falls (43%)."


def test_one_kind_that_is_most_of_it_is_named_alone() -> None:
    assert pareto({"falls": 90, "burns": 8, "cuts": 2}).plain == (
        "falls: 90 of 100, 90 of every 100. Ask what lies behind that."
    )


def test_kinds_that_are_all_much_the_same_are_not_called_a_few() -> None:
    found = pareto({"a": 12, "b": 11, "c": 10, "d": 10})
    assert found.plain == (
        "No few kinds stand out: it takes 4 of 4 to make up 100 of every 100. Try another way to sort them."
    )
    assert found.notices == ("a and b are close: which of them comes first could be chance.",)


def test_a_single_kind_is_said_plainly() -> None:
    assert pareto(["fall", "fall"]).plain == "All 2 are of one kind: fall."


def test_first_and_second_are_called_close_only_where_chance_could_swap_them() -> None:
    assert pareto({"a": 30, "b": 20}).close
    assert not pareto({"a": 40, "b": 20}).close
    assert not pareto({"a": 10, "b": 5, "c": 5}, top=1).close


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (([],), "There is nothing to count."),
        (([None],), "There is nothing to count."),
        (({"a": 0},), "There is nothing to count."),
        ((["a"], [1, 2]), "There are 1 kinds but 2 counts."),
        ((["a", "b"], [1, -2]), "Row 2 (b): The count -2 is below zero."),
        ((["a"], ["x"]), "Row 1: The count “x” is not a number."),
        (("falls",), "The kinds must be a sequence."),
    ],
)
def test_what_cannot_be_counted_is_refused_with_a_remedy(arguments: tuple[object, ...], words: str) -> None:
    with pytest.raises(SeriesError) as caught:
        pareto(*arguments)  # type: ignore[arg-type]
    assert words in str(caught.value)
    assert caught.value.remedy


def test_a_chart_of_no_kinds_is_refused() -> None:
    with pytest.raises(SeriesError, match="A chart of 0 kinds shows nothing"):
        pareto(["a"], top=0)


def test_a_pareto_survives_being_stored() -> None:
    found = pareto(["a", "b", "a", None, "c"], top=1)
    assert Pareto.from_dict(found.to_dict()) == found
    assert '"chart": "pareto"' in found.to_json()


@given(st.lists(st.sampled_from(["a", "b", "c", "d", None]), min_size=1), st.randoms(use_true_random=False))
def test_the_order_of_events_does_not_matter(events: list[str | None], random: object) -> None:
    events.append("a")
    shuffled = events.copy()
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert pareto(events) == pareto(shuffled)


@given(
    st.dictionaries(st.text(min_size=1, max_size=3).filter(str.strip), st.integers(1, 10**9), min_size=1),
    st.integers(1, 9),
)
def test_shares_rise_to_one_and_counts_fall(counts: dict[str, int], top: int) -> None:
    found = pareto(counts, top=top)
    shares = [item.cumulative_share for item in found.items]
    assert shares == sorted(shares)
    assert shares[-1] == pytest.approx(1)
    named = [item.count for item in found.items if not item.other]
    assert named == sorted(named, reverse=True)
    assert sum(item.count for item in found.items) == sum(counts.values())


@pytest.mark.parametrize("text", ENGLISH.values())
def test_no_sentence_blames_or_cheers(text: str) -> None:
    assert "!" not in text
    assert "worst" not in text


def test_what_was_not_stored_here_is_refused_with_words() -> None:
    stored = pareto(["a"]).to_dict()
    with pytest.raises(SeriesError, match="stored in the form None"):
        Pareto.from_dict({})
    del stored["notices"]
    with pytest.raises(SeriesError, match="is not a whole wellrun-"):
        Pareto.from_dict(stored)
