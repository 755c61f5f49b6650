"""Points: shape and colour by what a signal means, gaps, left-out and hidden points, many points."""

import re
from dataclasses import replace

import pytest
from tests.spc.draw.pictures import Picture, months, read, weeks

import wellrun_spc as spc
from wellrun_spc.draw import chart_svg
from wellrun_spc.results import Direction, Reading, Result

STEADY = [5, 6, 4, 5, 7, 5, 4, 6, 5, 6, 4, 5]
HIGH, LOW = [*STEADY, 40], [*STEADY, -30]


def drawn(values: list[float], direction: Direction, **options: object) -> Picture:
    chart = spc.chart(values, x=weeks(len(values)), direction=direction, freeze=12, **options)  # type: ignore[arg-type]
    return read(chart_svg(chart))


@pytest.mark.parametrize(
    ("values", "direction", "css"),
    [
        (HIGH, "increase", "pt pt--good"),
        (HIGH, "decrease", "pt pt--bad"),
        (HIGH, "neutral", "pt pt--shift"),
        (LOW, "increase", "pt pt--bad"),
        (LOW, "decrease", "pt pt--good"),
        (LOW, "neutral", "pt pt--shift"),
    ],
)
def test_a_signal_is_good_bad_or_a_change_by_side_and_direction(
    values: list[float], direction: Direction, css: str
) -> None:
    picture = drawn(values, direction)
    assert len(picture.all(css)) == 1
    assert len(picture.all("pt")) == 12
    others = {"pt pt--good", "pt pt--bad", "pt pt--shift"} - {css}
    assert not any(picture.all(other) for other in others)


def outline(picture: Picture, css: str) -> str:
    (mark,) = picture.all(css)
    return re.sub(r"-?[\d.]+", "", mark.attrib["d"])


def test_shapes_differ_as_well_as_colours() -> None:
    diamond = outline(drawn(HIGH, "increase"), "pt pt--good")
    square = outline(drawn(HIGH, "decrease"), "pt pt--bad")
    triangle = outline(drawn(HIGH, "neutral"), "pt pt--shift")
    assert len({diamond, square, triangle}) == 3
    assert square == "M hvhz"


def test_a_triangle_points_to_the_side_of_the_signal() -> None:
    for values, up in ((HIGH, True), (LOW, False)):
        (mark,) = drawn(values, "neutral").all("pt pt--shift")
        tip, base = re.findall(r"[ML][\d.]+ (-?[\d.]+)", mark.attrib["d"])
        assert (float(tip) < float(base)) == up


def test_a_mark_tells_when_and_why() -> None:
    (tip,) = drawn(HIGH, "decrease").tips("pt pt--bad")
    assert tip == "Week of 29 September 2025: 40. Above the upper limit"
    runs = drawn([*STEADY, *[9, 8, 9, 8, 9, 8, 9, 8, 9]], "increase").tips("pt pt--good")
    assert runs[-1].endswith("9 weeks in a row above the average")
    near = spc.chart([5, 6, 4, 5, 7, 5, 4, 6, 5, 6, 4, 5, 8.4, 5.6, 8.4], freeze=12, rules="nhs-mdc/1")
    assert read(chart_svg(near)).tips("pt pt--shift")[-1] == "Point 15: 8.4. One of 2 near the upper limit"


def test_a_proportion_tells_its_numbers() -> None:
    chart = spc.chart([90, 1084], n=[100, 1204], x=months(2), chart="p")
    assert read(chart_svg(chart)).tips("pt") == [
        "April 2016: 90% (90 of 100)",
        "May 2016: 90% (1,084 of 1,204)",
    ]


def test_usual_points_tell_their_value_and_their_note() -> None:
    chart = spc.chart([5, 6, 4], x=weeks(3), notes=["", "Bank holiday", "x" * 300])
    tips = read(chart_svg(chart)).tips("pt")
    assert tips[:2] == ["Week of 7 July 2025: 5", "Week of 14 July 2025: 6. Bank holiday"]
    assert len(tips[2]) < 120


def test_a_phase_wide_signal_colours_no_point() -> None:
    drift = spc.chart([4, 4.4, 4.8, 5.2, 5.6, 6, 6.4, 6.8, 7.2, 7.6, 8, 8.4], chart="run", x=weeks(12))
    kept = tuple(signal for signal in drift.signals if not signal.located)
    assert kept
    picture = read(chart_svg(replace(drift, signals=kept)))
    assert picture.all("pt pt--shift") == []
    assert any(text.startswith("Crosses the middle value once") for text in picture.texts)


def with_reading(result: Result, **changes: object) -> Result:
    reading: Reading = replace(result.reading, **changes)  # type: ignore[arg-type]
    return replace(result, reading=reading)


