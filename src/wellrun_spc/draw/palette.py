"""Colours and pens of a chart, by theme: classes for a page's style sheet, attributes that stand alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal, TypeAlias

ThemeName: TypeAlias = Literal["page", "light", "dark"]

FONT = "Atkinson,'Atkinson Hyperlegible Next',system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif"

# The band is written as the solid colour it gives on a sheet: some programs do not know eight-digit colours,
# and an opacity would be applied twice once a page's style sheet brings its own.
_LIGHT = {
    "sheet": "#fdfcf8",
    "ink": "#17201d",
    "ink-2": "#434e4a",
    "ink-3": "#5a6561",
    "rule-2": "#b9bab0",
    "pine": "#0f5248",
    "on-pine": "#fff",
    "improving": "#0a5cad",
    "concerning": "#d2600a",
    "usual": "#66717a",
    "changed": "#5b3f99",
    "line": "#7d8784",
    "limit": "#848c88",
    "band": "#f3f2ee",
}
_DARK = {
    "sheet": "#1b2220",
    "ink": "#edebe3",
    "ink-2": "#bcc5c0",
    "ink-3": "#9ba6a1",
    "rule-2": "#4b5753",
    "pine": "#82cfbc",
    "on-pine": "#06231d",
    "improving": "#70b4f6",
    "concerning": "#ff9c42",
    "usual": "#a2adb0",
    "changed": "#b9a2f2",
    "line": "#8b9693",
    "limit": "#66716d",
    "band": "#262c2a",
}

# Role: class names, then attributes. A value that names a colour above becomes that colour.
_STROKE = {"fill": "none"}
_ROLES: dict[str, tuple[str, dict[str, str]]] = {
    "band": ("usual", {"fill": "band"}),
    "axis": ("axis", {**_STROKE, "stroke": "limit"}),
    "tick": ("tick", {**_STROKE, "stroke": "limit"}),
    "dim": ("dim", {**_STROKE, "stroke": "limit"}),
    "limit": ("limit", {**_STROKE, "stroke": "limit"}),
    "trial": ("limit trial", {**_STROKE, "stroke": "limit", "stroke-dasharray": "2 3"}),
    "mean": ("mean", {**_STROKE, "stroke": "ink-2", "stroke-width": "1.5"}),
    "target": ("target", {**_STROKE, "stroke": "pine", "stroke-width": "1.5", "stroke-dasharray": "6 4"}),
    "break": ("break", {**_STROKE, "stroke": "ink-3", "stroke-dasharray": "1 3", "stroke-linecap": "round"}),
    "pole": ("pole", {**_STROKE, "stroke": "pine", "opacity": ".55"}),
    "flag": ("flag", {"fill": "pine"}),
    "leader": ("leader", {**_STROKE, "stroke": "rule-2"}),
    "line": ("line", {**_STROKE, "stroke": "line", "stroke-width": "1.25", "stroke-linejoin": "round"}),
    "behind": (
        "ghost",
        {
            **_STROKE,
            "stroke": "ink-3",
            "stroke-width": "1.25",
            "stroke-dasharray": "1 3",
            "stroke-linecap": "round",
        },
    ),
    "spark-line": ("line", {**_STROKE, "stroke": "line", "stroke-width": "1.5", "stroke-linejoin": "round"}),
    "usual": ("pt", {"fill": "usual", "stroke": "sheet"}),
    "good": ("pt pt--good", {"fill": "improving", "stroke": "sheet"}),
    "bad": ("pt pt--bad", {"fill": "sheet", "stroke": "concerning", "stroke-width": "2.5"}),
    "shift": ("pt pt--shift", {"fill": "changed", "stroke": "sheet"}),
    "out": ("tick out", {**_STROKE, "stroke": "usual", "stroke-width": "1.25"}),
    "note-good": ("note note--good", {**_STROKE, "stroke": "improving", "stroke-width": "1.5"}),
    "note-bad": ("note note--bad", {**_STROKE, "stroke": "concerning", "stroke-width": "1.5"}),
    "note-shift": ("note note--shift", {**_STROKE, "stroke": "changed", "stroke-width": "1.5"}),
    "t-num": ("t-num", {"fill": "ink-2"}),
    "t-dim": ("t-dim", {"fill": "ink-2"}),
    "t-strong": ("t-strong", {"fill": "ink", "font-weight": "600"}),
    "t-target": ("t-target", {"fill": "pine"}),
    "t-flag": ("t-flag", {"fill": "on-pine", "font-weight": "600"}),
}

# The same texts with an edge in the colour of the sheet, readable over lines.
_HALO = {"stroke": "sheet", "stroke-width": "4", "stroke-linejoin": "round", "paint-order": "stroke"}
_ROLES |= {
    f"{role} halo": (f"{_ROLES[role][0]} halo", {**_ROLES[role][1], **_HALO})
    for role in ("t-dim", "t-strong")
}


@dataclass(frozen=True, slots=True)
class Theme:
    """Everything about looks that does not depend on the data."""

    name: ThemeName
    pens: Mapping[str, str]
    """Attributes of an element by its role, with a leading space."""
    colours: Mapping[str, str]
    """Colours by name."""
    background: str | None

    @property
    def stands_alone(self) -> bool:
        """Whether the picture must look right without any style sheet, in whatever program opens it."""
        return self.background is not None


def _attributes(pairs: Mapping[str, str], colours: Mapping[str, str]) -> str:
    return "".join([f' {name}="{colours.get(value, value)}"' for name, value in pairs.items()])


def _theme(name: ThemeName, colours: Mapping[str, str], *, classes: bool) -> Theme:
    pens = {
        role: (f' class="{css}"' if classes else "") + _attributes(pairs, colours)
        for role, (css, pairs) in _ROLES.items()
    }
    return Theme(name=name, pens=pens, colours=colours, background=None if classes else colours["sheet"])


THEMES: dict[ThemeName, Theme] = {
    "page": _theme("page", _LIGHT, classes=True),
    "light": _theme("light", _LIGHT, classes=False),
    "dark": _theme("dark", _DARK, classes=False),
}
