"""The picture of a tool, by its kind."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils import translation

import wellrun_spc as spc
from wellrun.projects.queries.tools import Card, Tool
from wellrun.projects.values.tools import KINDS, ToolKind
from wellrun.web.tools.drawings.board import Board
from wellrun.web.tools.drawings.bones import draw_bones
from wellrun.web.tools.drawings.fields import draw_forces, draw_grid
from wellrun.web.tools.drawings.lanes import draw_lanes
from wellrun.web.tools.drawings.whys import draw_whys
from wellrun.web.tools.words import number_words, place_names, place_notes
from wellrun_spc.draw.palette import ThemeName

HAS_DRAWING = frozenset(ToolKind.values) - {ToolKind.VOTING}


@dataclass(frozen=True, slots=True, kw_only=True)
class Drawn:
    """A drawing for wide pages, one for phones where there is one, and what it says."""

    wide: str
    narrow: str = ""
    reading: str = ""


def draw(tool: Tool, cards: tuple[Card, ...]) -> Drawn | None:
    """The drawing for the page, in its colours; ``None`` where there is nothing to draw yet."""
    if tool.kind != ToolKind.PARETO:
        return Drawn(wide=picture(tool, cards, theme="page"))
    found = _pareto(cards)
    if found is None:
        return None
    return Drawn(
        wide=found.svg(title=tool.title, y_label=tool.subject, id=f"tool-{tool.pk}"),
        narrow=found.svg(form="narrow", title=tool.title, y_label=tool.subject, id=f"tool-{tool.pk}"),
        reading=found.plain,
    )


def picture(tool: Tool, cards: tuple[Card, ...], *, theme: ThemeName = "light") -> str:
    """The wide drawing, by default in colours of its own, fit for a report."""
    if tool.kind == ToolKind.PARETO:
        found = _pareto(cards)
        if found is not None:
            return found.svg(title=tool.title, y_label=tool.subject, theme=theme, id=f"tool-{tool.pk}")
    board = Board.new(theme, is_mirrored=translation.get_language_bidi())
    return board.finished(
        f"{KINDS[tool.kind].kind.label}: {tool.title}. {tool.subject}".strip(),
        height=_draw_cards(board, tool, cards),
        key=f"tool-{tool.pk}",
    )


def _pareto(cards: tuple[Card, ...]) -> spc.Pareto | None:
    """Kinds of one name are one kind. Nothing counted yet is no chart."""
    counts = [card.item.number or 0 for card in cards]
    if not any(counts):
        return None
    return spc.pareto([card.item.text for card in cards], counts)


def _draw_cards(board: Board, tool: Tool, cards: tuple[Card, ...]) -> float:
    names, notes = place_names(tool), place_notes(KINDS[tool.kind])
    found = {key: [card for card in cards if card.item.place == key] for key in names}

    def note(card: Card) -> str:
        return number_words(KINDS[tool.kind], card.item.number)

    match tool.kind:
        case ToolKind.FISHBONE:
            return draw_bones(board, tool.subject or tool.title, found)
        case ToolKind.PROCESS_MAP:
            return draw_lanes(board, list(names), list(cards), note)
        case ToolKind.FORCE_FIELD:
            helps, holds = ((names[key], found[key]) for key in names)
            return draw_forces(board, tool.subject or tool.title, helps, holds)
        case ToolKind.FIVE_WHYS | ToolKind.PARETO:
            return draw_whys(board, tool.subject, cards, note)
    groups = [(name, notes.get(key, ""), found[key]) for key, name in names.items() if key or found[key]]
    return draw_grid(board, groups, note, columns=2 if notes else 3)
