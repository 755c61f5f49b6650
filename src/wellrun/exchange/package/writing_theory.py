"""The aim, the driver diagram and the tools of a project that came in a package."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from wellrun.core.search.index import index_rows
from wellrun.exchange.package.plain import without
from wellrun.exchange.package.writing import Bringing, Rows, numbered
from wellrun.projects.models import (
    Aim,
    Driver,
    DriverLink,
    DriverVersion,
    Tool,
    ToolItem,
    Vote,
    VoteRound,
)
from wellrun.projects.values import Part, Theory


def write_theory(bringing: Bringing) -> None:
    """The aim with its revisions, and the driver diagram, now and as it was kept."""
    record, project = bringing.record, bringing.project
    aims = [Aim(project=project, by_id=bringing.actor.id, **without(row, "by")) for row in record["aims"]]
    bringing.save(aims, record["aims"], part="aim")
    drivers = [Driver(project=project, **without(row, "number")) for row in record["drivers"]]
    bringing.drivers = numbered(bringing.save(drivers))
    below = Counter[int | None]()
    lines = []
    for row in record["lines"]:
        parent, child = bringing.drivers.get(row["parent"]), bringing.drivers[row["child"]]
        lines.append(DriverLink(project=project, parent_id=parent, child_id=child, position=below[parent]))
        below[parent] += 1
    bringing.save(lines)
    _write_versions(bringing, record["diagram_versions"])


def _write_versions(bringing: Bringing, told: Rows) -> None:
    seen = Counter[str]()
    versions = []
    for row in told:
        seen[row["name"]] += 1  # names that were taken out are all the same
        name = row["name"] if seen[row["name"]] == 1 else f"{row['name']} {seen[row['name']]}"
        theory = _theory(bringing, row).as_json()
        versions.append(
            DriverVersion(
                project=bringing.project, name=name, theory=theory, by_id=bringing.actor.id, at=row["at"]
            )
        )
    bringing.save(versions, told, part="driver-version")


def _theory(bringing: Bringing, row: Mapping[str, Any]) -> Theory:
    drivers = bringing.drivers
    return Theory(
        aim=row["aim"],
        parts=tuple(Part(id=drivers[each["driver"]], **without(each, "driver")) for each in row["parts"]),
        lines=tuple((drivers.get(each["parent"]), drivers[each["child"]]) for each in row["lines"]),
    )


def write_tools(bringing: Bringing) -> None:
    """Tools with their cards, and rounds of voting as they were counted."""
    told = bringing.record["tools"]
    tools = [
        Tool(
            project=bringing.project,
            groups=list(dict.fromkeys(row["groups"])),
            **without(row, "groups", "items", "rounds"),
        )
        for row in told
    ]
    made = bringing.save(tools)
    cards: list[int] = []
    for tool, row in zip(made, told, strict=True):
        items = _write_items(bringing, tool, row["items"])
        cards += items.values()
        _write_rounds(bringing, tool, row["rounds"], items)
    index_rows("tool", [tool.pk for tool in made])
    index_rows("tool_item", cards)


def _write_items(bringing: Bringing, tool: Tool, told: Rows) -> dict[int, int]:
    """In the order of the record. What stands below another is told of it once both are there."""
    items = [
        ToolItem(
            tool=tool,
            position=position,
            number=row["count"],
            became_id=bringing.drivers.get(row["became"]),
            **without(row, "number", "below", "count", "became"),
        )
        for position, row in enumerate(told)
    ]
    numbers = numbered(bringing.save(items))
    below = [(item, row["below"]) for item, row in zip(items, told, strict=True) if row["below"] is not None]
    for item, number in below:
        item.parent_id = numbers[number]
    ToolItem.objects.bulk_update([item for item, _number in below], ["parent"], batch_size=500)
    return numbers


def _write_rounds(bringing: Bringing, tool: Tool, told: Rows, items: Mapping[int, int]) -> None:
    """Who holds one here is who brought it; who voted is not told."""
    rounds: dict[int | None, VoteRound] = {}
    for number, row in enumerate(told, 1):
        rounds[number] = VoteRound.objects.create(
            tool=tool,
            holder_id=bringing.actor.id,
            breaks=rounds.get(row["breaks"]),
            told_voters=row["voters"],
            **without(row, "breaks", "by", "voters", "votes"),
        )
        bringing.signed(f"vote/{rounds[number].pk}", row["by"])
    votes = [
        Vote(vote_round=rounds[number], item_id=items[each["item"]], **without(each, "item"))
        for number, row in enumerate(told, 1)
        for each in row["votes"]
    ]
    bringing.save(votes)
