"""Writes to the tools of a project: start one, fill it, sort it, vote, turn what was found into drivers."""

from wellrun.projects.services.tools.becoming import turn_into_driver
from wellrun.projects.services.tools.groups import add_group, move_group, name_group, remove_group
from wellrun.projects.services.tools.items import (
    add_item,
    count_item,
    move_item,
    remove_item,
    restore_item,
    write_item,
)
from wellrun.projects.services.tools.tools import add_tool, name_tool, remove_tool, restore_tool
from wellrun.projects.services.tools.votes import cast_vote, close_round, open_round, stop_round
from wellrun.projects.services.tools.writing import ToolRefused

__all__ = [
    "ToolRefused", "add_group", "add_item", "add_tool", "cast_vote", "close_round", "count_item",
    "move_group", "move_item", "name_group", "name_tool", "open_round", "remove_group", "remove_item",
    "remove_tool", "restore_item", "restore_tool", "stop_round", "turn_into_driver", "write_item",
]  # fmt: skip
