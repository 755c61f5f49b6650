"""Colour tokens read from the style sheet itself, with their contrast: the gallery cannot go stale."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from wellrun.web.components.stylesheet import WEB

TOKENS = WEB / "shell" / "css" / "1-tokens.css"
HEX = re.compile(r"--([a-z0-9-]+):\s*(#[0-9a-f]{3,8})")
USES = {
    "paper": "page", "sheet": "cards, fields", "sunk": "hover", "ink": "words", "ink-2": "second words",
    "ink-3": "quiet words", "rule": "dividers", "rule-2": "frames of tags", "edge": "borders of controls",
    "pine": "actions, links, flags", "pine-soft": "chosen, now", "pine-line": "the margin line",
    "improving": "data only", "concerning": "data only", "usual": "data only", "changed": "data only",
    "berry": "form errors only", "focus-mark": "focus only",
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Swatch:
    """One colour: its token, its values in light and dark, its use, and its contrast with the page."""

    name: str
    use: str
    light: str
    dark: str
    contrast: str


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits[:6]
    channels = (int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """WCAG's contrast of two colours, 1 to 21."""
    bright, dim = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)


def colours() -> tuple[dict[str, str], dict[str, str]]:
    """Values by token, in light and in dark."""
    light, _mark, dark = TOKENS.read_text(encoding="utf-8").partition("@media")
    return dict(HEX.findall(light)), dict(HEX.findall(dark))


@cache
def swatches() -> tuple[Swatch, ...]:
    """The colours that have a use of their own."""
    light, dark = colours()
    return tuple(
        Swatch(
            name=name,
            use=use,
            light=light[name],
            dark=dark.get(name, light[name]),
            contrast=f"{contrast(light[name], light['paper']):.1f}",
        )
        for name, use in USES.items()
    )
