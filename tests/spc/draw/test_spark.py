"""Sparklines: small, without text, with a spoken label."""

from dataclasses import replace

import pytest
from tests.spc.draw.pictures import months, read, restraints, weeks

import wellrun_spc as spc
from wellrun_spc.draw import chart_svg

STEADY = [5, 6, 4, 5, 7, 5, 4, 6, 5, 6, 4, 5]


def test_a_sparkline_is_spoken() -> None:
    root = read(chart_svg(restraints(), form="spark", title="Restraints each week")).root
    assert root.get("role") == "img"
    assert root.get("aria-label") == (
        "Restraints each week. The last 9 weeks are all below the average of 3.4. "
        "That is very unlikely to be chance."
    )


def test_it_has_no_text_and_no_axes() -> None:
    picture = read(chart_svg(restraints(), form="spark"))
    assert picture.size == (320, 76)
    assert picture.texts == []
    assert picture.all("axis") == picture.all("limit") == []
    assert len(picture.all("usual")) == len(picture.all("mean")) == 2
    assert len(picture.all("target")) == 1


def test_it_is_small_however_much_it_shows() -> None:
    assert len(chart_svg(restraints(), form="spark", title="Restraints each week").encode()) < 2_000
    sizes = [20 + (index * 37) % 90 for index in range(900)]
    varied = spc.chart([size // 3 + (size % 7) for size in sizes], n=sizes, chart="p", rules="nhs-mdc/1")
    assert len(chart_svg(varied, form="spark").encode()) < 4_000


def test_only_the_latest_sixty_points_are_shown() -> None:
    assert len(read(chart_svg(spc.chart(STEADY * 20), form="spark")).points()[0]) == 60
    assert len(read(chart_svg(spc.chart(STEADY * 20), form="spark", last=12)).points()[0]) == 12


def test_the_latest_point_is_always_marked() -> None:
    steady = read(chart_svg(spc.chart(STEADY, x=weeks(12)), form="spark"))
    (latest,) = steady.all("pt")
    assert float(latest.attrib["cx"]) == steady.points()[0][-1][0]
    signalled = read(chart_svg(spc.chart([*STEADY, 40], freeze=12, direction="increase"), form="spark"))
    assert signalled.all("pt") == []
    assert len(signalled.all("pt pt--good")) == 1


def test_the_latest_mark_is_the_largest() -> None:
    (path,) = read(chart_svg(restraints(), form="spark")).all("pt pt--good")
    sizes = [float(part.split("l")[1].split()[0]) for part in path.attrib["d"].split("z") if part]
    assert max(sizes) == sizes[-1] > sizes[0]


def test_a_left_out_or_missing_point_is_never_the_latest() -> None:
    chart = spc.chart([*STEADY, 50, None], x=weeks(14), excluded=[12])
    picture = read(chart_svg(chart, form="spark"))
    (latest,) = picture.all("pt")
    assert float(latest.attrib["cx"]) == picture.points()[0][-1][0]


def test_a_signal_at_a_missing_point_is_not_drawn() -> None:
    chart = spc.chart([*STEADY, 40], freeze=12, direction="increase")
    gone = replace(chart.points[12], value=None)
    picture = read(chart_svg(replace(chart, points=(*chart.points[:12], gone)), form="spark"))
    assert picture.all("pt pt--good") == []


def test_no_numbers_yet() -> None:
    chart = restraints()
    picture = read(chart_svg(replace(chart, points=(), phases=(), signals=()), form="spark", title="Falls"))
    assert picture.root.get("aria-label") == "Falls. There are no numbers yet."
    assert picture.all("pt") == []


@pytest.mark.parametrize("values", [[7.0] * 12, [0.0] * 12, [-5.0, -7.0] * 6, [95.0, 105.0] * 6])
def test_all_lines_lie_within_the_drawing(values: list[float]) -> None:
    picture = read(chart_svg(spc.chart(values, x=months(12)), form="spark"))
    assert all(0 <= y <= 62 for _, y in picture.points()[0])


def test_a_width_can_be_chosen_and_a_file_stands_alone() -> None:
    assert read(chart_svg(restraints(), form="spark", width=240)).size == (240, 76)
    dark = chart_svg(restraints(), form="spark", theme="dark")
    assert "#1b2220" in dark
    assert "class=" not in dark
