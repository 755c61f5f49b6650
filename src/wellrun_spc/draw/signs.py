"""The signs of variation and assurance: a shape, and a letter or a line in it, so that colour is never alone.

One drawing for each, 40 units square. Pages of the product send them as symbols; `icon` makes a picture.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from wellrun_spc.draw.palette import FONT, Theme

_CIRCLE = '<circle{frame} cx="20" cy="20" r="16.5"/>'
_DIAMOND = '<path{frame} d="M20 2.5l17.5 17.5L20 37.5 2.5 20z"/>'
_SQUARE = '<rect{frame} x="4" y="4" width="32" height="32" rx="2"/>'
_TRIANGLE = '<path{frame} d="M20 3.5L37.5 35h-35z"/>'
_NONE = '<circle{none} cx="20" cy="20" r="16.5"/><path{stroke} d="M15 20h10"/>'
_RISING = '<path{stroke} d="M26.5 25.5v-9.5M23.2 19l3.3-3.3 3.3 3.3"/>'
_FALLING = '<path{stroke} d="M26.5 15.2v9.5M23.2 21.7l3.3 3.3 3.3-3.3"/>'


def _letter(letter: str, x: float, y: float) -> str:
    return f'<text{{letter}} x="{x:g}" y="{y:g}" text-anchor="middle">{letter}</text>'


class Sign(NamedTuple):
    """A drawing whose elements name their pens in braces, and the colour it is drawn in."""

    name: str
    tone: str
    """good, bad, shift or usual."""
    parts: str


_ALL = (
    Sign("as-fail", "bad", _SQUARE + _letter("F", 20, 29.5) + '<path{target} d="M7.5 15h25"/>'),
    Sign("as-mixed", "usual", _CIRCLE + '<path{target} d="M6.5 20h7M26.5 20h7"/>' + _letter("?", 20, 26)),
    Sign("as-none", "usual", _NONE),
    Sign("as-pass", "good", _DIAMOND + _letter("P", 20, 21.5) + '<path{target} d="M10.5 26h19"/>'),
    Sign("var-bad-high", "bad", _SQUARE + _letter("H", 15.5, 25.5) + _RISING),
    Sign("var-bad-low", "bad", _SQUARE + _letter("L", 15.5, 25.5) + _FALLING),
    Sign("var-good-high", "good", _DIAMOND + _letter("H", 16.5, 25.5) + _RISING),
    Sign("var-good-low", "good", _DIAMOND + _letter("L", 16, 25.5) + _FALLING),
    Sign("var-shift", "shift", _TRIANGLE + '<path{stroke} d="M20 17v12M16.5 20.5L20 17l3.5 3.5"/>'),
    Sign("var-shift-low", "shift", _TRIANGLE + '<path{stroke} d="M20 17v12M16.5 25.5L20 29l3.5-3.5"/>'),
    Sign("var-usual", "usual", _CIRCLE + '<path{run} d="M9 20l4.5-4.5 5 8.5 4.5-8 4 6 4-4"/>'),
)
SIGNS: Mapping[str, Sign] = {sign.name: sign for sign in _ALL}

_MEANINGS: Mapping[tuple[str, str | None], str] = {
    ("improving", "high"): "var-good-high",
    ("improving", "low"): "var-good-low",
    ("concerning", "high"): "var-bad-high",
    ("concerning", "low"): "var-bad-low",
    ("special_high", None): "var-shift",
    ("special_low", None): "var-shift-low",
    ("common_cause", None): "var-usual",
    ("not_assessed", None): "as-none",
    ("consistently_meets", None): "as-pass",
    ("hit_and_miss", None): "as-mixed",
    ("consistently_misses", None): "as-fail",
    ("no_target", None): "as-none",
}
"""Variation or assurance, and side where it matters, to the name of a sign."""


def meanings() -> list[str]:
    """What there are signs for."""
    return list(dict.fromkeys(of for of, _ in _MEANINGS))


def sign_for(of: str, side: str | None = None) -> Sign:
    """The sign of a variation or an assurance; raises `KeyError` where there is none of that name or side."""
    return SIGNS[_MEANINGS.get((of, side or None)) or _MEANINGS[of, None]]


_CLASSES = {
    "frame": "vi-frame", "none": "vi-frame vi-frame--none", "letter": "vi-t", "target": "vi-t-line",
    "stroke": "vi-a", "run": "vi-run",
}  # fmt: skip
_TONES = {"good": "improving", "bad": "concerning", "shift": "changed", "usual": "usual"}


def symbol(sign: Sign) -> str:
    """The sign for a page that has a style sheet."""
    classes = {pen: f' class="{css}"' for pen, css in _CLASSES.items()}
    return f'<symbol id="i-{sign.name}" viewBox="0 0 40 40">{sign.parts.format_map(classes)}</symbol>'


def drawn(sign: Sign, theme: Theme) -> str:
    """The sign with its pens as attributes, so that it looks right wherever it is opened."""
    colours = theme.colours
    line = (
        f' fill="none" stroke="{colours[_TONES[sign.tone]]}" stroke-linecap="round" stroke-linejoin="round"'
    )
    filled = line.replace('fill="none"', f'fill="{colours["sheet"]}"')
    return sign.parts.format_map(
        {
            "frame": f'{filled} stroke-width="3"',
            "none": f'{filled} stroke-width="2" stroke-dasharray="4 3.4"',
            "letter": f' fill="{colours["ink"]}" font-family="{FONT}" font-size="16" font-weight="600"',
            "target": f'{line} stroke-width="2" stroke-dasharray="3.5 3"',
            "stroke": f'{line} stroke-width="2.2"',
            "run": f'{line} stroke-width="2.2"',
        }
    )
