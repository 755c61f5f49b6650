"""A whole chart: what it says, what it holds, and what it never does."""

import re
from dataclasses import replace
from datetime import date

import pytest
from tests.spc.draw.pictures import RESTRAINTS, collisions, months, read, restraints, weeks

import wellrun_spc as spc
from wellrun_spc.draw import Annotation, chart_svg
from wellrun_spc.draw.form import FormName
from wellrun_spc.draw.palette import ThemeName
from wellrun_spc.results import Result

FORMS: list[FormName] = ["wide", "narrow", "spark"]
THEMES: list[ThemeName] = ["page", "light", "dark"]
FLAGS = [
    Annotation(date(2025, 10, 27), "Huddles twice a day"),
    Annotation(date(2025, 12, 1), "Quiet room open all night"),
    Annotation(date(2026, 1, 26), "Distress signs card"),
    Annotation(date(2026, 3, 2), "Peer-led evenings"),
]


@pytest.fixture(scope="module")
def ward() -> Result:
    return restraints()


def test_the_title_tells_the_story_with_the_reading(ward: Result) -> None:
    picture = read(chart_svg(ward, title="Restraints each week on Alder Ward"))
    assert picture.title == (
        "Restraints each week on Alder Ward, 7 July 2025 to 6 April 2026. "
        "The last 9 weeks are all below the average of 3.4. That is very unlikely to be chance."
    )


def test_the_description_gives_the_numbers(ward: Result) -> None:
    svg = chart_svg(ward, annotations=FLAGS[:1])
    assert (
        "Counts (c chart), rules: Anhøj 1. 40 weeks. Before huddles: average 4.8, limits 0 to 11.4. "
        "Since huddles began: average 3.4, limits 0 to 8.9. Target 2.4. "
        "Flag 1, 27 October 2025: Huddles twice a day.</desc>"
    ) in svg


