"""Cumulative charts as SVG: sums and averages with their limits, and since when they have been running."""

from __future__ import annotations

from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.cumulative_marks import draw_panels
from wellrun_spc.draw.cumulative_panels import panels_of
from wellrun_spc.draw.frame import PanelForm, form_named
from wellrun_spc.draw.heading import Words, draw_heading, finished
from wellrun_spc.draw.numerals import format_moment, format_value, plural
from wellrun_spc.draw.palette import THEMES, ThemeName
from wellrun_spc.limits.cumulative.values import CumulativeResult

_SINCE = 14.0


def cumulative_svg(
    result: CumulativeResult,
    *,
    form: PanelForm = "wide",
    title: str = "",
    y_label: str = "",
    id: str = "cumulative",  # noqa: A002 - it is what the attribute is called
    theme: ThemeName = "page",
    width: float | None = None,
    heading: bool = True,
) -> str:
    """Draw a cumulative chart as a standalone SVG element. The same input gives the same text.

    Parameters
    ----------
    result
        The computed chart: cusum, ewma, b or vlad.
    form
        ``wide`` (770 units) for screens and print, ``narrow`` (336) for phones.
    title
        What is followed, for screen readers and for a file of its own. The reading is added.
    y_label
        What the line is, over the axis; by default in words that fit the chart.
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
    Points beyond a limit have the shape of their meaning: filled diamond good news, open square bad news,
    triangle where neither side is better. A dotted line marks where the latest change most likely began.
    """
    canvas = Canvas(THEMES[theme], form_named(form))
    width = width or canvas.form.width
    words = Words(
        title=title,
        plain=result.reading.plain,
        description=_description(result),
        y_label=y_label or _measured(result),
        id=id,
        heading=heading and theme != "page",
    )
    # a change has its words over the panel
    top = draw_heading(canvas, words, width) + (_SINCE if result.signals else 0)
    panels = panels_of(canvas, result, top=top, width=width)
    foot = draw_panels(canvas, result, panels)
    return finished(canvas, words, width=width, height=foot).svg()


def _measured(result: CumulativeResult) -> str:
    """What the line is, in plain words."""
    if result.chart == "vlad":
        return "Expected minus observed events, added up"
    if result.chart == "b":
        return "Evidence for more events than usual (up) or fewer (down)"
    centre = "" if result.centre is None else f" {format_value(result.centre)}"
    if result.chart == "cusum":
        return f"Differences from{centre or ' the average'}, added up"
    return "Smoothed values"


def _description(result: CumulativeResult) -> str:
    """How many points, from when to when, and each signal."""
    first, last = (format_moment(point.x, result.period) for point in (result.points[0], result.points[-1]))
    span = f"{plural(result.period, len(result.points))}, {first} to {last}."
    return " ".join([span, *(signal.sentence for signal in result.signals)])
