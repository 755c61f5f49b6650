"""The sizes of each form of a chart, in its own units."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, TypeAlias

FormName: TypeAlias = Literal["wide", "narrow", "spark"]


@dataclass(frozen=True, slots=True)
class Form:
    """One drawing's sizes. Text sizes are those of the page's style sheet, so that widths can be reckoned."""

    name: FormName
    width: float
    plot_height: float
    text: float
    strong: float
    flag_text: float
    radius: float
    """Of a usual point; other marks keep their proportion to it."""
    inset: float
    """From the edge of the plot to the first and last point."""
    steps: int
    """About how many steps on the number axis."""
    notes: int
    """Most run notes at once: one thing asks for attention at a time."""
    margin: float
    """Most of the width that end labels may take, as a share."""

    @property
    def narrow(self) -> bool:
        """Whether to use fewer words."""
        return self.name == "narrow"


WIDE = Form(
    name="wide", width=770, plot_height=276, text=12.5, strong=13, flag_text=11.5,
    radius=3.3, inset=8, steps=6, notes=4, margin=0.28,
)  # fmt: skip
NARROW = Form(
    name="narrow", width=336, plot_height=240, text=13, strong=13, flag_text=11.5,
    radius=2.6, inset=6, steps=6, notes=2, margin=0.4,
)  # fmt: skip
FORMS = {"wide": WIDE, "narrow": NARROW}
