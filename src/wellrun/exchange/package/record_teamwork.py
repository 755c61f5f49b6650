"""The record: the team, what it wrote together, and what was said about it."""

from __future__ import annotations

from wellrun.conversations.values import ReactionKind
from wellrun.exchange.package.record_kinds import FEW, LONG, MANY, NUMBER, NUMBER_OR_NONE
from wellrun.exchange.package.shape import Choice, Flag, Many, Number, Part, Text, Whole
from wellrun.exchange.package.shape_times import Clock, Day, Moment
from wellrun.organisations.values import Perspective
from wellrun.projects.values import NEEDS_PARTNERS, BarrierState, Helped, Involvement, SeatRole

SEAT = Part(
    fields={
        "person": NUMBER,
        "role": Choice(values=SeatRole.values),
        "perspective": Choice(values=Perspective.values),
        "title": Text(longest=120),
        "since": Moment(),
        "ended_at": Moment(is_optional=True),
    }
)
INVOLVEMENT = Part(
    fields={
        "level": Choice(values=Involvement.values),
        "practice": Text(longest=LONG),
        "by": NUMBER_OR_NONE,
        "at": Moment(),
        "agreed": Many(of=Part(fields={"person": NUMBER_OR_NONE, "at": Moment()}), most=FEW),
    }
)
WORD = Part(
    fields={
        "person": NUMBER_OR_NONE,
        "target": Choice(values=sorted(NEEDS_PARTNERS)),
        "is_yes": Flag(),
        "words": Text(longest=500),
        "at": Moment(),
        "settled_at": Moment(is_optional=True),
    }
)
ASKED = Part(
    fields={
        "person": NUMBER_OR_NONE,
        "unit": Text(longest=200),
        "asked_at": Moment(),
        "reply_by": Day(),
        "answered_at": Moment(is_optional=True),
        "moved_up_at": Moment(is_optional=True),
    }
)
BARRIER = Part(
    fields={
        "text": Text(longest=300, is_needed=True),
        "wanted": Text(longest=LONG),
        "state": Choice(values=BarrierState.values),
        "by": NUMBER_OR_NONE,
        "raised_at": Moment(),
        "answer": Text(longest=LONG),
        "answered_by": NUMBER_OR_NONE,
        "answered_at": Moment(is_optional=True),
        "helped": Choice(values=["", *Helped.values]),
        "closing_words": Text(longest=500),
        "closed_at": Moment(is_optional=True),
        "asked": Many(of=ASKED, most=FEW),
    }
)
PROGRESS = Part(
    fields={
        "score": Number(is_optional=False),
        "suggested": Number(is_optional=False),
        "note": Text(longest=500),
        "by": NUMBER_OR_NONE,
        "at": Moment(),
    }
)
ACTION = Part(
    fields={
        "text": Text(longest=300, is_needed=True),
        "person": NUMBER_OR_NONE,
        "due_on": Day(is_optional=True),
        "created_at": Moment(),
        "done_at": Moment(is_optional=True),
    }
)
COACHING = Part(
    fields={
        "on": Day(),
        "what": Text(longest=LONG, is_needed=True),
        "next_step": Text(longest=300),
        "by": NUMBER_OR_NONE,
        "at": Moment(),
    }
)
HUDDLE = Part(fields={"weekday": Whole(low=0, high=6), "at": Clock()}, is_optional=True)
ABOUT_A_ROW = ("driver", "cycle", "measure", "barrier", "control_item")
ABOUT_THE_WHOLE = ("project", "aim", "story")
EARLIER = Part(fields={"text": Text(longest=LONG, is_needed=True), "at": Moment()})
ANSWER = Part(fields={"kind": Choice(values=ReactionKind.values), "by": NUMBER, "at": Moment()})
COMMENT = Part(
    fields={
        "about": Choice(values=[*ABOUT_THE_WHOLE, *ABOUT_A_ROW]),
        "number": NUMBER_OR_NONE,
        "by": NUMBER,
        "at": Moment(),
        "edited_at": Moment(is_optional=True),
        "text": Text(longest=LONG, is_needed=True),
        "earlier": Many(of=EARLIER, most=MANY),
        "answers": Many(of=ANSWER, most=MANY),
    }
)
