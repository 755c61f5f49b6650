"""Flags: numbers, words and poles that keep clear of each other."""

import re
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.spc.draw.pictures import RESTRAINTS, Picture, collisions, read, weeks

import wellrun_spc as spc
from wellrun_spc.draw import Annotation, chart_svg
from wellrun_spc.results import Result

MONDAYS = weeks(40)
CHART: Result = spc.chart(RESTRAINTS, chart="c", x=MONDAYS, direction="decrease")


def poles(picture: Picture) -> list[tuple[float, float]]:
    """Where each pole stands and where it begins, in the drawing's own heights."""
    found = picture.all("pole")
    down = float(picture.root[-1].attrib["transform"].split()[1].rstrip(")"))
    data = found[0].attrib["d"] if found else ""
    return [(float(x), float(y) + down) for x, y in re.findall(r"M([\d.]+) (-?[\d.]+)V", data)]


def crossed(picture: Picture) -> list[str]:
    """Words of flags that a pole runs through."""
    return [
        word.text
        for word in picture.words
        if word.css in ("t-dim halo", "t-flag")
        for x, top in poles(picture)
        if word.box.left + 1 < x < word.box.right - 1 and top < word.box.top
    ]


def drawn(*annotations: tuple[date, str]) -> Picture:
    return read(chart_svg(CHART, annotations=[Annotation(*given) for given in annotations]))


def test_a_flag_has_its_number_its_words_and_a_pole_at_its_date() -> None:
    picture = drawn((MONDAYS[20], "Huddles twice a day"))
    assert "1" in picture.texts
    assert "Huddles twice a day" in picture.texts
    ((x, _),) = poles(picture)
    assert x == picture.points()[0][20][0]
    assert picture.tips("flag") == ["1: Huddles twice a day"]


def test_a_date_between_two_points_stands_between_them() -> None:
    picture = drawn((MONDAYS[20] + timedelta(3), "Huddles"))
    ((x, _),) = poles(picture)
    line = picture.points()[0]
    assert line[20][0] < x < line[21][0]


def test_numbers_follow_the_order_given_and_stay_when_a_flag_is_out_of_sight() -> None:
    picture = drawn((date(2031, 1, 1), "Far off"), (MONDAYS[30], "Later"), (MONDAYS[2], "Earlier"))
    assert "Far off" not in picture.texts
    assert picture.tips("flag") == ["3: Earlier", "2: Later"]


def test_a_change_just_after_the_last_point_is_shown_at_the_edge() -> None:
    assert drawn((MONDAYS[39] + timedelta(5), "This week")).tips("flag") == ["1: This week"]


def test_a_period_of_another_kind_is_out_of_sight() -> None:
    assert read(chart_svg(CHART, annotations=[Annotation(7, "Seventh")])).tips("flag") == []
    numbers = spc.chart(RESTRAINTS)
    kinds = [Annotation(7, "Seventh"), Annotation(date(2025, 8, 4), "August")]
    assert read(chart_svg(numbers, annotations=kinds)).tips("flag") == ["1: Seventh"]
    labels = spc.chart([3, 5, 2], x=["Alder", "Beech", "Cedar"])
    named = [Annotation("Beech", "New lead"), Annotation("Yew", "No such ward")]
    assert read(chart_svg(labels, annotations=named)).tips("flag") == ["1: New lead"]


def test_words_near_the_right_edge_stand_left_of_the_pole() -> None:
    words = "Streaming nurse at the door, all day and all night"
    picture = drawn((MONDAYS[38], words))
    (word,) = [word for word in picture.words if word.text == words]
    assert word.box.right < poles(picture)[0][0]


def test_words_that_fit_on_neither_side_are_shortened_and_told_in_full() -> None:
    words = "A very long label that goes on and on " * 5
    picture = drawn((MONDAYS[20], words))
    assert any(text.startswith("A very long label") and text.endswith("…") for text in picture.texts)
    assert picture.tips("flag") == [f"1: {' '.join(words.split())}"]
    assert collisions(picture) == []


def test_labels_lie_on_rows_so_that_no_pole_crosses_one() -> None:
    picture = drawn(
        (MONDAYS[16], "Huddles twice a day"),
        (MONDAYS[21], "Quiet room open all night"),
        (MONDAYS[29], "Distress signs card"),
        (MONDAYS[34], "Peer-led evenings"),
    )
    tops = [top for _, top in poles(picture)]
    assert tops == sorted(tops)
    assert crossed(picture) == []


def test_flags_far_apart_share_a_row() -> None:
    picture = drawn((MONDAYS[2], "Early"), (MONDAYS[30], "Late"))
    assert len({top for _, top in poles(picture)}) == 1


def test_twelve_flags_all_keep_their_numbers_and_most_their_words() -> None:
    places = [1, 4, 7, 10, 13, 17, 20, 24, 28, 32, 36, 39]
    picture = drawn(*[(MONDAYS[place], f"Change {place}: something we did") for place in places])
    assert len(poles(picture)) == 12
    assert len([text for text in picture.texts if text.startswith("Change")]) >= 6
    assert crossed(picture) == []
    assert collisions(picture) == []


def test_flags_on_one_day_stand_under_each_other() -> None:
    picture = drawn(*[(MONDAYS[39], f"Change {number}") for number in range(9)])
    assert len({top for _, top in poles(picture)}) == 9
    assert collisions(picture) == []


def test_a_flag_at_the_very_edge_flies_to_the_left() -> None:
    empty = spc.chart([None, None, None], x=weeks(3))
    picture = read(chart_svg(empty, form="narrow", annotations=[Annotation(date(2025, 7, 25), "Late")]))
    (pennant,) = picture.all("flag")
    assert "h-18" in pennant.attrib["d"]
    assert collisions(picture) == []


def test_a_flag_without_words_is_a_number() -> None:
    assert drawn((MONDAYS[20], "")).tips("flag") == ["1: "]


@given(
    st.lists(st.tuples(st.sampled_from(MONDAYS), st.text("abcdefgh ", max_size=40)), max_size=12),
    st.sampled_from(["wide", "narrow"]),
)
def test_all_flags_are_shown_and_nothing_is_crossed(given_flags: list[tuple[date, str]], form: str) -> None:
    annotations = [Annotation(*flag) for flag in given_flags]
    picture = read(chart_svg(CHART, form=form, annotations=annotations))  # type: ignore[arg-type]
    numbers = [word.text for word in picture.words if word.css == "t-flag"]
    assert sorted(map(int, numbers)) == list(range(1, len(given_flags) + 1))
    assert crossed(picture) == []
    assert collisions(picture) == []
