"""Whether cards stand where their kind of tool lets them, votes add up, and kept diagrams are whole."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from wellrun.exchange.package.checking_rows import Rows, check_lines, check_numbers, known, once
from wellrun.exchange.package.shape import At, wrong
from wellrun.projects.policies.tools import is_place_of, number_problem
from wellrun.projects.values.tools import KINDS, MOST_ITEMS, ToolKind


def check_versions(versions: Rows, drivers: Mapping[int, str]) -> None:
    once(versions, ("name",), ("diagram_versions",), _("there are two of this name."))
    for place, version in enumerate(versions):
        at: At = ("diagram_versions", place)
        for number, part in enumerate(version["parts"]):
            known(part["driver"], drivers, (*at, "parts", number, "driver"), _("driver"))
        once(version["parts"], ("driver",), (*at, "parts"), _("the same driver is there twice."))
        kinds = {part["driver"]: part["kind"] for part in version["parts"]}
        check_lines(kinds, version["lines"], (*at, "lines"))


def check_tools(tools: Rows, drivers: Mapping[int, str]) -> None:
    for place, tool in enumerate(tools):
        at: At = ("tools", place)
        if len({name.casefold() for name in tool["groups"]}) < len(tool["groups"]):
            raise wrong((*at, "groups"), _("there are two of this name."))
        check_numbers(tool["items"], (*at, "items"))
        _check_items(tool, drivers, (*at, "items"))
        _check_rounds(tool, (*at, "rounds"))


def _check_items(tool: Mapping[str, Any], drivers: Mapping[int, str], at: At) -> None:
    depths: dict[int | None, int] = {None: 0}
    for place, item in enumerate(tool["items"]):
        if item["below"] not in depths:
            raise wrong((*at, place, "below"), _("it should stand below one that comes before it."))
        depths[item["number"]] = depths[item["below"]] + 1
        problem = _problem_with(tool, item, depths[item["number"]])
        if problem:
            raise wrong((*at, place), problem)
        known(item["became"], drivers, (*at, place, "became"), _("driver"))
    if sum(not item["is_removed"] for item in tool["items"]) > MOST_ITEMS:
        raise wrong(at, _("it has more than %(most)s entries.") % {"most": MOST_ITEMS})


def _problem_with(tool: Mapping[str, Any], item: Mapping[str, Any], depth: int) -> str:
    if depth > KINDS[tool["kind"]].depth:
        return _("it stands deeper than this kind of tool goes.")
    is_placed = is_place_of(tool["kind"], tool["groups"], item["place"]) if depth == 1 else not item["place"]
    return number_problem(tool["kind"], item["count"]) if is_placed else _("its tool has no such place.")


def _check_rounds(tool: Mapping[str, Any], at: At) -> None:
    rounds: Rows = tool["rounds"]
    if rounds and tool["kind"] != ToolKind.VOTING:
        raise wrong(at, _("only ideas in a vote are voted on."))
    main: set[int] = set()
    for place, each in enumerate(rounds):
        known(each["breaks"], main, (*at, place, "breaks"), _("round"))
        main |= {place + 1} if each["breaks"] is None else set()
        once(each["votes"], ("item",), (*at, place, "votes"), _("the same item is there twice."))
        for number, vote in enumerate(each["votes"]):
            spot: At = (*at, place, "votes", number)
            known(vote["item"], range(1, len(tool["items"]) + 1), (*spot, "item"), _("item"))
            if vote["people"] > each["voters"]:
                raise wrong(spot, _("more people chose it than voted."))
