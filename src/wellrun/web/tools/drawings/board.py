"""What every drawing of a tool is made of: cards with words, arrows, and a name for people who hear it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from wellrun_spc.draw.canvas import Anchor, Canvas
from wellrun_spc.draw.direction import in_order
from wellrun_spc.draw.document import Drawing
from wellrun_spc.draw.form import WIDE
from wellrun_spc.draw.lettering import wrap
from wellrun_spc.draw.palette import THEMES, ThemeName
from wellrun_spc.draw.svg import escape, num

WIDTH = 900.0
LINE = 16.0
PAD = 8.0
MOST_LINES = 12
"""The longest text there can be has room, whatever its letters."""


@dataclass(slots=True)
class Board:
    """A drawing under way, in places counted from where its readers begin.

    Mirrored, that is the right: boxes, bones and arrows change sides, and words stand up to their place.
    """

    canvas: Canvas
    is_mirrored: bool = False
    told: list[str] = field(default_factory=list)
    """Everything that is written on it, for people who hear it."""

    @classmethod
    def new(cls, theme: ThemeName, *, is_mirrored: bool = False) -> Board:
        return cls(canvas=Canvas(THEMES[theme], WIDE), is_mirrored=is_mirrored)

    def across(self, x: float) -> float:
        """A place from where readers begin, as a place from the left."""
        return WIDTH - x if self.is_mirrored else x

    def lines(self, text: str, room: float, *, bold: bool = False) -> list[str]:
        """The text in lines that fit in the room."""
        size = WIDE.strong if bold else WIDE.text
        return wrap(text, room, size, lines=MOST_LINES, bold=bold)

    def words(self, x: float, y: float, lines: Iterable[str], *, bold: bool = False) -> float:
        """Lines from a height on; returns the height below them."""
        for line in lines:
            y += LINE
            role = "t-strong" if bold else "t-dim"
            anchor: Anchor = "end" if self.is_mirrored else "start"
            self.canvas.text(role, self.across(x), y - 4, in_order(line), anchor=anchor, halo=True)
        return y

    def box(self, x: float, y: float, width: float, height: float, *, is_quiet: bool = False) -> None:
        """A card: a sheet with an outline, or a quiet ground."""
        x = self.across(x + width) if self.is_mirrored else x
        outline = f"M{num(x)} {num(y)}h{num(width)}v{num(height)}h{num(-width)}z"
        if is_quiet:
            self.canvas.path("band", outline)
            return
        theme = self.canvas.theme
        css = "" if theme.stands_alone else ' class="knock"'
        self.canvas.add(f'<path{css} fill="{theme.colours["sheet"]}" d="{outline}"/>')
        self.canvas.path("axis", outline)

    def card(self, x: float, y: float, width: float, text: str, *, note: str = "", least: float = 0) -> float:
        """A card with its text and a note below; returns its height."""
        lines, notes = self.lines(text, width - 2 * PAD, bold=True), self.lines(note, width - 2 * PAD)
        height = max(least, (len(lines) + len(notes)) * LINE + PAD)
        self.box(x, y, width, height)
        self.words(x + PAD, self.words(x + PAD, y + 2, lines, bold=True), notes)
        return height

    def height_of(self, width: float, text: str, *, note: str = "") -> float:
        """How high such a card would be."""
        lines = len(self.lines(text, width - 2 * PAD, bold=True)) + len(self.lines(note, width - 2 * PAD))
        return lines * LINE + PAD

    def arrow(self, points: Sequence[tuple[float, float]]) -> None:
        """A line with a head at its end."""
        points = [(self.across(x), y) for x, y in points]
        (x0, y0), (x, y) = points[-2], points[-1]
        path = "M" + "L".join(f"{num(a)} {num(b)}" for a, b in points)
        self.canvas.path("mean", path)
        across, down = (x > x0) - (x < x0), (y > y0) - (y < y0)
        wing = (
            f"M{num(x - 6 * across - 4 * abs(down))} {num(y - 6 * down - 4 * abs(across))}L{num(x)} {num(y)}"
            f"L{num(x - 6 * across + 4 * abs(down))} {num(y - 6 * down + 4 * abs(across))}"
        )
        self.canvas.path("mean", wing)

    def finished(self, title: str, *, height: float, key: str) -> str:
        """The SVG element with its name and all its words."""
        name = escape(key)
        drawing = Drawing(
            theme=self.canvas.theme,
            css="plot plot--wide",
            width=WIDTH,
            height=round(height),
            down=0,
            names=f' role="img" aria-labelledby="{name}-t" aria-describedby="{name}-d"',
            told=f'<title id="{name}-t">{escape(title)}</title>'
            f'<desc id="{name}-d">{escape("; ".join(self.told))}</desc>',
            parts="\n".join(self.canvas.parts),
        )
        return drawing.svg()
