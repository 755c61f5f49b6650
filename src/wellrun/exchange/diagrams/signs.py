"""The signs of test status in a picture: the same shapes as on the page, told apart without colour."""

from __future__ import annotations

from collections.abc import Mapping

from wellrun_spc.draw.svg import num

SIZE = 14.0
_RING = '<circle cx="12" cy="12" r="8"/>'
_SHAPES = {
    "new": '<circle cx="12" cy="12" r="8" stroke-dasharray="3.1 3.18"/>',
    "test": _RING + '<path d="M12 4a8 8 0 0 1 0 16z" fill="{ink}"/>',
    "wait": _RING + '<path d="M10 8.8v6.4M14 8.8v6.4"/>',
    "adopt": '<circle cx="12" cy="12" r="9" fill="{ink}"/><path d="M7.8 12.3l3 3 5.6-6.2" stroke="{sheet}"/>',
    "adapt": _RING + '<path d="M7.7 13.8c1.9-4.6 3.3-4.6 4.3-1.8s2.5 2.8 4.3-1.8"/>',
    "expand": '<circle cx="12" cy="12" r="3.5" fill="{ink}"/><circle cx="12" cy="12" r="8.5"/>',
    "drop": _RING + '<path d="M8 12h8"/>',
}


def sign(name: str, x: float, y: float, colours: Mapping[str, str]) -> str:
    """One sign with its top left corner there."""
    shape = _SHAPES[name].replace("{ink}", colours["ink-2"]).replace("{sheet}", colours["sheet"])
    return (
        f'<g transform="translate({num(x)} {num(y)}) scale({SIZE / 24:.4f})" fill="none"'
        f' stroke="{colours["ink-2"]}" stroke-width="2">{shape}</g>'
    )
