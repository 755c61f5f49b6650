"""Run notes: brackets and bold words, clear of the data and of each other."""

import re
from itertools import combinations

import pytest
from tests.spc.draw.pictures import Picture, collisions, read, restraints, weeks

import wellrun_spc as spc
from wellrun_spc.draw import chart_svg
from wellrun_spc.draw.form import FormName
from wellrun_spc.results import Result

STEADY = [3, 4, 3, 5, 4, 3, 4, 5, 3, 4, 3, 4]
WAVE = [
    4, 4.5, 5, 5.2, 6, 5.5, 6.1, 5.9, 6.5, 7, 6.6, 7.2, 6.9, 7.1, 7.4,
    6.2, 5.9, 5.2, 4.9, 4.2, 4.1, 3.8, 3.9, 4.4, 4.1, 3.6,
]  # fmt: skip


def brackets(picture: Picture, tone: str) -> list[tuple[float, float, float, float]]:
    """Start, end, height of the bar and height of the legs' ends."""
    found = []
    for element in picture.all(f"note note--{tone}"):
        match = re.fullmatch(r"M(\S+) (\S+)V(\S+)H(\S+)V\S+", element.attrib["d"])
        assert match
        start, leg, bar, end = map(float, match.groups())
        found.append((start, end, bar, leg))
    return found


def test_a_run_below_the_average_has_its_bracket_above_its_points() -> None:
    picture = read(chart_svg(restraints()))
    ((start, end, bar, leg),) = brackets(picture, "good")
    line = picture.points()[0][-9:]
    assert (start, end) == (pytest.approx(line[0][0] - 3, abs=0.1), pytest.approx(line[-1][0] + 3, abs=0.1))
    assert bar < leg < min(y for _, y in line)


def test_a_run_above_the_average_has_its_bracket_below() -> None:
    chart = spc.chart([*STEADY, *([7, 8] * 6)], x=weeks(24), freeze=12, direction="decrease")
    picture = read(chart_svg(chart))
    ((_, _, bar, leg),) = brackets(picture, "bad")
    assert bar > leg > max(y for _, y in picture.points()[0][-12:])
    assert any("above the average" in text for text in picture.texts)


def test_a_trend_is_named_by_its_way() -> None:
    rising = spc.chart([*STEADY, 5, 6, 7, 8, 9, 10, 11], x=weeks(19), rules="nhs-mdc/1", freeze=12)
    picture = read(chart_svg(rising))
    assert len(brackets(picture, "shift")) == 1
    assert "rising" in " ".join(picture.texts)
    falling = spc.chart([*STEADY, 9, 8, 7, 6, 5, 4, 3], x=weeks(19), rules="nhs-mdc/1", freeze=12)
    assert "falling" in " ".join(read(chart_svg(falling)).texts)


def test_too_few_crossings_are_noted_over_the_whole_phase() -> None:
    picture = read(chart_svg(spc.chart(WAVE, x=weeks(26))))
    line = picture.points()[0]
    spans = [(start, end) for start, end, _, _ in brackets(picture, "shift")]
    assert (pytest.approx(line[0][0] - 3, abs=0.1), pytest.approx(line[-1][0] + 3, abs=0.1)) in spans
    assert "Crosses the average 2 times; 8 or more is usual" in picture.texts


def test_a_line_that_never_crosses_is_said_to_do_so() -> None:
    chart = spc.chart([*STEADY, *([7, 8] * 6)], x=weeks(24), freeze=12, phases=[12], centre=4)
    texts = " ".join(read(chart_svg(chart)).texts)
    assert "Never crosses the average" in texts


def test_the_same_points_are_not_noted_twice() -> None:
    values = [5, 6, 5, 7, 6, 5, 6, 7, 6, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]
    chart = spc.chart(values, x=weeks(19), freeze=12, rules="nhs-mdc/1")
    assert {signal.rule for signal in chart.signals} >= {"shift", "trend"}
    assert len(brackets(read(chart_svg(chart)), "shift")) == 1


def many_runs() -> Result:
    return spc.chart(
        [*([5, 6] * 6), *([9, 8] * 5), *([2, 1] * 5), *([9, 8] * 5), *([2, 1] * 5), *([9, 8] * 5)], freeze=12
    )


def test_no_more_is_noted_than_can_be_taken_in() -> None:
    assert len(many_runs().signals) > 4
    assert len(brackets(read(chart_svg(many_runs())), "shift")) <= 4
    assert len(brackets(read(chart_svg(many_runs(), form="narrow")), "shift")) <= 2


def test_of_a_thousand_points_the_two_latest_runs_are_noted() -> None:
    chart = spc.chart([*([5, 6] * 400), *([9, 8] * 20), *([2, 1] * 20), *([9, 8] * 20)], freeze=800)
    assert 1 <= len(brackets(read(chart_svg(chart)), "shift")) <= 2


def test_where_the_plot_is_full_the_note_stands_over_it() -> None:
    noise = [float((i * 7919) % 101) for i in range(300)]
    chart = spc.chart([*noise, *([60, 99] * 8)], chart="run")
    picture = read(chart_svg(chart))
    assert brackets(picture, "shift")
    assert all(bar < 0 for _, _, bar, _ in brackets(picture, "shift"))
    assert collisions(picture) == []


def covers_data(picture: Picture) -> list[str]:
    """Bold words that lie on a point or on the line between points."""
    height = float(picture.root[-1].attrib["transform"].split()[1].rstrip(")"))
    found = []
    places = [(x, y + height) for line in picture.points() for x, y in line]
    for word in picture.words:
        box = word.box
        if "halo" in word.css and "strong" in word.css:
            found += [word.text for x, y in places if box.left < x < box.right and box.top < y < box.bottom]
    return found


@pytest.mark.parametrize("form", ["wide", "narrow"])
@pytest.mark.parametrize("chart", [restraints(), many_runs(), spc.chart(WAVE)], ids=["ward", "many", "wave"])
def test_words_lie_neither_on_the_data_nor_on_each_other(chart: Result, form: FormName) -> None:
    picture = read(chart_svg(chart, form=form))
    assert covers_data(picture) == []
    assert collisions(picture) == []


def test_brackets_do_not_cross() -> None:
    spans = brackets(read(chart_svg(many_runs())), "shift")
    for (start, end, bar, _), (other_start, other_end, other_bar, _) in combinations(spans, 2):
        assert end < other_start or other_end < start or abs(bar - other_bar) > 6
