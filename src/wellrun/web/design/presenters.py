"""The gallery in plain values: tokens from the style sheet itself, and each part's examples, drawn."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.template import engines
from django.utils.safestring import SafeString, mark_safe

from wellrun.web.components.catalogue import Part, parts
from wellrun.web.components.icon.symbols import all_symbols
from wellrun.web.components.part import Example
from wellrun.web.design.tokens import Swatch, swatches

CHAPTERS = (
    ("Words and signs", ("sign", "status", "reading", "tag", "visibility", "avatar", "icon")),
    ("Charts", ("chart_card", "measure_card", "task")),
    ("Doing and going", ("button", "link", "segments", "crumbs")),
    ("Forms", ("field", "choices", "error_summary")),
    ("Messages", ("callout", "toast", "nothing_yet", "disclosure")),
    ("Structures", ("page_header", "leaf", "table", "define", "timeline")),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnExample:
    """An example as people see it, and as a developer writes it."""

    title: str
    html: SafeString
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnPart:
    """A part with its examples drawn."""

    part: Part
    examples: tuple[DrawnExample, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """Parts that are used for the same kind of thing."""

    title: str
    id: str
    parts: tuple[DrawnPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Gallery:
    """What the gallery shows."""

    swatches: tuple[Swatch, ...]
    chapters: tuple[Chapter, ...]
    icons: tuple[str, ...]
    rtl_lines: tuple[str, ...] = ("المتوسط انخفض من 4.8 إلى 3.4 في الأسبوع.",)
    sample_lines: tuple[str, ...] = ("The last 9 weeks tell us something changed.", "Ask what was different.")


def drawn(example: Example, request: HttpRequest) -> DrawnExample:
    """The example, without taking the focus from the reader of the gallery."""
    template = engines["django"].from_string("{% load wellrun %}" + example.template)
    html = template.render(dict(example.values()), request).replace(" autofocus", "")
    return DrawnExample(title=example.title, html=mark_safe(html), source=example.template)  # noqa: S308


def present_gallery(request: HttpRequest) -> Gallery:
    """Every part once, by what it is for."""
    by_name = {part.name: part for part in parts()}
    return Gallery(
        swatches=swatches(),
        chapters=tuple(
            Chapter(
                title=title,
                id=f"chapter-{number}",
                parts=tuple(
                    DrawnPart(
                        part=by_name[name],
                        examples=tuple(drawn(example, request) for example in by_name[name].examples),
                    )
                    for name in names
                ),
            )
            for number, (title, names) in enumerate(CHAPTERS, start=1)
        ),
        icons=tuple(name for name in all_symbols() if not name.startswith(("var-", "as-", "brand"))),
    )
