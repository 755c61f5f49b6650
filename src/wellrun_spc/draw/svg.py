"""How SVG is written: numbers rounded once, text escaped, elements as plain strings."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPECIAL = re.compile('[&<>"\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]')
_NAMED = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"}


def escape(text: str) -> str:
    """Text as it may stand in an element or a quoted attribute; what XML does not allow becomes a space."""
    return _SPECIAL.sub(lambda found: _NAMED.get(found[0], " "), text)


def num(value: float) -> str:
    """A coordinate, rounded to a tenth and written as briefly as can be: 12, 12.5, 0."""
    text = f"{value:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def points(pairs: Iterable[tuple[float, float]]) -> str:
    """Pairs as `points` of a polyline or polygon: x,y x,y."""
    return " ".join([f"{num(x)},{num(y)}" for x, y in pairs])


def path(pairs: Iterable[tuple[float, float]]) -> str:
    """Pairs as an open path: M x y L x y."""
    return "M" + "L".join([f"{num(x)} {num(y)}" for x, y in pairs])


def steps(pairs: Iterable[tuple[float, float]]) -> str:
    """A path along pairs that differ in one coordinate at a time, with H and V to save room."""
    out: list[str] = []
    last_x = last_y = ""
    for x, y in pairs:
        here_x, here_y = num(x), num(y)
        if not out:
            out.append(f"M{here_x} {here_y}")
        else:
            if here_x != last_x:
                out.append(f"H{here_x}")
            if here_y != last_y:
                out.append(f"V{here_y}")
        last_x, last_y = here_x, here_y
    return "".join(out)
