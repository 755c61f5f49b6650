"""A driver diagram as slides of native shapes and glued connectors, which people go on editing.

python-pptx takes a third of a second to import: this module is imported only where slides are made.
"""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pptx
from pptx.dml.color import RGBColor
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.presentation import Presentation
from pptx.shapes.autoshape import Shape
from pptx.slide import Slide
from pptx.util import Inches, Pt

from wellrun.exchange.diagrams.layout import SMALL, TEXT, WIDTH, Box, lay_out
from wellrun.exchange.diagrams.pages import in_pages
from wellrun.exchange.diagrams.values import AIM, Diagram


def _colour(hexadecimal: str) -> RGBColor:
    colour: RGBColor = RGBColor.from_string(hexadecimal)  # type: ignore[no-untyped-call]
    return colour


WIDE, HIGH, EDGE, TOP = 13.333, 7.5, 0.4, 1.1
"""Inches: the slide, its edge, and where the diagram begins."""
PINE, PINE_LINE = _colour("0F5248"), _colour("6B998C")
WHITE, INK, RULE = _colour("FFFFFF"), _colour("17201D"), _colour("77807B")
_RIGHT, _LEFT = 3, 1
"""The places of a rectangle where a connector is glued."""
_TITLE_ONLY = 5


def diagram_slides(diagram: Diagram) -> bytes:
    """One slide, or as many as can be read."""

    slides = pptx.Presentation()
    slides.slide_width, slides.slide_height = Inches(WIDE), Inches(HIGH)
    slides.core_properties.author = "Wellrun"
    slides.core_properties.title = _plain(diagram.title)
    for page in in_pages(diagram):
        _slide(slides, page)
    out = BytesIO()
    slides.save(out)
    return _timeless(out)


def _timeless(made: BytesIO) -> bytes:
    """The same diagram is the same file whenever it is made: each part bears the first day of ZIP files."""
    out = BytesIO()
    with ZipFile(made) as parts, ZipFile(out, "w") as kept:
        for part in parts.infolist():
            kept.writestr(ZipInfo(part.filename), parts.read(part), ZIP_DEFLATED)
    return out.getvalue()


def _slide(slides: Presentation, page: Diagram) -> None:
    slide = slides.slides.add_slide(slides.slide_layouts[_TITLE_ONLY])
    _title(slide, page)
    layout = lay_out(page)
    scale = min((WIDE - 2 * EDGE) / layout.width, (HIGH - TOP - EDGE) / max(layout.height, 1.0), 1 / 80)
    shapes = {number: _shape(slide, box, scale) for number, box in layout.boxes.items()}
    for parent, child in page.lines:
        if parent in shapes and child in shapes:
            _connect(slide, shapes[parent], shapes[child])


def _title(slide: Slide, page: Diagram) -> None:

    title = slide.shapes.title
    if title is None:
        raise RuntimeError("this layout has a title")
    title.left, title.top, title.width, title.height = (
        Inches(each) for each in (EDGE, 0.2, WIDE - 2 * EDGE, 0.8)
    )
    title.text_frame.text = _plain(page.title)
    for paragraph in title.text_frame.paragraphs:
        paragraph.font.size, paragraph.font.bold = Pt(22), True


def _shape(slide: Slide, box: Box, scale: float) -> Shape:
    """A rectangle with its words; letters shrink with the diagram."""

    shape = slide.shapes.add_shape(
        MSO_SHAPE.RECTANGLE,
        Inches(EDGE + box.x * scale),
        Inches(TOP + box.y * scale),
        Inches(WIDTH * scale),
        Inches(box.height * scale),
    )
    shape.name = _plain(box.item.text)[:80]
    is_aim = box.item.id == AIM
    shape.shadow.inherit = False
    shape.fill.solid()
    shape.fill.fore_color.rgb = PINE if is_aim else WHITE
    shape.line.color.rgb = PINE if is_aim else RULE
    shape.line.width = Pt(1)
    _write(shape, box, scale)
    return shape


def _write(shape: Shape, box: Box, scale: float) -> None:
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = Inches(8 * scale)
    frame.margin_top = frame.margin_bottom = Inches(3 * scale)
    said = ((box.item.text, TEXT), *((note, SMALL) for note in box.item.notes))
    for number, (text, size) in enumerate(said):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = PP_ALIGN.LEFT
        run = paragraph.add_run()
        run.text = _plain(text)
        run.font.size = Pt(round(size * scale * 72 * 2) / 2)
        run.font.bold = number == 0 and box.item.column <= 1
        run.font.color.rgb = WHITE if box.item.id == AIM else INK


def _connect(slide: Slide, parent: Shape, child: Shape) -> None:
    """A line that follows its boxes when somebody moves them."""

    line = slide.shapes.add_connector(MSO_CONNECTOR.ELBOW, Pt(0), Pt(0), Pt(0), Pt(0))
    line.begin_connect(parent, _RIGHT)  # type: ignore[no-untyped-call]
    line.end_connect(child, _LEFT)  # type: ignore[no-untyped-call]
    line.line.color.rgb = PINE_LINE
    line.line.width = Pt(1.25)


def _plain(text: str) -> str:
    """Without what XML does not allow, nor line ends that would become paragraphs."""
    return " ".join("".join(letter if letter.isprintable() else " " for letter in text).split())
