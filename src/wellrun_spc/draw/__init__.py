"""Charts as pictures: SVG that a page can restyle, that reads aloud, and that stands alone in a file."""

from __future__ import annotations

from wellrun_spc.draw.chart import chart_svg
from wellrun_spc.draw.flags import Annotation
from wellrun_spc.draw.sheet import sheet_svg

__all__ = ["Annotation", "chart_svg", "sheet_svg"]
