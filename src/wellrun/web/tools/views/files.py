"""A tool as files: its cards as a table, its drawing as a picture."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.text import slugify

from wellrun.exchange.neutral import neutral
from wellrun.projects.queries.tools import Card, Tool, cards_of, standings_of
from wellrun.projects.values.tools import KINDS, Standing
from wellrun.web.shell.methods import only
from wellrun.web.tools.drawings import HAS_DRAWING, picture
from wellrun.web.tools.views.finding import tool_or_404
from wellrun.web.tools.words import became_words, number_words, place_names

HEADS = (
    "card", "text", "place", "below_card", "number", "number_means", "became", "vote_place", "vote_points",
    "vote_people",
)  # fmt: skip


@only("GET")
def cards_as_csv(request: HttpRequest, project_id: int, tool_id: int) -> HttpResponse:
    """Every card in its order. While a vote is open nothing of it is in the file."""
    tool = tool_or_404(request, project_id, tool_id).tool
    standings = {each.item_id: each for each in standings_of(tool)}
    text = StringIO()
    writer = csv.writer(text)
    writer.writerow(HEADS)
    rows = _rows(tool, cards_of(tool), standings)
    writer.writerows([[neutral(cell) for cell in row] for row in rows])
    return _as_file("\ufeff" + text.getvalue(), tool, "csv", "text/csv; charset=utf-8")


@only("GET")
def drawing_as_svg(request: HttpRequest, project_id: int, tool_id: int) -> HttpResponse:
    tool = tool_or_404(request, project_id, tool_id).tool
    cards = cards_of(tool)
    if tool.kind not in HAS_DRAWING or not cards:
        raise Http404
    return _as_file(picture(tool, cards), tool, "svg", "image/svg+xml")


def _rows(tool: Tool, cards: tuple[Card, ...], standings: dict[int, Standing]) -> Iterator[list[object]]:
    names, kind = place_names(tool), KINDS[tool.kind]
    for card in cards:
        item, standing = card.item, standings.get(card.item.pk)
        voted = (standing.place, sum(standing.points[:1]), standing.people) if standing else ("", "", "")
        yield [
            item.pk,
            item.text,
            names.get(item.place, "") if item.parent_id is None else "",
            item.parent_id or "",
            "" if item.number is None else item.number,
            number_words(kind, item.number) if kind.numbers and kind.numbers.choices else "",
            became_words(item),
            *voted,
        ]
        yield from _rows(tool, card.below, standings)


def _as_file(content: str, tool: Tool, ending: str, kind: str) -> HttpResponse:
    name = f"{slugify(tool.title) or tool.kind}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return HttpResponse(content, content_type=kind, headers=headers)
