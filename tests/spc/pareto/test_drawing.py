"""The picture of a Pareto chart: bars or rows, filled for the first few, and words that never collide."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.spc.draw.pictures import collisions, read

from wellrun_spc.draw.pareto import pareto_svg
from wellrun_spc.draw.png import png
from wellrun_spc.paretos import pareto

INCIDENTS = {
    "Falls": 40,
    "Late medicines": 25,
    "Sores": 12,
    "Lost notes": 8,
    "Burns": 5,
    "Cuts": 2,
    "Bites": 1,
}


def test_bars_stand_in_order_with_their_numbers_and_the_first_few_filled() -> None:
    picture = read(pareto(INCIDENTS).svg())
    filled = [mark for mark in picture.all("pt") if mark.tag.endswith("path")]
    assert len(filled) == 3
    assert picture.tips("pt")[:3] == ["Falls: 40 of 93. So far 43%", "Late medicines: 25 of 93. So far 70%",
                                      "Sores: 12 of 93. So far 83%"]  # fmt: skip
    assert "The first 3: 83 of every 100" in picture.texts
    assert {"40", "25", "12"} <= set(picture.texts)


def test_the_line_is_the_bars_stacked_and_ends_at_all_of_them() -> None:
    picture = read(pareto(INCIDENTS).svg())
    (line,) = picture.points("line")
    assert len(line) == 7
    heights = [y for _, y in line]
    assert heights == sorted(heights, reverse=True)
    assert "100%" in picture.texts


def test_one_kind_that_is_most_of_it_is_named_on_the_line() -> None:
    assert "Falls: 90 of every 100" in read(pareto({"Falls": 90, "Burns": 6, "Cuts": 4}).svg()).texts


def test_where_no_few_stand_out_all_bars_are_filled_and_none_is_named() -> None:
    picture = read(pareto({"a": 12, "b": 11, "c": 10, "d": 10}).svg())
    assert len([mark for mark in picture.all("pt") if mark.tag.endswith("path")]) == 4
    assert not any("of every 100" in text for text in picture.texts)


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_many_kinds_are_drawn_as_rows_and_so_are_all_on_a_phone(form: str) -> None:
    kinds = {f"Kind number {number}": 40 - number for number in range(30)} if form == "wide" else INCIDENTS
    picture = read(pareto(kinds).svg(form=form))  # type: ignore[arg-type]
    assert "So far" in picture.texts
    assert picture.points("line") == []


def test_a_long_name_makes_rows_rather_than_being_cut_off() -> None:
    assert "So far" in read(pareto({**INCIDENTS, "Donaudampfschifffahrtsgesellschaft": 3}).svg()).texts


def test_the_chart_is_told_to_people_who_hear_it() -> None:
    picture = read(pareto({"Falls": 9, "Cuts": 1}).svg(title="Harm"))
    assert picture.title == f"Harm. {pareto({'Falls': 9, 'Cuts': 1}).plain}"
    described = picture.root.findtext("{http://www.w3.org/2000/svg}desc")
    assert described == "10 in all: Falls 9; Cuts 1."


def test_a_file_of_its_own_carries_its_title_and_can_do_without() -> None:
    found = pareto(INCIDENTS)
    assert "Harm" in read(found.svg(title="Harm", theme="light")).texts
    assert "Harm" not in read(pareto_svg(found, title="Harm", theme="light", heading=False)).texts
    assert found._repr_svg_() == found.svg(theme="light")
    assert png(found.svg(theme="dark")).startswith(b"\x89PNG")


@settings(max_examples=50)
@given(
    st.dictionaries(
        st.text("abcde MWil", min_size=1, max_size=40).filter(str.strip),
        st.integers(0, 10**6) | st.floats(0, 1e4),
        min_size=1,
        max_size=20,
    ),
    st.sampled_from(["wide", "narrow"]),
    st.sampled_from(["page", "light"]),
)
def test_words_never_collide(counts, form, theme) -> None:  # type: ignore[no-untyped-def]
    counts["one that happened"] = 3
    found = pareto(counts)
    svg = found.svg(form=form, theme=theme, title="What went wrong", y_label="Reports")
    assert collisions(read(svg)) == []
    assert svg == found.svg(form=form, theme=theme, title="What went wrong", y_label="Reports")
    assert "style=" not in svg
