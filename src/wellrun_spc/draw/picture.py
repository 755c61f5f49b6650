"""SVG text that a notebook shows as the picture it is."""

from __future__ import annotations


class Picture(str):
    """An SVG as text: write it to a file, put it on a page, or let a notebook show it."""

    __slots__ = ()

    def _repr_svg_(self) -> str:
        return str(self)
