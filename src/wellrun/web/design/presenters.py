"""The gallery in plain values: tokens from the style sheet itself, and each part's examples, drawn."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.utils.safestring import SafeString

from wellrun.web.components.catalogue import Part, parts
from wellrun.web.components.icon.symbols import all_symbols
from wellrun.web.components.part import draw
from wellrun.web.design.tokens import Swatch, swatches

CHAPTERS = (
    (
        "Words and signs",
        (
            "sign",
            "status",
            "reading",
            "tag",
            "visibility",
            "avatar",
            "icon",
            "people",
            "quote",
            "remark",
            "highlight",
        ),
    ),
    ("Charts", ("chart_card", "measure_card", "task", "facts", "ruler", "strip")),
    ("Doing and going", ("button", "link", "segments", "tabs", "crumbs", "unit_tree")),
    ("Forms", ("field", "choices", "error_summary", "quick_response")),
    ("Messages", ("callout", "toast", "nothing_yet", "disclosure")),
    ("Structures", ("leaf", "table", "define", "timeline", "ramp", "tree", "page_header")),
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


def _drawn(part: Part, request: HttpRequest) -> tuple[DrawnExample, ...]:
    return tuple(
        DrawnExample(title=example.title, html=draw(example, request), source=example.template)
        for example in part.examples
    )


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
                        examples=_drawn(by_name[name], request),
                    )
                    for name in names
                ),
            )
            for number, (title, names) in enumerate(CHAPTERS, start=1)
        ),
        icons=tuple(name for name in all_symbols() if not name.startswith(("var-", "as-", "brand"))),
    )