def test_at_the_latest_point_the_choice_of_the_reading_stands() -> None:
    values = [5, 6, 5, 7, 6, 5, 6, 7, 6, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]
    chart = spc.chart(values, x=weeks(19), rules="nhs-mdc/1", direction="decrease")
    assert len(read(chart_svg(chart)).all("pt pt--good")) == 9
    mixed = with_reading(chart, mixed=True, variation="improving")
    assert len(read(chart_svg(mixed)).all("pt pt--good")) == 10
    unsaid = with_reading(chart, mixed=True, variation="common_cause")
    assert len(read(chart_svg(unsaid)).all("pt pt--good")) == 9


def test_good_news_comes_first_where_the_rule_set_says_so() -> None:
    values = [5, 6, 5, 7, 6, 5, 6, 7, 6, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14]
    first, hopeful = (
        spc.chart(values, x=weeks(19), rules=rules, direction="decrease", screen=False)
        for rules in ("nhs-mdc/1", "nhs-mdc/2")
    )
    assert len(read(chart_svg(hopeful)).all("pt pt--good")) > len(read(chart_svg(first)).all("pt pt--good"))


def test_an_unknown_rule_set_is_drawn_in_its_own_order() -> None:
    chart = spc.chart(HIGH, x=weeks(13), direction="increase", freeze=12)
    svg = chart_svg(replace(chart, rules="ours/1"))
    assert len(read(svg).all("pt pt--good")) == 1
    assert "Values (i chart), rules: ours/1." in svg


def test_a_missing_number_is_a_gap_in_the_line() -> None:
    picture = read(chart_svg(spc.chart([5, 6, None, 4, 5, 6], x=weeks(6))))
    assert [len(line) for line in picture.points()] == [2, 3]
    assert len(picture.all("pt")) == 5


def test_a_left_out_point_is_hollow_and_on_no_line() -> None:
    chart = spc.chart([5, 6, 30, 4, 5, 6], x=weeks(6), excluded=[2])
    picture = read(chart_svg(chart))
    (line,) = picture.points()
    assert len(line) == 5
    (hollow,) = picture.all("tick out")
    assert hollow.findtext("{http://www.w3.org/2000/svg}title") == (
        "Week of 21 July 2025: 30. Left out of the limits"
    )
    assert 'fill="none"' in chart_svg(chart)
    assert "Hollow point: left out of the limits." in picture.texts


def test_a_hidden_number_has_a_star_that_is_explained() -> None:
    picture = read(chart_svg(spc.chart([5, 6, None, 4, 5, 6], x=weeks(6), suppressed=[2])))
    assert "*" in picture.texts
    assert "* Number hidden to protect privacy." in picture.texts
    assert "Week of 21 July 2025: hidden to protect privacy" in chart_svg(
        spc.chart([5, 6, None, 4, 5, 6], x=weeks(6), suppressed=[2])
    ).replace("Hidden", "hidden")


def test_a_signal_about_a_missing_point_draws_nothing() -> None:
    chart = spc.chart(HIGH, x=weeks(13), direction="increase", freeze=12)
    gone = replace(chart.points[12], value=None)
    picture = read(chart_svg(replace(chart, points=(*chart.points[:12], gone))))
    assert picture.all("pt pt--good") == []


def test_marks_shrink_as_points_come_closer() -> None:
    few = read(chart_svg(spc.chart(STEADY, x=weeks(12)))).all("pt")[0]
    many = read(chart_svg(spc.chart(STEADY * 10, x=weeks(120)))).all("pt")[0]
    assert float(few.attrib["r"]) == 3.3
    assert float(many.attrib["r"]) < 3


def test_of_a_thousand_points_the_line_and_the_signals_are_drawn() -> None:
    values = [*(STEADY * 90), 40]
    picture = read(chart_svg(spc.chart(values, direction="increase", freeze=120)))
    assert picture.all("pt") == []
    assert len(picture.all("pt pt--good")) == 1
    assert len(picture.points()[0]) == 1081


def test_of_a_thousand_points_one_that_stands_alone_is_still_seen() -> None:
    values: list[float | None] = [*(STEADY * 90)]
    values[500] = values[502] = None
    assert len(read(chart_svg(spc.chart(values))).all("pt")) == 1


def test_a_great_many_signals_make_one_path() -> None:
    values = [*(STEADY * 10), *([9, 8] * 60)]
    picture = read(chart_svg(spc.chart(values, direction="increase", freeze=120)))
    (path,) = picture.all("pt pt--good")
    assert path.attrib["d"].count("M") == 120


def test_a_line_of_very_many_points_keeps_its_extremes() -> None:
    values = [float((i * 7919) % 101) for i in range(6000)]
    chart = spc.chart(values)
    (line,) = read(chart_svg(chart)).points()
    assert len(line) < 3000
    assert line == sorted(line, key=lambda place: place[0])
    assert len(chart_svg(chart)) < 40_000
