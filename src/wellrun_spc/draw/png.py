"""The same picture as PNG, with the bundled font. Imported only where a picture file is made."""

from __future__ import annotations

from pathlib import Path

import resvg_py

from wellrun_spc.draw.advances import REGULAR

_FONTS = Path(__file__).parent / "fonts"
_FAMILY = "Atkinson Hyperlegible Next"


def png(svg: str, *, scale: float = 2.0) -> bytes:
    """A chart's SVG as PNG bytes.

    Parameters
    ----------
    svg
        What `chart_svg` or `sheet_svg` drew; best with theme ``light`` or ``dark``, which bring a background.
    scale
        Pixels for each unit of the drawing; 2 is sharp on screens and in slides.

    Raises
    ------
    ValueError
        If the text is not SVG.
    """
    faces = [str(_FONTS / f"AtkinsonHyperlegibleNext-{weight}.ttf") for weight in ("Regular", "SemiBold")]
    try:
        return bytes(
            resvg_py.svg_to_bytes(
                svg_string=svg,
                zoom=scale,
                skip_system_fonts=not _needs_other_letters(svg),
                font_files=faces,
                font_family=_FAMILY,
                sans_serif_family=_FAMILY,
            )
        )
    except ValueError as error:
        raise ValueError(
            f"This SVG cannot be made into a picture: {error}. Check that it is complete."
        ) from error


def _needs_other_letters(svg: str) -> bool:
    """Whether it is written in a script that the bundled font lacks: the computer's own fonts are asked then,
    as far as it has any. A letter that no font has is left out of a picture without a word."""
    return any(letter.isalpha() and letter not in REGULAR for letter in svg)
