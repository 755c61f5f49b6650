"""A finished drawing: as an SVG element of its own, or as one of many in a larger one."""

from __future__ import annotations

from dataclasses import dataclass

from wellrun_spc.draw.palette import FONT, Theme
from wellrun_spc.draw.svg import num

_MARGIN = 16
"""Around a picture in a file of its own."""
_OPEN = '<svg xmlns="http://www.w3.org/2000/svg"'


@dataclass(frozen=True, slots=True)
class Drawing:
    """The parts of a drawing and what is said about them."""

    theme: Theme
    css: str
    """Class names of the element."""
    width: float
    height: float
    down: float
    """How far the parts are moved down so that the drawing starts at 0."""
    names: str
    """Attributes that make the element an image with a name."""
    told: str
    """Title and description."""
    parts: str

    def _body(self, margin: float = 0) -> str:
        across = num(margin)
        return f'<g transform="translate({across} {num(self.down + margin)})">\n{self.parts}\n</g>'

    def svg(self) -> str:
        """The drawing as an element of its own; in a file it has its size, a background and a margin."""
        margin = _MARGIN if self.theme.stands_alone else 0
        width, height = num(self.width + margin * 2), num(self.height + margin * 2)
        size = f'viewBox="0 0 {width} {height}"'
        ground = ""
        if self.theme.stands_alone:
            size = f'{size} width="{width}" height="{height}"'
            ground = background(self.theme, self.width + margin * 2, self.height + margin * 2)
        else:
            size = f'class="{self.css}" {size}'
        font = f' font-family="{FONT}"' if "<text" in self.parts else ""
        head = f'{_OPEN} {size}{font} direction="ltr"{self.names}>'
        return f"{head}{self.told}{ground}\n{self._body(margin)}</svg>\n"

    def nested(self, x: float, y: float) -> str:
        """The drawing at a place in a larger one."""
        css = "" if self.theme.stands_alone else f' class="{self.css}"'
        where = f'x="{num(x)}" y="{num(y)}" width="{num(self.width)}" height="{num(self.height)}"'
        box = f'viewBox="0 0 {num(self.width)} {num(self.height)}"'
        return f"<svg{css} {where} {box}{self.names}>{self.told}\n{self._body()}</svg>"


def background(theme: Theme, width: float, height: float) -> str:
    """The sheet that a picture in a file of its own lies on."""
    return f'<rect width="{num(width)}" height="{num(height)}" fill="{theme.background}"/>'
