"""Limits, centre and target: level, stepped, moving, clipped, trial."""

import re
from dataclasses import replace

import pytest
from tests.spc.draw.pictures import Picture, months, read, restraints, weeks

import wellrun_spc as spc
from wellrun_spc.draw import chart_svg

SIZES = [20, 35, 80, 150, 20, 35, 80, 150, 20, 35, 80, 150]
HARMS = [4, 9, 20, 30, 5, 8, 22, 33, 4, 9, 19, 31]


def data(picture: Picture, css: str) -> list[str]:
    return [element.attrib["d"] for element in picture.all(css)]


def heights(path: str) -> set[str]:
    return set(re.findall(r"V([\d.]+)|M[\d.]+ ([\d.]+)", path))


def test_limits_that_are_the_same_everywhere_are_level() -> None:
    chart = spc.chart([5, 6, 4, 5, 7, 5, 4, 6, 5, 6, 4, 5], x=weeks(12))
    (limits,) = data(read(chart_svg(chart)), "limit")
    assert limits.count("M") == 2
    assert "V" not in limits
    (mean,) = data(read(chart_svg(chart)), "mean")
    assert re.fullmatch(r"M[\d.]+ [\d.]+H[\d.]+", mean)


def test_limits_that_depend_on_the_denominator_are_steps() -> None:
    chart = spc.chart(HARMS, n=SIZES, x=months(12), chart="p")
    picture = read(chart_svg(chart))
    (limits,) = data(picture, "limit")
    assert limits.count("V") > 10
    (band,) = data(picture, "usual")
    assert band.endswith("z")
    assert band.count("V") > 20


def test_steps_stand_half_way_between_points() -> None:
    chart = spc.chart([10, 40], n=[20, 80], x=months(2), chart="p")
    picture = read(chart_svg(chart))
    first, second = (float(mark.attrib["cx"]) for mark in picture.all("pt"))
    steps = [float(x) for x in re.findall(r"H([\d.]+)", data(picture, "limit trial")[0])]
    assert pytest.approx((first + second) / 2, abs=0.1) in steps


def test_a_point_without_limits_is_bridged_by_its_neighbours() -> None:
    chart = spc.chart([4, 9, None, 30, 5, 8], n=[20, 35, None, 150, 20, 35], x=months(6), chart="p")
    picture = read(chart_svg(chart))
    (band,) = data(picture, "usual")
    assert band.count("M") == 1
    assert len(picture.points()) == 2


def test_a_clipped_limit_on_the_edge_of_the_axis_is_not_drawn_and_has_no_label() -> None:
    chart = spc.chart([2, 3, 1, 2, 4, 2, 1, 3, 2, 1, 2, 3], chart="c", x=weeks(12))
    assert chart.points[0].lcl_clipped
    picture = read(chart_svg(chart))
    assert data(picture, "limit")[0].count("M") == 1
    assert not any(text.startswith("Lower limit") for text in picture.texts)


def test_an_upper_limit_of_all_is_not_drawn_either() -> None:
    chart = spc.chart([19, 20, 20, 19, 20, 19, 20, 20, 19, 20, 20, 19], n=[20] * 12, x=weeks(12), chart="p")
    assert chart.points[0].ucl_clipped
    assert data(read(chart_svg(chart)), "limit")[0].count("M") == 1


def test_a_stepped_limit_is_broken_only_where_it_is_clipped() -> None:
    chart = spc.chart(HARMS, n=SIZES, x=months(12), chart="p")
    clipped = [point.lcl_clipped for point in chart.points]
    assert any(clipped)
    assert not all(clipped)
    assert data(read(chart_svg(chart)), "limit")[0].count("M") > 2


def test_a_clipped_limit_is_drawn_where_the_axis_goes_on() -> None:
    chart = spc.chart([2, 3, 1, 2, 4, 2, 1, 3, 2, 1, 2, 3], chart="c", x=weeks(12))
    lowered = replace(chart, target=-5.0, points=tuple(replace(p, target=-5.0) for p in chart.points))
    assert data(read(chart_svg(lowered)), "limit")[0].count("M") == 2


