"""Which parts of a driver diagram stand on which slide, so that each can be read from the back of a room."""

from __future__ import annotations

from dataclasses import replace

from wellrun.exchange.diagrams.layout import lay_out
from wellrun.exchange.diagrams.values import AIM, Diagram

TALLEST = 560.0
"""What fits on a slide in letters that can be read."""


def in_pages(diagram: Diagram) -> list[Diagram]:
    """The diagram on one page; where it is too tall, the drivers on the first and each with its own after."""
    if _fits(diagram):
        return [diagram]
    drivers = diagram.kept({item.id for item in diagram.items if item.column < 3})
    ways = [page for primary in diagram.below(AIM) for page in _way(diagram, primary)]
    return [*_whole_or_not(drivers), *ways]


def _fits(diagram: Diagram) -> bool:
    return lay_out(diagram).height <= TALLEST


def _whole_or_not(drivers: Diagram) -> list[Diagram]:
    """The page of drivers alone, with the primary ones only where even that is too tall."""
    if _fits(drivers):
        return [drivers]
    return [drivers.kept({item.id for item in drivers.items if item.column < 2})]


def _way(diagram: Diagram, primary: int) -> list[Diagram]:
    """One primary driver with what serves it, on as many pages as that needs."""
    groups = [_group(diagram, child) for child in diagram.below(primary)]
    groups = [part for group in groups for part in _halved(diagram, primary, group)]
    pages: list[set[int]] = []
    for group in groups:
        if pages and _fits(_page(diagram, primary, pages[-1] | group)):
            pages[-1] |= group
        else:
            pages.append(set(group))
    return [_page(diagram, primary, page) for page in pages]


def _group(diagram: Diagram, child: int) -> set[int]:
    return diagram.subtree(child)


def _halved(diagram: Diagram, primary: int, group: set[int]) -> list[set[int]]:
    """A secondary driver with more ideas than a page takes, on two pages or more."""
    tops = [item.id for item in diagram.items if item.id in group and item.column < 3]
    ideas = [item.id for item in diagram.items if item.id in group and item.column == 3]
    if len(ideas) < 2 or _fits(_page(diagram, primary, group)):
        return [group]
    middle = len(ideas) // 2
    halves = ({*tops, *ideas[:middle]}, {*tops, *ideas[middle:]})
    return [part for half in halves for part in _halved(diagram, primary, half)]


def _page(diagram: Diagram, primary: int, ids: set[int]) -> Diagram:
    text = next(item.text for item in diagram.items if item.id == primary)
    return replace(diagram.kept({AIM, primary, *ids}), title=f"{diagram.title}: {text}")
