"""The picture of a cumulative chart: sums, limits, what is marked, and words that never collide."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.spc.draw.pictures import collisions, read

from wellrun_spc.cumulative import bernoulli_cusum, cusum, ewma, vlad
from wellrun_spc.draw.cumulative import cumulative_svg
from wellrun_spc.draw.png import png

SHIFTED = [10, 9, 11, 10, 9, 10, 11, 9, 10, 11, 10, 9, 12, 12, 13, 12, 12, 13]
WEEKS = [date(2026, 1, 5) + timedelta(weeks=week) for week in range(len(SHIFTED))]
EVENTS = [0, 0, 0, 0, 0, 0, 0, 0, 0, 1] * 4 + [1, 1, 0, 1, 1, 0, 1, 1, 1] + [0] * 6


def test_both_sums_are_drawn_between_their_limits() -> None:
    picture = read(cusum(SHIFTED, x=WEEKS, centre=10, sigma=1).svg())
    assert len(picture.points("line")) == 2
    assert {"Upper limit 5", "No change", "Lower limit -5"} <= set(picture.texts)
    assert "Differences from 10, added up" in picture.texts


@pytest.mark.parametrize(
    ("direction", "css"), [("increase", "good"), ("decrease", "bad"), ("neutral", "shift")]
)
def test_points_beyond_a_limit_have_the_shape_of_their_meaning(direction: str, css: str) -> None:
    picture = read(cusum(SHIFTED, x=WEEKS, centre=10, sigma=1, direction=direction).svg())
    assert picture.tips(f"pt pt--{css}")[0] == "Week of 13 April 2026: 13"
    assert len(picture.all(f"pt pt--{css}")) == 4


def test_the_beginning_of_a_change_is_marked_and_named() -> None:
    picture = read(cusum(SHIFTED, x=WEEKS, centre=10, sigma=1).svg())
    assert len(picture.all("break")) == 1
    assert "Since about 30 March 2026" in picture.texts
    over = read(cusum([*SHIFTED, 9, 9, 9, 9, 9], centre=10, sigma=1).svg())
    assert "From about 13" in over.texts


def test_an_average_is_drawn_among_its_values() -> None:
    found = ewma([None, *SHIFTED], centre=10, sigma=1, excluded=[3])
    picture = read(found.svg())
    assert len(picture.points("line")) == 1
    assert len(picture.all("tick out")) == 1
    assert "Small points: the values themselves. Line: the values smoothed." in picture.texts
    assert "Average 10" in picture.texts
    assert len([path for path in picture.all("limit") if "L" in path.attrib["d"]]) == 1


def test_many_values_are_a_line_alone() -> None:
    picture = read(ewma(SHIFTED * 5, centre=10, sigma=1).svg())
    assert picture.all("pt") == []
    assert not any("Small points" in text for text in picture.texts)


def test_a_display_of_expected_minus_observed_stands_over_the_sums_that_judge_it() -> None:
    found = vlad(EVENTS, [0.1] * len(EVENTS))
    picture = read(found.svg())
    assert len(picture.points("line")) == 3
    assert "5.5 more than expected" in picture.texts
    assert "As expected" in picture.texts
    assert "Evidence for more events than expected (up) or fewer (down)" in picture.texts
    assert "Case" in picture.texts
    assert len(picture.all("pt pt--bad")) == 2
    better = read(vlad([0] * 30, [0.1] * 30).svg(form="narrow"))
    assert "3 fewer" in better.texts


def test_a_sum_that_starts_again_falls_back_to_nought() -> None:
    found = bernoulli_cusum(EVENTS, p0=0.1)
    picture = read(found.svg())
    assert "From about case 40" in picture.texts
    assert "Evidence for more events than usual (up) or fewer (down)" in picture.texts
    assert picture.tips("pt pt--bad") == ["Case 48: 1"]


@pytest.mark.parametrize(
    "found", [cusum([10, 10, 10]), ewma([None]), vlad([None], [0.1]), cusum([10, 10], x=["a", "b"])]
)
def test_a_chart_that_judges_nothing_can_still_be_drawn(found) -> None:  # type: ignore[no-untyped-def]
    for form in ("wide", "narrow"):
        assert collisions(read(found.svg(form=form))) == []


def test_one_point_alone_is_a_point() -> None:
    assert len(read(ewma([12], centre=10, sigma=1).svg()).all("pt")) == 2


def test_labels_and_numbers_stand_under_their_points() -> None:
    labelled = read(cusum(SHIFTED, x=[f"Round {number}" for number in range(18)], centre=10, sigma=1).svg())
    assert "Round 0" in labelled.texts
    numbered = read(cusum(SHIFTED, x=[number / 2 for number in range(18)], centre=10, sigma=1).svg())
    assert "8" in numbered.texts


def test_the_chart_is_told_to_people_who_hear_it() -> None:
    found = cusum(SHIFTED, x=WEEKS, centre=10, sigma=1)
    picture = read(found.svg(title="Hours to first review"))
    assert picture.title == f"Hours to first review. {found.reading.plain}"
    described = picture.root.findtext("{http://www.w3.org/2000/svg}desc", "")
    assert described.startswith("18 weeks, 5 January 2026 to 4 May 2026. CUSUM signal, high")


def test_a_file_of_its_own_carries_its_title_and_can_do_without() -> None:
    found = ewma(SHIFTED, x=WEEKS, centre=10, sigma=1)
    assert "Hours" in read(found.svg(title="Hours", theme="light")).texts
    assert "Hours" not in read(cumulative_svg(found, title="Hours", theme="light", heading=False)).texts
    assert "Smoothed" in read(found.svg(y_label="Smoothed")).texts
    assert found._repr_svg_() == found.svg(theme="light")
    assert png(found.svg(theme="dark")).startswith(b"\x89PNG")


XS = {
    "none": lambda count: None,
    "weeks": lambda count: [date(2025, 1, 6) + timedelta(weeks=week) for week in range(count)],
    "days": lambda count: [date(2025, 1, 6) + timedelta(days=day) for day in range(count)],
    "labels": lambda count: [f"Round {number} of the year" for number in range(count)],
}


@settings(max_examples=50)
@given(
    st.lists(st.integers(-30, 30) | st.none(), min_size=1, max_size=90),
    st.sampled_from(sorted(XS)),
    st.sampled_from(["cusum", "ewma", "b", "vlad"]),
    st.sampled_from(["wide", "narrow"]),
    st.sampled_from(["page", "light"]),
)
def test_words_never_collide(values, x, kind, form, theme) -> None:  # type: ignore[no-untyped-def]
    xs = XS[x](len(values))
    if kind in ("cusum", "ewma"):
        found = {"cusum": cusum, "ewma": ewma}[kind](values, x=xs, centre=0, sigma=8)
    else:
        outcomes = [None if value is None else int(value > 18) for value in values]
        found = (
            bernoulli_cusum(outcomes, x=xs, p0=0.2)
            if kind == "b"
            else vlad(outcomes, [0.2] * len(values), x=xs)
        )
    svg = found.svg(form=form, theme=theme, title="Hours to first review")
    assert collisions(read(svg)) == []
    assert svg == found.svg(form=form, theme=theme, title="Hours to first review")
    assert "style=" not in svg
    assert "nan" not in svg
