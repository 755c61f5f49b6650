"""The record: tools with their cards and votes, and the driver diagram as it stood when it was kept."""

from __future__ import annotations

from wellrun.exchange.package.record_kinds import FEW, LONG, MANY, NUMBER, NUMBER_OR_NONE
from wellrun.exchange.package.shape import Choice, Flag, Many, Part, Text, Whole
from wellrun.exchange.package.shape_times import Moment
from wellrun.projects.values import DriverKind
from wellrun.projects.values.tools import (
    FEWEST_VOTES,
    LARGEST_NUMBER,
    LONGEST_GROUP,
    LONGEST_SUBJECT,
    LONGEST_TEXT,
    LONGEST_TITLE,
    MOST_GROUPS,
    ToolKind,
    VoteMethod,
)

ITEM = Part(
    fields={
        "number": NUMBER,
        "below": NUMBER_OR_NONE,
        "text": Text(longest=LONGEST_TEXT, is_needed=True),
        "place": Text(longest=LONGEST_GROUP, is_key=True),
        "count": Whole(low=0, high=LARGEST_NUMBER, is_optional=True),
        "became": NUMBER_OR_NONE,
        "is_removed": Flag(),
        "created_at": Moment(),
    }
)
VOTE = Part(fields={"item": NUMBER, "points": Whole(low=0), "people": Whole(low=0)})
ROUND = Part(
    fields={
        "method": Choice(values=VoteMethod.values),
        "points": Whole(high=100),
        "breaks": NUMBER_OR_NONE,
        "by": NUMBER_OR_NONE,
        "opened_at": Moment(),
        "closed_at": Moment(),
        "voters": Whole(low=FEWEST_VOTES, high=10_000),
        "votes": Many(of=VOTE, most=FEW),
    }
)
"""A round that is closed, as it was counted: how many voted, never who, and never what somebody chose."""
TOOL = Part(
    fields={
        "kind": Choice(values=ToolKind.values),
        "title": Text(longest=LONGEST_TITLE, is_needed=True),
        "subject": Text(longest=LONGEST_SUBJECT),
        "groups": Many(of=Text(longest=LONGEST_GROUP, is_needed=True), most=MOST_GROUPS),
        "created_at": Moment(),
        "items": Many(of=ITEM, most=MANY),
        "rounds": Many(of=ROUND, most=FEW),
    }
)
LINE = Part(fields={"parent": NUMBER_OR_NONE, "child": NUMBER})
KEPT_PART = Part(
    fields={
        "driver": NUMBER,
        "kind": Choice(values=DriverKind.values),
        "text": Text(longest=200, is_needed=True),
        "why": Text(longest=2_000),
    }
)
DIAGRAM_VERSION = Part(
    fields={
        "name": Text(longest=120, is_needed=True),
        "aim": Text(longest=LONG),
        "by": NUMBER_OR_NONE,
        "at": Moment(),
        "parts": Many(of=KEPT_PART, most=MANY),
        "lines": Many(of=LINE, most=2 * MANY),
    }
)