def test_an_image_is_named_by_ids_of_its_own(ward: Result) -> None:
    for form in ("wide", "narrow"):
        root = read(chart_svg(ward, form=form, id="m7")).root
        assert root.get("role") == "img"
        assert root.get("aria-labelledby") == f"m7-{form}-t"
        assert root.get("aria-describedby") == f"m7-{form}-d"
        ids = [element.get("id") for element in root.iter() if element.get("id")]
        assert ids == [f"m7-{form}-t", f"m7-{form}-d"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("theme", THEMES)
def test_nothing_that_a_strict_page_forbids(ward: Result, form: FormName, theme: ThemeName) -> None:
    svg = chart_svg(ward, form=form, theme=theme, annotations=FLAGS, title="A", y_label="B")
    read(svg)
    assert not re.search(r"\sstyle=|<style|<script|\son\w+=|href|url\(", svg)
    assert 'direction="ltr"' in svg


@pytest.mark.parametrize("form", FORMS)
def test_the_same_chart_gives_the_same_text(ward: Result, form: FormName) -> None:
    assert chart_svg(ward, form=form, annotations=FLAGS) == chart_svg(
        restraints(), form=form, annotations=FLAGS
    )


def test_forty_points_with_all_there_is_stay_under_fifteen_kilobytes(ward: Result) -> None:
    full = chart_svg(
        ward, annotations=FLAGS, title="Restraints each week on Alder Ward", y_label="Restraints"
    )
    assert len(full.encode()) < 15_000
    marked = spc.chart(
        [90 - value * 3 for value in RESTRAINTS], n=[100] * 40, x=weeks(40), chart="p", rules="nhs-mdc/1",
        direction="increase", target=0.95, phases=[10, 20, 30],
    )  # fmt: skip
    assert len(chart_svg(marked, annotations=FLAGS, y_label="Seen in 4 hours").encode()) < 15_000


def test_the_prototype_story_is_drawn(ward: Result) -> None:
    picture = read(chart_svg(ward, annotations=FLAGS, y_label="Restraints in the week"))
    for words in (
        "Restraints in the week", "Before huddles: average 4.8", "Since huddles began: average 3.4",
        "Limits set by these 15 weeks", "Huddles twice a day", "Peer-led evenings", "9 weeks in a row",
        "below the average", "Upper limit 8.9", "Average 3.4", "Target 2.4", "Jul", "2025", "2026",
    ):  # fmt: skip
        assert words in picture.texts
    assert "Lower limit 0" not in picture.texts
    assert len(picture.all("pt")) == 31
    assert len(picture.all("pt pt--good")) == 9
    assert collisions(picture) == []


def test_the_narrow_form_says_less(ward: Result) -> None:
    picture = read(chart_svg(ward, form="narrow", annotations=FLAGS, y_label="Restraints in the week"))
    assert picture.size[0] == 336
    for words in ("Upper 8.9", "Average 3.4", "below average", "Since huddles", "began", "1", "4"):
        assert words in picture.texts
    assert "Huddles twice a day" not in picture.texts
    assert collisions(picture) == []


def test_a_chart_can_have_any_width(ward: Result) -> None:
    for width in (280, 640, 1200):
        picture = read(chart_svg(ward, width=width, annotations=FLAGS, y_label="Restraints in the week"))
        assert picture.size[0] == width
        assert collisions(picture) == []


def test_only_the_latest_points_are_shown_with_the_limits_of_all(ward: Result) -> None:
    picture = read(chart_svg(ward, last=26, title="Restraints", annotations=FLAGS))
    assert len(picture.points()[0]) == 26
    assert picture.title.startswith("Restraints, 13 October 2025 to 6 April 2026. The last 9 weeks")
    assert "Average 3.4" in picture.texts
    assert "9 weeks in a row" in picture.texts
    few = read(chart_svg(ward, last=4, annotations=FLAGS))
    assert len(few.all("pt pt--good")) == 4
    assert "Before huddles: average 4.8" not in few.texts
    assert chart_svg(ward, last=400) == chart_svg(ward)


def test_in_a_file_of_its_own_colours_and_background_are_fixed(ward: Result) -> None:
    light, dark = (chart_svg(ward, theme=theme, annotations=FLAGS) for theme in ("light", "dark"))
    for svg, sheet, ink in ((light, "#fdfcf8", "#17201d"), (dark, "#1b2220", "#edebe3")):
        assert "class=" not in svg
        assert re.search(rf'<rect width="802" height="\d+" fill="{sheet}"/>', svg)
        assert ink in svg
        root = read(svg).root
        assert root.get("width") == "802"
    assert "#17201d" not in dark


def test_a_file_of_its_own_carries_title_and_reading(ward: Result) -> None:
    texts = read(chart_svg(ward, theme="light", title="Restraints each week")).texts
    assert texts.count("Restraints each week") == 1
    assert "The last 9 weeks are all below the average of 3.4. That is very unlikely to be chance." in texts
    assert "Counts (c chart), rules: Anhøj 1." in texts
    plain = read(chart_svg(ward, theme="light", title="Restraints each week", heading=False)).texts
    assert "Restraints each week" not in plain
    assert "Restraints each week" not in read(chart_svg(ward, title="Restraints each week")).texts


def test_words_over_lines_have_a_halo_that_every_program_understands(ward: Result) -> None:
    page = chart_svg(ward)
    assert 'class="t-strong halo"' in page
    assert 'paint-order="stroke"' in page
    assert len(re.findall("9 weeks in a row<", page)) == 1
    file = chart_svg(ward, theme="light")
    assert len(re.findall("9 weeks in a row<", file)) == 2
    assert file.index('aria-hidden="true">9 weeks') < file.index('font-size="13" text-anchor="end">9 weeks')


def test_markup_in_words_is_only_words(ward: Result) -> None:
    nasty = "<b>\"A\" & 'B'</b>"
    named = replace(ward, phases=(ward.phases[0], replace(ward.phases[1], name=nasty)))
    noted = replace(named, points=(replace(named.points[0], note=nasty), *named.points[1:]))
    picture = read(
        chart_svg(noted, title=nasty, y_label=nasty, id='"x"', annotations=[Annotation(weeks(40)[20], nasty)])
    )
    assert picture.title.startswith(nasty)
    assert nasty in picture.texts
    assert picture.tips("pt")[0].endswith(nasty)


def test_no_numbers_yet(ward: Result) -> None:
    empty = replace(ward, points=(), phases=(), signals=())
    for form in ("wide", "narrow"):
        picture = read(chart_svg(empty, form=form, title="Falls", annotations=FLAGS))
        assert "No numbers yet" in picture.texts
        assert picture.title == "Falls. There are no numbers yet."
        assert collisions(picture) == []
    heading = read(chart_svg(empty, theme="dark", title="Falls"))
    assert "Falls" in heading.texts
    assert read(chart_svg(replace(empty, target=None))).title == "There are no numbers yet."


def test_only_missing_numbers() -> None:
    missing = spc.chart([None, None, None], x=weeks(3))
    picture = read(chart_svg(missing, y_label="Falls"))
    assert "No numbers yet" in picture.texts
    assert picture.all("line") == []


def test_one_point_stands_in_the_middle() -> None:
    picture = read(chart_svg(spc.chart([5], chart="c", x=[date(2026, 1, 5)])))
    (point,) = picture.all("pt")
    assert float(point.attrib["cx"]) == pytest.approx(385, abs=60)
    assert "5 Jan" in picture.texts
    assert picture.title == f"5 January 2026. {spc.chart([5], chart='c').reading.plain}"


@pytest.mark.parametrize(
    ("values", "options"),
    [
        ([7.0] * 24, {}),
        ([0] * 24, {"chart": "c"}),
        ([1e12 * (1 + i % 5) for i in range(24)], {}),
        ([1e-7 * (1 + i % 5) for i in range(24)], {}),
        (
            [5, 6, 5, 4, 1e6, 5, 6, 4, 5, 6, 5, 4, 5, 6, 5, 6, 5, 4, 5, 6, 5, 4, 5, 6],
            {"direction": "decrease"},
        ),
        ([-3 - i % 4 for i in range(24)], {"target": -1, "direction": "increase"}),
    ],
)
@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_odd_values_are_drawn_without_collisions(
    values: list[float], options: dict[str, object], form: FormName
) -> None:
    chart = spc.chart(values, x=months(24), **options)  # type: ignore[arg-type]
    picture = read(chart_svg(chart, form=form, y_label="Odd"))
    assert collisions(picture) == []
    for line in picture.points():
        assert all(0 <= y <= 276 for _, y in line)


def test_a_huge_label_is_wrapped_and_shortened(ward: Result) -> None:
    picture = read(chart_svg(ward, form="narrow", y_label="The number of people who were " * 20))
    assert len([text for text in picture.texts if "people" in text]) == 2
    assert collisions(picture) == []
