"""A funnel as SVG: units by size, between limits that close in. It names who differs, and never ranks."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from wellrun_spc.draw.axes import number_axis
from wellrun_spc.draw.canvas import Canvas
from wellrun_spc.draw.form import FORMS
from wellrun_spc.draw.frame import (
    Frame,
    draw_end_labels,
    draw_number_axis,
    draw_ticks,
    inside,
    left_margin,
    right_margin,
)
from wellrun_spc.draw.heading import Words, draw_heading, finished, shows_heading
from wellrun_spc.draw.names import Named, draw_names
from wellrun_spc.draw.palette import THEMES, ThemeName
from wellrun_spc.draw.periods import PeriodTick
from wellrun_spc.draw.plot import EndLabel
from wellrun_spc.draw.marks import shape
from wellrun_spc.draw.svg import escape, num, path
from wellrun_spc.limits.funnel.values import CurvePoint, FunnelLimits, FunnelResult, FunnelUnit, side_of
from wellrun_spc.wording import format_value

_SIZES = {
    "proportion": "Number in each unit",
    "rate": "Denominator of each unit",
    "ratio": "Expected number in each unit",
}
_MOST_TITLES = 300
"""With more units than this, only those outside tell something when pointed at."""


def funnel_svg(
    result: FunnelResult,
    *,
    form: str = "wide",
    title: str = "",
    y_label: str = "",
    x_label: str = "",
    highlight: Sequence[str] = (),
    id: str = "funnel",  # noqa: A002 - it is what the attribute is called
    theme: ThemeName = "page",
    width: float | None = None,
    heading: bool = True,
) -> str:
    """Draw a funnel as a standalone SVG element. The same input gives the same text, to the last letter.

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
    Circle: inside the limits of the chosen level. Triangle: outside, its tip to that side. The band lies between
    the 95 % limits, the lines are the 99.8 % limits; adjusted ones where they are in force.
    """
    canvas = Canvas(THEMES[theme], FORMS[form])  # type: ignore[index]
    words = Words(
        title=title,
        plain=result.plain,
        description=_description(result),
        y_label=y_label,
        id=id,
        heading=shows_heading(theme, heading),
    )
    width = width or canvas.form.width
    frame = _frame(canvas, result, words, width)
    foot = _draw(canvas, frame, result, x_label or _SIZES[result.kind], frozenset(highlight))
    return finished(canvas, words, width=width, height=foot).svg()


def _force(result: FunnelResult, at: CurvePoint | FunnelUnit) -> FunnelLimits | None:
    return at.adjusted if result.adjusted else at.unadjusted


def _frame(canvas: Canvas, result: FunnelResult, words: Words, width: float) -> Frame:
    """The panel: high enough for every unit, and for the limits of each."""
    top = draw_heading(canvas, words, width)
    seen = [result.target]
    for unit in result.compared:
        limits = _force(result, unit)
        seen += [value for value in (unit.value, limits and limits.lcl998, limits and limits.ucl998) if value is not None]
    # the mouth of the funnel may be very wide: no more of it than half as high again as any unit
    highest = max(unit.value for unit in result.compared if unit.value is not None)
    room = max(highest, result.target) * 1.5
    axis = number_axis([min(value, room) for value in seen], wanted=canvas.form.steps, from_zero=True, percent=result.percent)
    left = left_margin(canvas, axis)
    right = width - right_margin(canvas, _labels(canvas, result), width)
    return Frame(left=left, right=right, top=top, height=canvas.form.plot_height, width=width, axis=axis)


def _labels(canvas: Canvas, result: FunnelResult) -> list[EndLabel]:
    """What the lines are called where the funnel is narrowest."""
    short = canvas.form.narrow
    end = _force(result, result.curve[-1])
    name = "Target" if result.target_given or result.kind == "ratio" else "Average"
    role = "t-target" if result.target_given else "t-strong"
    target = format_value(result.target, percent=result.percent)
    labels = [EndLabel(role, result.target, f"{name} {target}")]
    if end is not None:
        for word, values in (("Upper", (end.ucl998, end.ucl95)), ("Lower", (end.lcl95, end.lcl998))):
            for value in values:
                level = "99.8%" if value in (end.ucl998, end.lcl998) else "95%"
                labels.append(EndLabel("t-dim", value, f"{word} {level}" if short else f"{word} {level} limit"))
    return sorted(labels, key=lambda label: -label.value)
