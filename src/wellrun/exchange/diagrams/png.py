"""A driver diagram as PNG: the same picture, sharp, and never larger than a program can open."""

from __future__ import annotations

from math import sqrt

from wellrun.exchange.diagrams.layout import lay_out
from wellrun.exchange.diagrams.svg import diagram_svg
from wellrun.exchange.diagrams.values import Diagram
from wellrun_spc.draw.png import png

MOST_DOTS = 8_000_000


def diagram_png(diagram: Diagram) -> bytes:
    layout = lay_out(diagram)
    scale = min(2.0, sqrt(MOST_DOTS / (layout.width * max(layout.height, 1.0))))
    return png(diagram_svg(diagram), scale=scale)
