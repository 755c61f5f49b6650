"""One chart as SVG: the front door of the drawing room."""

from __future__ import annotations

from collections.abc import Sequence

from wellrun_spc.draw.compose import Look, drawing_of
from wellrun_spc.draw.flags import Annotation
from wellrun_spc.draw.form import FormName
from wellrun_spc.draw.numerals import Style, numbers_as
from wellrun_spc.draw.palette import ThemeName
from wellrun_spc.results import Result


def chart_svg(
    result: Result,
    *,
    form: FormName = "wide",
    title: str = "",
    y_label: str = "",
    annotations: Sequence[Annotation] = (),
    last: int | None = None,
    id: str = "chart",  # noqa: A002 - it is what the attribute is called
    theme: ThemeName = "page",
    width: float | None = None,
    heading: bool = True,
    number: Style | None = None,
) -> str:
    """Draw a chart as a standalone SVG element. The same input gives the same text, to the last letter.

    Parameters
    ----------
    result
        The computed chart.
    form
        ``wide`` (770 units) for screens and print, ``narrow`` (336) for phones, with fewer words, ``spark``
        (320 x 76) for lists, without axes or text and with the latest 60 points at most.
    title
        What the chart shows, for screen readers: "Restraints each week on Alder Ward". The reading is added.
    y_label
        What the numbers are, over the axis.
    annotations
        What the team changed: numbered flags, in the order given. Those out of sight are left out, and the
        others keep their numbers. The narrow form shows numbers only; list the labels beneath it.
    last
        Show only so many of the latest points. Limits and signals stay those of the whole series.
    id
        Prefix of the ids in the drawing, to which the form is added. Each chart on one page needs its own.
    theme
        ``page``: classes for a style sheet, with light colours as attributes. ``light`` or ``dark``: colours
        as attributes on a background, for a file of its own.
    width
        Width of the drawing in its own units, instead of the form's.
    heading
        Whether a file of its own (``light`` or ``dark``) carries its title and its reading over the chart.
        On a page they stand beside it.
    number
        How numbers are written: `wellrun_spc.number_style`, or any function that says a `Written` number. As
        in English where not given. Words stay English.

    Returns
    -------
    str
        An ``<svg>`` element with a viewBox, without script, style element or style attribute.

    Notes
    -----
    Shape says the same as colour: circle usual, filled diamond good news, open square bad news, triangle
    where neither side is better, hollow circle left out. A limit that was clipped to what is possible and
    lies on the edge of the axis is not drawn.
    """
    look = Look(
        form=form,
        title=title,
        y_label=y_label,
        annotations=annotations,
        last=last,
        id=id,
        theme=theme,
        width=width,
        heading=heading and theme != "page",
    )
    with numbers_as(number):
        return drawing_of(result, look).svg()
