"""A Pareto chart as SVG: bars from the most to the least common, and how much they make up together."""

from __future__ import annotations

from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.frame import PanelForm, form_named
from wellrun_spc.draw.heading import Words, draw_heading, finished
from wellrun_spc.draw.numerals import format_value
from wellrun_spc.draw.palette import THEMES, ThemeName
from wellrun_spc.draw.pareto_bars import draw_bars, fits_bars
from wellrun_spc.draw.pareto_rows import draw_rows
from wellrun_spc.limits.pareto import ParetoResult


def pareto_svg(
    result: ParetoResult,
    *,
    form: PanelForm = "wide",
    title: str = "",
    y_label: str = "",
    id: str = "pareto",  # noqa: A002 - it is what the attribute is called
    theme: ThemeName = "page",
    width: float | None = None,
    heading: bool = True,
) -> str:
    """Draw a Pareto chart as a standalone SVG element. The same input gives the same text.

    Parameters
    ----------
    result
        The computed chart.
    form
        ``wide`` (770 units): upright bars with the running share as a line over them, or rows where there
        are too many kinds for their names to stand under bars. ``narrow`` (336): rows.
    title
        What was counted, for screen readers and for a file of its own. The reading is added.
    y_label
        What the numbers are, over the axis.
    id
        Prefix of the ids in the drawing. Each chart on one page needs its own.
    theme
        ``page``: classes for a style sheet. ``light`` or ``dark``: for a file of its own.
    width
        Width of the drawing in its own units, instead of the form's.
    heading
        Whether a file of its own carries its title and its reading over the chart.

    Returns
    -------
    str
        An ``<svg>`` element without script, style element or style attribute.

    Notes
    -----
    Filled bars: the first few, which make up 80 of every 100. The scales at the left and at the right are
    one: the line is the bars, stacked.
    """
    canvas = Canvas(THEMES[theme], form_named(form))
    width = width or canvas.form.width
    words = Words(
        title=title,
        plain=result.plain,
        description=_description(result),
        y_label=y_label,
        id=id,
        heading=heading and theme != "page",
    )
    top = draw_heading(canvas, words, width)
    upright = not canvas.form.narrow and fits_bars(canvas, result, width)
    foot = (draw_bars if upright else draw_rows)(canvas, result, top=top, width=width)
    return finished(canvas, words, width=width, height=foot).svg()


def _description(result: ParetoResult) -> str:
    """Every kind with its number, in order."""
    listed = "; ".join(f"{item.category} {format_value(item.count)}" for item in result.items)
    return f"{format_value(result.total)} in all: {listed}."
