"""Tools of a project, with cards in them and votes on them, as a team would leave them."""

from collections.abc import Iterable

from tests.build.cast import NOW
from tests.build.projects import Team
from wellrun.projects.models import Tool, ToolItem
from wellrun.projects.services import tools as services
from wellrun.projects.values.tools import KINDS

IDEAS = ("Quiet hours", "Softer lights", "Doors that close softly")
PLACES = {"fishbone": "Place", "process_map": "Ward team", "affinity": ""}
NUMBERS = {"pareto": 3, "force_field": 4}


def a_tool(team: Team, kind: str, *, title: str = "Calm evenings") -> Tool:
    return services.add_tool(
        actor=team.lead, project=team.project, kind=kind, title=title, subject="Evenings are loud", now=NOW
    )


def first_place(kind: str) -> str:
    places = KINDS[kind].places
    return places[0].key if places else PLACES.get(kind, "")


def a_card(
    team: Team, tool: Tool, text: str, *, place: str | None = None, below: ToolItem | None = None
) -> ToolItem:
    """A card in the first place of its kind, or in another; with a number where it must have one."""
    return services.add_item(
        actor=team.partner, tool=tool, text=text, number=NUMBERS.get(tool.kind),
        place=first_place(tool.kind) if place is None else place,
        parent_id=below.pk if below else None, now=NOW,
    )  # fmt: skip


def a_vote(team: Team, ideas: Iterable[str] = IDEAS) -> tuple[Tool, list[ToolItem]]:
    """Ideas to vote on; the vote is not open yet."""
    tool = a_tool(team, "voting", title="What first?")
    return tool, [a_card(team, tool, text) for text in ideas]


def ranked(order: Iterable[ToolItem]) -> dict[int, int]:
    """A ballot that ranks these, the best first."""
    items = list(order)
    return {item.pk: min(len(items), 5) - number for number, item in enumerate(items[:5])}
