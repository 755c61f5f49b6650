"""A driver diagram as drawing, picture and slides: whole, readable, and harmless whatever people typed."""

import re
import xml.etree.ElementTree as ET
from dataclasses import replace
from io import BytesIO
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pptx
import pytest
from pptx.enum.shapes import MSO_SHAPE_TYPE
from pptx.enum.text import PP_ALIGN

from wellrun.exchange.diagrams import Diagram, Item
from wellrun.exchange.diagrams.layout import PADDING, WIDTH, lay_out
from wellrun.exchange.diagrams.pages import in_pages
from wellrun.exchange.diagrams.png import diagram_png
from wellrun.exchange.diagrams.signs import sign
from wellrun.exchange.diagrams.slides import diagram_slides
from wellrun.exchange.diagrams.svg import MARGIN, PINE_LINE, diagram_svg
from wellrun.web.components import icon

SVG = "{http://www.w3.org/2000/svg}"
SYMBOLS = Path(icon.__file__).parent / "symbols.svg"
PLAIN = {"ink-2": "#000", "sheet": "#fff"}
SIGNS = ("new", "test", "adopt", "adapt", "expand", "drop")


def a_diagram(primaries: int, secondaries: int, ideas: int, *, text: str = "Huddles") -> Diagram:
    items, lines = [Item(id=0, column=0, text="Halve restraints")], []

    def add(column: int, parent: int) -> int:
        number, is_idea = len(items), column == 3
        sign = SIGNS[number % 6] if is_idea else ""
        notes = ("Not started",) if is_idea else ()
        items.append(Item(id=number, column=column, text=f"{text} {number}", sign=sign, notes=notes))
        lines.append((parent, number))
        return number

    for _ in range(primaries):
        primary = add(1, 0)
        for _ in range(secondaries):
            secondary = add(2, primary)
            for _ in range(ideas):
                add(3, secondary)
    return Diagram(
        title="Calmer evenings", caption="Alder Ward", heads=("Aim", "Primary", "Secondary", "Ideas"),
        items=tuple(items), lines=tuple(lines),
    )  # fmt: skip


@pytest.mark.parametrize("shape", [(0, 0, 0), (1, 0, 0), (2, 3, 0), (3, 2, 4), (6, 4, 5)])
def test_no_box_lies_on_another(shape: tuple[int, int, int]) -> None:
    diagram = a_diagram(*shape)
    layout = lay_out(diagram)
    assert len(layout.boxes) == len(diagram.items)
    for column in range(4):
        boxes = sorted((box for box in layout.boxes.values() if box.item.column == column), key=lambda b: b.y)
        assert all(upper.y + upper.height <= lower.y for upper, lower in pairwise(boxes))
    assert all(box.y >= 0 and box.y + box.height <= layout.height + 0.01 for box in layout.boxes.values())


def test_a_part_that_serves_two_is_drawn_once_with_two_lines() -> None:
    diagram = a_diagram(2, 1, 1)
    both = Diagram(
        title="", caption="", heads=diagram.heads, items=diagram.items, lines=(*diagram.lines, (4, 3))
    )
    tree = ET.fromstring(diagram_svg(both))
    drawn = [each for each in tree.iter(f"{SVG}text") if each.text == "Huddles 3"]
    dashed = [each for each in tree.iter(f"{SVG}path") if each.get("stroke-dasharray") == "5 4"]
    assert (len(drawn), len(dashed)) == (1, 1)


NASTY = "<script>alert(1)</script> & \x00\x0b \ud800 " + "x" * 190


def test_what_people_typed_stays_text() -> None:
    diagram = a_diagram(1, 1, 1, text=NASTY)
    tree = ET.fromstring(diagram_svg(diagram))
    assert not list(tree.iter(f"{SVG}script"))
    slides = pptx.Presentation(BytesIO(diagram_slides(diagram)))
    words = [shape.text_frame.text for shape in slides.slides[0].shapes if shape.has_text_frame]
    assert any(text.startswith("<script>alert(1)</script> & ") for text in words)


def test_the_picture_is_a_picture_of_bounded_size() -> None:
    small = diagram_png(a_diagram(1, 1, 1))
    assert small.startswith(b"\x89PNG")
    assert int.from_bytes(small[16:20], "big") > 2000, "twice as fine as the drawing"


def test_slides_hold_shapes_and_glued_connectors() -> None:
    diagram = a_diagram(2, 2, 1)
    presentation = pptx.Presentation(BytesIO(diagram_slides(diagram)))
    (slide,) = presentation.slides
    assert slide.shapes.title is not None
    assert slide.shapes.title.text_frame.text == "Calmer evenings"
    boxes = [each for each in slide.shapes if each.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE]
    lines = [each for each in slide.shapes if each.element.tag.endswith("}cxnSp")]
    assert (len(boxes), len(lines)) == (len(diagram.items), len(diagram.lines))
    ids = {box.shape_id for box in boxes}
    for line in lines:
        glue = [end for end in line.element.iter() if end.tag.endswith(("}stCxn", "}endCxn"))]
        assert len(glue) == 2
        assert {int(end.get("id")) for end in glue} <= ids
    assert presentation.core_properties.author == "Wellrun"


