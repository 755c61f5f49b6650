"""A sign as a picture of its own."""

from __future__ import annotations

from wellrun_spc.draw.palette import THEMES, ThemeName
from wellrun_spc.draw.picture import Picture
from wellrun_spc.draw.signs import Sign, drawn, meanings, sign_for
from wellrun_spc.draw.svg import escape, num
from wellrun_spc.messages import render
from wellrun_spc.results import Reading
from wellrun_spc.series import SeriesError


def icon(
    reading: Reading | str,
    *,
    of: str = "variation",
    side: str | None = None,
    theme: ThemeName = "light",
    size: float = 40,
    label: str | None = None,
) -> Picture:
    """The sign of a reading: circle steady, diamond good, open square bad, triangle changed.

    Parameters
    ----------
    reading
        The reading of a chart, or the name of a variation or assurance: ``improving``, ``hit_and_miss``.
    of
        Which sign of a reading: ``variation`` or ``assurance``.
    side
        ``high`` or ``low``, for improving and concerning where only the name is given.
    theme
        ``light`` or ``dark``; ``page`` looks as ``light``.
    size
        Width and height.
    label
        What it says to people who hear it; by default its word. Empty where the word stands beside it.

    Returns
    -------
    Picture
        An ``<svg>`` element as text. It has no background of its own.

    Raises
    ------
    SeriesError
        Where there is no sign of that name, or its side is not known.

    Notes
    -----
    The logic is that of the icons of NHS England's Making Data Count; the drawings are our own. H and L: the
    numbers are high or low. P and F: they keep meeting or missing the target; the line is the target.
    """
    if of not in ("variation", "assurance"):
        raise SeriesError(f"A reading has no {of}.", remedy="Use variation or assurance.")
    name = reading if isinstance(reading, str) else getattr(reading, of)
    if isinstance(reading, Reading):
        side = reading.side if of == "variation" else None
    try:
        sign = sign_for(name, side)
    except KeyError:
        raise SeriesError(
            f"There is no sign of {name}{' without a side' if name in meanings() else ''}.",
            remedy=f"Use one of {', '.join(meanings())}; improving and concerning with side high or low.",
        ) from None
    return _picture(sign, theme, size, _label(name, of, side) if label is None else label)


def _label(name: str, of: str, side: str | None) -> str:
    early = name == "not_assessed" and of == "variation"
    word = render(("word.early" if early else f"word.{name}", {}))
    return f"{word}, {side}" if side else word


def _picture(sign: Sign, theme: ThemeName, size: float, label: str) -> Picture:
    told = f' role="img" aria-label="{escape(label)}"' if label else ' aria-hidden="true"'
    title = f"<title>{escape(label)}</title>" if label else ""
    box = f'viewBox="0 0 40 40" width="{num(size)}" height="{num(size)}"'
    parts = drawn(sign, THEMES[theme])
    return Picture(f'<svg xmlns="http://www.w3.org/2000/svg" {box}{told}>{title}{parts}</svg>\n')
