"""A funnel as SVG: units by size, between limits that close in. It names who differs, and never ranks."""

from __future__ import annotations

from collections.abc import Sequence

from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.frame import PanelForm, form_named
from wellrun_spc.draw.funnel_plot import draw_funnel, funnel_plot
from wellrun_spc.draw.heading import Words, draw_heading, finished
from wellrun_spc.draw.numerals import format_value, plural
from wellrun_spc.draw.palette import THEMES, ThemeName
from wellrun_spc.limits.funnel.values import FunnelResult

_SIZES = {
    "proportion": "Number in each unit",
    "rate": "Denominator of each unit",
    "ratio": "Expected number in each unit",
}


def funnel_svg(
    result: FunnelResult,
    *,
    form: PanelForm = "wide",
    title: str = "",
    y_label: str = "",
    x_label: str = "",
    highlight: Sequence[str] = (),
    id: str = "funnel",  # noqa: A002 - it is what the attribute is called
    theme: ThemeName = "page",
    width: float | None = None,
    heading: bool = True,
) -> str:
    """Draw a funnel as a standalone SVG element. The same input gives the same text.

    Parameters
    ----------
    result
        The computed funnel.
    form
        ``wide`` (770 units) for screens and print, ``narrow`` (336) for phones.
    title
        What is compared, for screen readers and for a file of its own. The reading is added.
    y_label, x_label
        What the values are, over the axis; and what the sizes are, under it.
    highlight
        Names of units to label whether or not they are outside: your own.
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
    Circle: inside the limits of the chosen level. Triangle: outside, its tip to that side. The band lies
    between the 95 % limits, the lines are the 99.8 % limits; adjusted ones where they are in force.
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
    plot = funnel_plot(canvas, result, top=top, width=width)
    foot = draw_funnel(canvas, plot, x_label or _SIZES[result.kind], frozenset(highlight))
    return finished(canvas, words, width=width, height=foot).svg()


def _description(result: FunnelResult) -> str:
    """The numbers in sentences: how many units, the target, and each unit outside."""
    target = format_value(result.target, percent=result.percent)
    name = "Target" if result.target_given else "Average"
    sentences = [f"{plural('unit', len(result.compared))}. {name} {target}."]
    return " ".join([*sentences, *(unit.plain for unit in result.outside)])
