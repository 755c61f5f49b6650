"""Charts as pictures: SVG that a page can restyle, that reads aloud, and that stands alone in a file."""

from __future__ import annotations

from wellrun_spc.draw.chart import chart_svg
from wellrun_spc.draw.flags import Annotation
from wellrun_spc.draw.icons import icon
from wellrun_spc.draw.multiples import plot_multiples
from wellrun_spc.draw.numerals import numbers_as
from wellrun_spc.draw.picture import Picture
from wellrun_spc.draw.sheet import sheet_svg

__all__ = ["Annotation", "Picture", "chart_svg", "icon", "numbers_as", "plot_multiples", "sheet_svg"]
