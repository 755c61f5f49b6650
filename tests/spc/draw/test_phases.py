"""Phases: dimension lines with names, dotted breaks, frozen limits."""

import re
from dataclasses import replace

import pytest
from tests.spc.draw.pictures import Picture, collisions, months, read, restraints, weeks

import wellrun_spc as spc
from wellrun_spc.draw import chart_svg
from wellrun_spc.draw.form import FormName

VALUES = [20 - index // 6 + (index * 7) % 3 for index in range(60)]


def dims(picture: Picture) -> list[str]:
    return [element.attrib["d"] for element in picture.all("dim")]


def test_each_phase_has_a_dimension_line_broken_by_its_name() -> None:
    first, second, _ = dims(read(chart_svg(restraints())))
    for line in (first, second):
        assert line.count("H") == 2
        assert line.count("v8") == 2
    assert float(re.findall(r"H([\d.]+)", first)[-1]) < float(second[1:].split()[0])


def test_a_phase_begins_half_way_between_two_points() -> None:
    picture = read(chart_svg(restraints()))
    (line,) = picture.points()
    ((place,),) = [re.findall(r"M([\d.]+) ", element.attrib["d"]) for element in picture.all("break")]
    assert float(place) == pytest.approx((line[15][0] + line[16][0]) / 2, abs=0.1)


def test_one_phase_without_a_name_needs_no_dimension_line() -> None:
    picture = read(chart_svg(spc.chart(VALUES, x=months(60))))
    assert dims(picture) == []
    assert picture.all("break") == []


def test_one_phase_with_a_name_has_one() -> None:
    chart = spc.chart(VALUES, x=months(60))
    named = replace(chart, phases=(replace(chart.phases[0], name="All five years"),))
    assert "All five years: average 16.5" in read(chart_svg(named)).texts


def test_a_phase_without_a_name_shows_its_average() -> None:
    texts = read(chart_svg(spc.chart(VALUES, x=months(60), phases=[30]))).texts
    assert [text for text in texts if text.startswith("Average")] == [
        "Average 19",
        "Average 14",
        "Average 14",
    ]


def test_a_phase_without_an_average_shows_nothing() -> None:
    chart = spc.chart([5, 6, 5, None], x=weeks(4), phases=[3])
    assert chart.phases[1].centre is None
    picture = read(chart_svg(chart, title="Falls"))
    assert len(dims(picture)) == 2
    assert "Phase 2" not in chart_svg(chart)


def ten_phases(word: str) -> spc.Chart:
    phases = [spc.PhaseStart(at=6 * index, name=f"{word} number {index + 1}") for index in range(1, 10)]
    return spc.chart(VALUES, x=months(60), phases=phases, direction="decrease")


@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_a_name_without_room_gives_way_to_a_letter_that_the_foot_explains(form: FormName) -> None:
    chart = ten_phases("Redecoration")
    picture = read(chart_svg(chart, form=form))
    assert len(dims(picture)) == 10
    assert collisions(picture) == []
    assert "B" in picture.texts
    foot = " ".join(text for text in picture.texts if ": Redecoration" in text)
    assert "B: Redecoration number 2, average 20" in foot
    assert "J: Redecoration number 10, average" in foot
    assert not any("…" in text for text in picture.texts)


def test_a_name_wider_than_its_phase_stands_on_a_few_lines() -> None:
    picture = read(chart_svg(ten_phases("Phase"), width=1000))
    assert collisions(picture) == []
    assert picture.texts.count("number 2") == 1
    assert not any(": Phase" in text for text in picture.texts)


def test_a_short_name_is_all_that_a_phone_shows() -> None:
    chart = spc.chart(VALUES, x=months(60), phases=[spc.PhaseStart(at=30, name="After")])
    texts = read(chart_svg(chart, form="narrow")).texts
    assert "After" in texts
    assert not any(text.startswith("After:") for text in texts)


def test_the_points_that_set_frozen_limits_are_marked() -> None:
    chart = spc.chart(VALUES, x=months(60), freeze=20)
    picture = read(chart_svg(chart))
    assert "Limits set by these 20 months" in picture.texts
    (line,) = dims(picture)
    start, end = float(line[1:].split()[0]), float(re.findall(r"H([\d.]+)", line)[-1])
    places = [x for x, _ in picture.points()[0]]
    assert start < places[0]
    assert places[19] < end < places[20]


def test_less_room_means_fewer_words_about_the_freeze() -> None:
    chart = spc.chart(VALUES, x=months(60), freeze=15)
    assert "Limits set by these 15 months" not in read(chart_svg(chart, form="narrow")).texts
    assert collisions(read(chart_svg(chart, form="narrow"))) == []


def test_a_freeze_out_of_sight_is_not_marked() -> None:
    chart = spc.chart(VALUES, x=months(60), freeze=20)
    assert dims(read(chart_svg(chart, last=30))) == []


def test_a_freeze_of_the_first_phase_ends_with_it() -> None:
    chart = spc.chart(VALUES, x=months(60), freeze=12, phases=[30])
    picture = read(chart_svg(chart))
    assert len(dims(picture)) == 3
    assert collisions(picture) == []
