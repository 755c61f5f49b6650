"""Many charts on one sheet: a heading over each, in rows and columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import TypeVar

from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.compose import Look, drawing_of
from wellrun_spc.draw.document import Drawing, background
from wellrun_spc.draw.form import WIDE, FormName
from wellrun_spc.draw.lettering import shorten
from wellrun_spc.draw.numerals import Style, numbers_as
from wellrun_spc.draw.palette import FONT, THEMES, ThemeName
from wellrun_spc.draw.svg import num
from wellrun_spc.results import Result

MARGIN, _HEADING, BETWEEN = 24.0, 30.0, 28.0


def sheet_svg(
    charts: Iterable[tuple[str, Result]],
    *,
    columns: int = 1,
    form: FormName | None = None,
    title: str = "",
    y_label: str = "",
    last: int | None = None,
    id: str = "sheet",  # noqa: A002 - it is what the attribute is called
    theme: ThemeName = "light",
    number: Style | None = None,
) -> str:
    """Draw many charts as one SVG, each under its heading, row by row.

    Parameters
    ----------
    charts
        Pairs of heading and computed chart, in the order wanted.
    columns
        Charts in one row.
    form
        ``wide``, ``narrow`` or ``spark``; wide for one column and narrow for more, unless said otherwise.
    title
        What all charts show; the heading of each is added for screen readers.
    y_label, last, id, theme, number
        As for `chart_svg`.
    """
    if columns < 1:
        raise ValueError(f"A sheet needs at least 1 column; it was given {columns}.")
    chosen: FormName = form or ("wide" if columns == 1 else "narrow")
    look = Look(form=chosen, y_label=y_label, last=last, theme=theme)
    cells = []
    with numbers_as(number):
        for place, (heading, result) in enumerate(charts, start=1):
            told = ". ".join(part for part in (title, heading) if part)
            cells.append((heading, drawing_of(result, replace(look, title=told, id=f"{id}-{place}"))))
    return _sheet(Canvas(THEMES[theme], WIDE), cells, columns=columns)


def _sheet(canvas: Canvas, cells: Sequence[tuple[str, Drawing]], *, columns: int) -> str:
    """The rows under each other, each as high as its tallest chart."""
    column = max((drawing.width for _, drawing in cells), default=WIDE.width)
    width = MARGIN * 2 + min(columns, max(len(cells), 1)) * (column + BETWEEN) - BETWEEN
    y = MARGIN
    for row in rows_of(cells, columns):
        for number, (heading, drawing) in enumerate(row):
            x = MARGIN + number * (column + BETWEEN)
            words = shorten(heading, drawing.width - 4, canvas.form.strong, bold=True)
            canvas.text("t-strong", x + 2, y + 14, words)
            canvas.add(drawing.nested(x, y + _HEADING))
        y += _HEADING + max(drawing.height for _, drawing in row) + BETWEEN
    height = max(y - BETWEEN, MARGIN) + MARGIN
    size = f'viewBox="0 0 {num(width)} {num(height)}" width="{num(width)}" height="{num(height)}"'
    ground = background(canvas.theme, width, height) if canvas.theme.stands_alone else ""
    parts = "\n".join(canvas.parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONT}" direction="ltr">'
        f"{ground}\n{parts}\n</svg>\n"
    )


Cell = TypeVar("Cell")


def rows_of(cells: Sequence[Cell], columns: int) -> Iterator[Sequence[Cell]]:
    """Cells row by row."""
    for start in range(0, len(cells), columns):
        yield cells[start : start + columns]
