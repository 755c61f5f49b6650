"""A drawing under way: elements are added in the order in which they lie on each other, in one theme."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal, TypeAlias

from wellrun_spc.draw.form import Form
from wellrun_spc.draw.lettering import text_width
from wellrun_spc.draw.palette import Theme
from wellrun_spc.draw.svg import escape, num

Anchor: TypeAlias = Literal["start", "middle", "end"]

_BOLD = frozenset({"t-strong", "t-flag"})


@dataclass(slots=True)
class Canvas:
    """Collects the elements of one drawing."""

    theme: Theme
    form: Form
    parts: list[str] = field(default_factory=list)

    def size(self, role: str) -> float:
        """Text size of a role."""
        return {"t-strong": self.form.strong, "t-flag": self.form.flag_text}.get(role, self.form.text)

    def width(self, text: str, role: str) -> float:
        """How wide a text of this role is."""
        return text_width(text, self.size(role), bold=role in _BOLD)

    def path(self, role: str, data: str) -> None:
        """A path, unless there is nothing to draw."""
        if data:
            self.parts.append(f'<path{self.theme.pens[role]} d="{data}"/>')

    def open(self, role: str, extra: str = "") -> None:
        """Begin a group of elements that share a pen."""
        self.parts.append(f"<g{self.theme.pens[role]}{extra}>")

    def close(self) -> None:
        """End the group."""
        self.parts.append("</g>")

    def add(self, element: str) -> None:
        """An element already written."""
        self.parts.append(element)

    def text(
        self, role: str, x: float, y: float, words: str, *, anchor: Anchor = "start", halo: bool = False
    ) -> None:
        """One line of text on its baseline. A halo keeps it readable over lines.

        In a file of its own the halo is a text of its own underneath, because some programs do not know
        `paint-order` and would paint it over the letters.
        """
        where = f' x="{num(x)}" y="{num(y)}" font-size="{num(self.size(role))}"'
        if anchor != "start":
            where += f' text-anchor="{anchor}"'
        written = escape(words)
        pens = self.theme.pens
        if halo and self.theme.stands_alone:
            self.parts.append(f'<text{pens[f"{role} halo"]}{where} aria-hidden="true">{written}</text>')
        elif halo:
            role = f"{role} halo"
        self.parts.append(f"<text{pens[role]}{where}>{written}</text>")