def test_limits_of_few_points_are_dashed_and_named_trial_limits() -> None:
    chart = spc.chart([5, 7, 6, 9, 4, 6, 5, 7], x=weeks(8))
    svg = chart_svg(chart)
    assert 'stroke-dasharray="2 3"' in svg
    assert "Trial limits" in read(svg).texts
    assert "trial limits" in svg
    assert "Trial limits" not in read(chart_svg(restraints())).texts


def test_trial_limits_of_a_short_phase_have_a_short_name_or_none() -> None:
    values = [5, 7, 6, 9, 4, 6, 5, 7, 6, 5] * 4
    starts = [4 * index for index in range(1, 10)]
    texts = read(chart_svg(spc.chart(values, x=weeks(40), phases=starts))).texts
    assert "Trial" in texts
    crowded = spc.chart(values, x=weeks(40), phases=[2 * index for index in range(1, 20)])
    assert "Trial" not in read(chart_svg(crowded, form="narrow")).texts


def test_a_target_is_a_line_with_its_own_decimals() -> None:
    chart = spc.chart([5, 6, 4, 5, 7, 5, 4, 6, 5, 6, 4, 5], x=weeks(12), target=4.25, direction="decrease")
    picture = read(chart_svg(chart))
    assert len(data(picture, "target")) == 1
    assert "Target 4.25" in picture.texts


def test_a_target_that_changes_once_is_a_step() -> None:
    chart = spc.chart(
        HARMS, n=SIZES, x=months(12), chart="p", target=[0.1] * 6 + [0.15] * 6, direction="decrease"
    )
    picture = read(chart_svg(chart))
    (target,) = data(picture, "target")
    assert target.count("V") == 1
    assert "Target 15%" in picture.texts


def test_a_target_that_moves_every_month_is_a_path() -> None:
    moving = [0.1 + index / 100 for index in range(12)]
    chart = spc.chart(HARMS, n=SIZES, x=months(12), chart="p", target=moving, direction="decrease")
    (target,) = data(read(chart_svg(chart)), "target")
    assert target.count("L") == 13


def test_a_target_that_begins_later_begins_there() -> None:
    chart = spc.chart(HARMS, n=SIZES, x=months(12), chart="p", target=[None] * 6 + [0.2] * 6)
    picture = read(chart_svg(chart))
    sixth, seventh = (float(picture.all("pt")[index].attrib["cx"]) for index in (5, 6))
    (target,) = data(picture, "target")
    start = float(target[1:].split()[0])
    assert start == pytest.approx((sixth + seventh) / 2, abs=0.1)


def test_without_a_target_none_is_drawn() -> None:
    assert data(read(chart_svg(spc.chart([5, 6, 4], x=weeks(3)))), "target") == []


def test_a_run_chart_has_a_middle_value_and_no_limits() -> None:
    picture = read(chart_svg(spc.chart([5, 6, 4, 5, 7, 5, 4, 6, 5, 6, 4, 5], chart="run", x=weeks(12))))
    assert "Middle value 5" in picture.texts
    assert data(picture, "usual") == []
    assert "Middle 5" in read(chart_svg(spc.chart([4, 5, 6], chart="run"), form="narrow")).texts


def test_limits_on_the_centre_line_have_no_labels_of_their_own() -> None:
    texts = read(chart_svg(spc.chart([7.0] * 24, x=months(24)))).texts
    assert "Average 7" in texts
    assert not any("limit" in text for text in texts)


def test_end_labels_that_are_too_wide_keep_their_number() -> None:
    chart = spc.chart([1e13 + i * 1e9 for i in (5, 6, 4, 5, 7, 5, 4, 6, 5, 6, 4, 5)], x=weeks(12))
    texts = read(chart_svg(chart, form="narrow", width=300)).texts
    assert any(text.startswith("10,00") for text in texts)
    assert not any(text.startswith("Average") for text in texts)


def test_the_words_about_trial_limits_stand_where_fewest_lines_run() -> None:
    chart = spc.chart([5, 7, 6, 9, 4, 6, 5, 7], x=weeks(8))
    free = read(chart_svg(chart))
    (word,) = [word for word in free.words if word.text == "Trial limits"]
    down = float(free.root[-1].attrib["transform"].split()[1].rstrip(")"))
    upper = float(free.all("limit trial")[0].attrib["d"].split()[1].split("H")[0]) + down
    assert word.box.bottom < upper
