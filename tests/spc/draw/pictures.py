"""Charts to draw, and a reader of the drawings: words with the room they take, marks by what they mean."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

import wellrun_spc as spc
from wellrun_spc.draw.layout import Box
from wellrun_spc.draw.lettering import text_width
from wellrun_spc.results import Result

SVG = "{http://www.w3.org/2000/svg}"
RESTRAINTS = [
    5, 4, 6, 3, 7, 4, 5, 6, 2, 5, 8, 4, 3, 6, 5, 4, 4, 3, 5, 2,
    4, 3, 4, 2, 3, 4, 3, 2, 5, 3, 4, 2, 1, 2, 3, 1, 2, 2, 1, 2,
]  # fmt: skip
"""Restraints each week on an invented ward: a first phase, huddles, and a long run below the new average."""


def weeks(count: int, start: date = date(2025, 7, 7)) -> list[date]:
    """Mondays."""
    return [start + timedelta(7 * index) for index in range(count)]


def months(count: int, year: int = 2016, month: int = 4) -> list[date]:
    """First days of months."""
    found = [year * 12 + month - 1 + index for index in range(count)]
    return [date(number // 12, number % 12 + 1, 1) for number in found]


def restraints() -> Result:
    """The story of the ward: two named phases, the second one's limits set by its first 15 weeks."""
    chart = spc.chart(
        RESTRAINTS,
        chart="c",
        x=weeks(40),
        phases=[spc.PhaseStart(at=16, name="Since huddles began")],
        freeze=weeks(40)[30],
        target=2.4,
        direction="decrease",
    )
    first = replace(chart.phases[0], name="Before huddles")
    return replace(chart, phases=(first, *chart.phases[1:]))


@dataclass(frozen=True)
class Word:
    """A text of a drawing and the room it takes."""

    text: str
    box: Box
    css: str


@dataclass(frozen=True)
class Picture:
    """A drawing that has been read back."""

    root: ET.Element

    @property
    def size(self) -> tuple[float, float]:
        """Width and height."""
        _, _, width, height = map(float, self.root.attrib["viewBox"].split())
        return width, height

    @property
    def title(self) -> str:
        """The story, as a screen reader tells it."""
        return (self.root.findtext(f"{SVG}title")) or ""

    @property
    def words(self) -> list[Word]:
        """Every text that is seen, once."""
        return list(_words(self.root, {}, 0.0))

    @property
    def texts(self) -> list[str]:
        """The same without the room."""
        return [word.text for word in self.words]

    def all(self, css: str) -> list[ET.Element]:
        """Elements with exactly these classes, and the marks within a group of that kind."""
        found = [element for element in self.root.iter() if element.get("class") == css]
        groups = [element for element in found if element.tag == f"{SVG}g"]
        return [element for element in found if element not in groups] + [
            mark for group in groups for mark in group
        ]

    def tips(self, css: str) -> list[str]:
        """What marks tell when pointed at."""
        return [mark.findtext(f"{SVG}title") or "" for mark in self.all(css)]

    def points(self, css: str = "line") -> list[list[tuple[float, float]]]:
        """The corners of each polyline."""
        return [
            [(float(x), float(y)) for x, y in (pair.split(",") for pair in line.attrib["points"].split())]
            for line in self.all(css)
        ]


def read(svg: str) -> Picture:
    """A drawing, parsed; fails if it is not well-formed."""
    return Picture(ET.fromstring(svg))


def _words(element: ET.Element, inherited: dict[str, str], down: float) -> Iterator[Word]:
    known = {**inherited, **{key: value for key, value in element.attrib.items() if key in _INHERITED}}
    moved = re.search(r"translate\(\S+ (\S+)\)", element.get("transform", ""))
    down += float(moved[1]) if moved else 0.0
    if element.tag == f"{SVG}text" and element.get("aria-hidden") is None:
        yield _word(element, known, down)
    for child in element:
        yield from _words(child, known, down)


_INHERITED = ("font-size", "text-anchor", "font-weight", "class")


def _word(element: ET.Element, known: dict[str, str], down: float) -> Word:
    text, size = element.text or "", float(known["font-size"])
    width = text_width(text, size, bold=known.get("font-weight") == "600")
    x, y = float(element.attrib["x"]), float(element.attrib["y"]) + down
    left = x - width * {"start": 0.0, "middle": 0.5, "end": 1.0}[known.get("text-anchor", "start")]
    return Word(text, Box(left, y - size * 0.72, left + width, y + size * 0.2), known.get("class", ""))


def collisions(picture: Picture) -> list[str]:
    """Words that lie on each other or reach out of the drawing, beyond what rounding explains."""
    width, height = picture.size
    words = picture.words
    found = [
        f"{word.text!r} is outside"
        for word in words
        if word.box.left < -0.5
        or word.box.right > width + 0.5
        or word.box.top < -0.5
        or word.box.bottom > height + 0.5
    ]
    for index, word in enumerate(words):
        inner = Box(word.box.left + 0.5, word.box.top + 0.5, word.box.right - 0.5, word.box.bottom - 0.5)
        found += [
            f"{word.text!r} meets {other.text!r}" for other in words[index + 1 :] if inner.meets(other.box)
        ]
    return found
