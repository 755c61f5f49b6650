"""Small multiples: one chart for each group, side by side, on one scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple, TypeAlias

from wellrun_spc.draw.behind import Behind
from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.compose import Look, drawing_of
from wellrun_spc.draw.document import Drawing, background
from wellrun_spc.draw.form import FORMS
from wellrun_spc.draw.frame import PanelForm, form_named
from wellrun_spc.draw.lettering import shorten, wrap
from wellrun_spc.draw.numerals import Style, numbers_as
from wellrun_spc.draw.palette import FONT, THEMES, ThemeName
from wellrun_spc.draw.picture import Picture
from wellrun_spc.draw.plot import axis_for
from wellrun_spc.draw.sheet import BETWEEN, MARGIN, rows_of
from wellrun_spc.draw.signs import drawn, sign_for
from wellrun_spc.draw.svg import escape, num
from wellrun_spc.draw.view import view_of
from wellrun_spc.results import Result
from wellrun_spc.series import SeriesError

Groups: TypeAlias = Mapping[str, Result | None] | Iterable[tuple[str, Result | None]]

HIDDEN = "Hidden to protect privacy: too few people."
_HEADING, _SIGN, _LINE = 56.0, 24.0, 18.0
_HIDDEN_HEIGHT = 8.0


class Group(NamedTuple):
    """A group with its chart; neither reading nor drawing where it is hidden."""

    name: str
    result: Result | None
    drawing: Drawing | None


def plot_multiples(
    charts: Groups,
    *,
    columns: int = 3,
    scales: str = "shared",
    everyone: Result | None = None,
    everyone_label: str = "Everyone",
    title: str = "",
    y_label: str = "",
    form: PanelForm = "narrow",
    last: int | None = None,
    id: str = "multiples",  # noqa: A002 - it is what the attribute is called
    theme: ThemeName = "light",
    width: float | None = None,
    number: Style | None = None,
) -> Picture:
    """Draw one small chart for each group in one SVG, each with its name and its reading.

    Parameters
    ----------
    charts
        Name and chart of each group, in the order wanted: a mapping, or pairs. ``None`` for a group that is
        too small to be shown: it keeps its place, which says so.
    columns
        Charts in one row.
    scales
        ``shared``: one number axis for all, so that heights can be compared. ``free``: each its own.
    everyone, everyone_label
        A chart of all groups together, drawn dotted behind each, and what it is called.
    title
        What all charts show.
    y_label
        What the numbers are, over each axis.
    form, last, id, theme, width, number
        As for `chart_svg`; the width is that of one chart.

    Returns
    -------
    Picture
        The drawing as text; a notebook shows it. The same input gives the same text.

    Raises
    ------
    SeriesError
        Where there is nothing to draw, or nothing in common to draw it on.

    Notes
    -----
    Groups stand in the order given and are never ranked. People who hear the drawing are told how many
    groups there are and what each reading is, and then each chart.
    """
    pairs = list(charts.items() if isinstance(charts, Mapping) else charts)
    shown = [result for _, result in pairs if result is not None]
    _require(pairs, columns, scales)
    size = FORMS[form_named(form).name]
    look = Look(form=form, y_label=y_label, last=last, theme=theme, width=width or size.width)
    if everyone is not None:
        look = replace(look, behind=Behind(everyone, everyone_label))
    with numbers_as(number):
        if scales == "shared" and shown:
            together = [*shown, *([] if everyone is None else [everyone])]
            _require_one_unit(together)
            look = replace(look, axis=axis_for([view_of(result, last) for result in together], size))
        groups = [
            _group(name, result, look, title, f"{id}-{place}")
            for place, (name, result) in enumerate(pairs, 1)
        ]
        return Picture(_drawn(groups, columns, look, title, id))


def _group(name: str, result: Result | None, look: Look, title: str, key: str) -> Group:
    told = ". ".join(part for part in (title, name) if part)
    drawing = None if result is None else drawing_of(result, replace(look, title=told, id=key))
    return Group(name, result, drawing)


def _require(pairs: Sequence[tuple[str, Result | None]], columns: int, scales: str) -> None:
    if not pairs:
        raise SeriesError("There are no charts.", remedy="Give at least one.")
    if columns < 1:
        raise SeriesError(f"A row of {columns} charts shows nothing.", remedy="Use 1 column or more.")
    if scales not in ("shared", "free"):
        raise SeriesError(f"There are no {scales} scales.", remedy="Use shared or free.")
    for name, result in pairs:
        if not (result is None or isinstance(result, Result)):
            raise SeriesError(
                f"“{name}” is no chart in time.", remedy="Draw funnels, Pareto and other charts with svg()."
            )


def _require_one_unit(results: Sequence[Result]) -> None:
    if len({result.percent for result in results}) > 1:
        raise SeriesError("Percentages and other numbers have no scale in common.", remedy="Use free scales.")


def _drawn(groups: Sequence[Group], columns: int, look: Look, title: str, key: str) -> str:
    """The groups row by row under the title, each row as high as its tallest chart."""
    canvas = Canvas(THEMES[look.theme], FORMS["wide"])
    column = look.width or 0.0
    width = MARGIN * 2 + min(columns, len(groups)) * (column + BETWEEN) - BETWEEN
    y = MARGIN
    for line in wrap(title, width - MARGIN * 2, canvas.form.strong, lines=2, bold=True) if title else ():
        canvas.text("t-strong", MARGIN + 2, y + 14, line)
        y += _LINE
    y += _LINE / 2 if title else 0
    for row in rows_of(groups, columns):
        for number, group in enumerate(row):
            _draw_group(canvas, group, MARGIN + number * (column + BETWEEN), y, column)
        y += (
            _HEADING
            + max(group.drawing.height if group.drawing else _HIDDEN_HEIGHT for group in row)
            + BETWEEN
        )
    return _finished(canvas, groups, title, key, width, y - BETWEEN + MARGIN)


def _draw_group(canvas: Canvas, group: Group, x: float, y: float, width: float) -> None:
    """Name, sign and word over the chart; words in its place where it is hidden."""
    name = shorten(group.name, width - 4, canvas.form.strong, bold=True)
    canvas.text("t-strong", x + 2, y + 14, name)
    if group.result is None or group.drawing is None:
        for line, words in enumerate(wrap(HIDDEN, width - 4, canvas.form.text, lines=2)):
            canvas.text("t-dim", x + 2, y + 36 + line * _LINE, words)
        return
    reading = group.result.reading
    sign = sign_for(reading.variation, reading.side)
    place = f"translate({num(x + 2)} {num(y + 22)}) scale({num(_SIGN / 40)})"
    canvas.add(f'<g transform="{place}" aria-hidden="true">{drawn(sign, canvas.theme)}</g>')
    words = f"{reading.word}. {reading.assurance_word}" if group.result.target is not None else reading.word
    canvas.text("t-dim", x + _SIGN + 8, y + 38, shorten(words, width - _SIGN - 10, canvas.form.text))
    canvas.add(group.drawing.nested(x, y + _HEADING))


def _finished(
    canvas: Canvas, groups: Sequence[Group], title: str, key: str, width: float, height: float
) -> str:
    size = f'viewBox="0 0 {num(width)} {num(height)}" width="{num(width)}" height="{num(height)}"'
    names = f'role="group" aria-labelledby="{escape(key)}-t" aria-describedby="{escape(key)}-d"'
    told = ". ".join(part for part in (title.strip().rstrip("."), f"{len(groups)} charts") if part)
    described = " ".join(
        f"{group.name}: {group.result.reading.word}." if group.result else f"{group.name}: {HIDDEN}"
        for group in groups
    )
    ground = background(canvas.theme, width, height) if canvas.theme.stands_alone else ""
    parts = "\n".join(canvas.parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{FONT}" direction="ltr" {names}>'
        f'<title id="{escape(key)}-t">{escape(told)}</title>'
        f'<desc id="{escape(key)}-d">{escape(described)}</desc>{ground}\n{parts}\n</svg>\n'
    )
