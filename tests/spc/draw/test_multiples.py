"""Small multiples: one chart for each group, on one scale."""

from __future__ import annotations

import re
from xml.etree import ElementTree as Xml

import pytest
from tests.spc.draw.pictures import SVG, collisions, months, read

import wellrun_spc as spc

LOW = spc.i_chart([5, 6, 4, 5, 7, 5, 4, 6, 5, 6, 4, 5], x=months(12), direction="decrease", target=20)
HIGH = spc.i_chart([50, 61, 45, 52, 70, 55, 44, 65, 50, 60, 40, 90], x=months(12), direction="decrease")
EVERYONE = spc.i_chart([28, 33, 25, 28, None, 30, 24, 35, 28, 33, 22, 45], x=months(12), excluded=[7])


def ticks(svg: str) -> list[list[str]]:
    """The numbers up the side of each chart."""
    cells = read(svg).root.findall(f"{SVG}svg")
    return [
        [text.text or "" for text in cell.iter(f"{SVG}text") if (text.text or "").isdigit()] for cell in cells
    ]


def test_groups_share_one_scale_unless_each_has_its_own() -> None:
    shared = ticks(spc.plot_multiples({"Alder": LOW, "Beech": HIGH}))
    free = ticks(spc.plot_multiples({"Alder": LOW, "Beech": HIGH}, scales="free"))
    assert "80" in shared[0]
    assert "80" not in free[0]
    assert "80" in free[1]


def test_each_group_has_its_name_sign_and_word_and_all_are_told() -> None:
    svg = spc.plot_multiples([("Alder", LOW), ("Beech", HIGH)], title="Falls", id="f")
    root = read(svg).root
    texts = [text.text for text in root.findall(f"{SVG}text")]
    assert texts == ["Falls", "Alder", "Steady. Keeps meeting target", "Beech", "Steady"]
    assert len(root.findall(f"{SVG}g[@aria-hidden='true']")) == 2
    assert root.get("role") == "group"
    assert root.findtext(f"{SVG}title") == "Falls. 2 charts"
    assert root.findtext(f"{SVG}desc") == "Alder: Steady. Beech: Steady."
    cells = root.findall(f"{SVG}svg")
    assert [cell.get("role") for cell in cells] == ["img", "img"]
    assert (cells[0].findtext(f"{SVG}title") or "").startswith("Falls. Alder, April 2016 to March 2017. ")
    ids = re.findall(r' id="([^"]+)"', svg)
    assert len(ids) == len(set(ids))


def test_everyone_is_a_dotted_line_with_its_name_that_breaks_at_gaps() -> None:
    svg = spc.plot_multiples({"Alder": LOW, "Beech": HIGH}, everyone=EVERYONE, everyone_label="All wards")
    for cell in read(svg).root.findall(f"{SVG}svg"):
        dotted = [line for line in cell.iter(f"{SVG}polyline") if line.get("stroke-dasharray") == "1 3"]
        assert [len(line.attrib["points"].split()) for line in dotted] == [4, 2, 4]
        assert "All wards" in [text.text for text in cell.iter(f"{SVG}text")]
    elsewhere = spc.i_chart([1, 2, 3])
    assert "Everyone" not in spc.plot_multiples({"Alder": LOW}, everyone=elsewhere)


def test_a_group_that_is_too_small_keeps_its_place_and_says_so() -> None:
    svg = spc.plot_multiples({"Alder": LOW, "Tiny": None}, columns=1)
    root = read(svg).root
    texts = [text.text for text in root.findall(f"{SVG}text")]
    assert "Hidden to protect privacy: too few people." in texts
    assert len(root.findall(f"{SVG}svg")) == 1
    assert root.findtext(f"{SVG}desc") == "Alder: Steady. Tiny: Hidden to protect privacy: too few people."
    assert read(spc.plot_multiples({"Tiny": None})).root.findall(f"{SVG}svg") == []


@pytest.mark.parametrize("columns", [1, 2, 3])
@pytest.mark.parametrize("form", ["wide", "narrow"])
def test_charts_stand_within_the_drawing_and_no_words_collide(columns: int, form: str) -> None:
    svg = spc.plot_multiples(
        dict.fromkeys("ABCD", LOW), columns=columns, form=form, everyone=EVERYONE, title="Falls"
    )
    root = read(svg).root
    width, height = map(float, root.attrib["viewBox"].split()[2:])
    for cell in root.findall(f"{SVG}svg"):
        x, y, w, h = (float(cell.attrib[name]) for name in ("x", "y", "width", "height"))
        assert x + w <= width
        assert y + h <= height
        assert collisions(read(Xml.tostring(cell, encoding="unicode"))) == []


def test_the_same_groups_give_the_same_text_and_a_notebook_shows_it() -> None:
    first, second = (spc.plot_multiples({"Alder": LOW, "Beech": HIGH}) for _ in range(2))
    assert first == second
    assert first._repr_svg_() == first
    assert isinstance(first, spc.Picture)
    assert "ghost" in spc.plot_multiples({"Alder": LOW}, everyone=EVERYONE, theme="page")
    assert "<rect" in spc.plot_multiples({"Alder": LOW}, theme="dark")


@pytest.mark.parametrize(
    ("groups", "options", "words"),
    [
        ({}, {}, "There are no charts."),
        ({"A": LOW}, {"columns": 0}, "A row of 0 charts shows nothing."),
        ({"A": LOW}, {"scales": "log"}, "There are no log scales. Use shared or free."),
        ({"A": LOW}, {"form": "spark"}, "There is no form called spark."),
        ({"A": spc.pareto(["a"])}, {}, "“A” is no chart in time."),
        ({"A": LOW, "B": spc.p_chart([1, 2], [9, 9])}, {}, "have no scale in common. Use free scales."),
    ],
)
def test_what_cannot_be_drawn_together_is_refused(groups, options, words) -> None:
    with pytest.raises(spc.SeriesError) as caught:
        spc.plot_multiples(groups, **options)
    assert words in str(caught.value)
