"""Tools as pictures: for the page, for paper, and as a file. Positions are attributes; there is no style."""

from wellrun.web.tools.drawings.draw import HAS_DRAWING, Drawn, draw, picture

__all__ = ["HAS_DRAWING", "Drawn", "draw", "picture"]