def test_a_large_diagram_takes_as_many_slides_as_can_be_read() -> None:
    diagram = a_diagram(4, 3, 5)
    pages = in_pages(diagram)
    assert len(pages) > 4
    seen = {item.id for page in pages for item in page.items}
    assert seen == {item.id for item in diagram.items}
    presentation = pptx.Presentation(BytesIO(diagram_slides(diagram)))
    assert len(presentation.slides) == len(pages)
    sizes = [
        run.font.size.pt
        for slide in presentation.slides
        for shape in slide.shapes
        if shape.has_text_frame
        for paragraph in shape.text_frame.paragraphs
        for run in paragraph.runs
        if run.font.size is not None
    ]
    assert min(sizes) >= 8.5
    lowest = max(shape.top + shape.height for slide in presentation.slides for shape in slide.shapes)
    assert lowest <= presentation.slide_height


def test_one_driver_with_forty_ideas_is_split_and_loses_none() -> None:
    diagram = a_diagram(1, 1, 40)
    pages = in_pages(diagram)
    assert {item.id for page in pages for item in page.items} == {item.id for item in diagram.items}
    assert len(pages) > 2


def test_every_status_of_a_test_has_a_sign() -> None:
    """Else a diagram with an idea in that state could not be drawn."""
    icons = set(re.findall(r'id="i-st-(\w+)"', SYMBOLS.read_text(encoding="utf-8")))
    assert icons
    for name in icons:
        assert sign(name, 0, 0, PLAIN).startswith("<g ")


ARABIC = "بطاقة Distress للطوارئ"


def test_a_text_stands_on_the_side_where_it_is_read_from() -> None:
    diagram = a_diagram(1, 0, 0, text=ARABIC)
    box = lay_out(diagram).boxes[1]
    tree = ET.fromstring(diagram_svg(diagram))
    (drawn,) = [each for each in tree.iter(f"{SVG}text") if "Distress" in (each.text or "")]
    assert drawn.get("text-anchor") == "end"
    assert float(drawn.get("x", "0")) == pytest.approx(MARGIN + box.x + WIDTH - PADDING, abs=0.1)
    assert (drawn.text or "")[0] == "\u2067", "its words stay in order where Latin ones stand between them"
    (latin,) = [each for each in tree.iter(f"{SVG}text") if each.text == "Halve restraints"]
    assert latin.get("text-anchor") is None


def test_a_mirrored_diagram_begins_at_the_right_and_its_lines_meet_its_boxes() -> None:
    diagram = a_diagram(2, 2, 1)
    plain, turned = lay_out(diagram), lay_out(replace(diagram, is_mirrored=True))
    for number, box in plain.boxes.items():
        other = turned.boxes[number]
        assert (other.x + WIDTH, other.y) == (pytest.approx(plain.width - box.x), box.y)
    tree = ET.fromstring(diagram_svg(replace(diagram, is_mirrored=True)))
    for each in tree.iter(f"{SVG}path"):
        if (drawn := each.get("d", "")).startswith("M") and each.get("stroke") == PINE_LINE:
            assert float(drawn[1:].split()[0]) > float(drawn.rpartition("H")[2]), "towards the left"
    (head,) = [each for each in tree.iter(f"{SVG}text") if each.text == "Aim"]
    assert (head.get("text-anchor"), head.get("x")) == ("end", f"{MARGIN + plain.width:g}")


def test_mirrored_slides_glue_their_lines_to_the_other_sides() -> None:
    diagram = replace(a_diagram(1, 0, 0, text=ARABIC), is_mirrored=True)
    (slide,) = pptx.Presentation(BytesIO(diagram_slides(diagram))).slides
    aim, driver = [each for each in slide.shapes if each.shape_type == MSO_SHAPE_TYPE.AUTO_SHAPE]
    assert driver.left < aim.left
    (line,) = [each for each in slide.shapes if each.element.tag.endswith("}cxnSp")]
    ends = {end.tag.rpartition("}")[2]: end.get("idx") for end in line.element.iter() if end.get("idx")}
    assert (ends["stCxn"], ends["endCxn"]) == ("1", "3")
    paragraph = driver.text_frame.paragraphs[0]
    assert (paragraph.alignment, paragraph._p.pPr.get("rtl")) == (PP_ALIGN.RIGHT, "1")


def test_slides_hold_no_time_of_their_own() -> None:
    """Else two answers about the same thing would differ, and an answer must tell nothing but the thing."""
    with ZipFile(BytesIO(diagram_slides(a_diagram(1, 1, 1)))) as packed:
        assert {each.date_time for each in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}
