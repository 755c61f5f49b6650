"""The record: every part and field, once, for the writer, the reader and the reference.

People, drivers and measures have a number that holds within the record alone. What else another part speaks
of is known by its place in its list, from 1.

To carry something new: write its field here; fill it in `gathering*`, save it in `writing*`, and check what
it refers to in `checking*`. Where a version was released without it, raise `sealed.VERSION`; say in
`earlier` what an older package holds in its place. tests/house/test_packages.py tells what is forgotten.
"""

from __future__ import annotations

from wellrun.control.values import ITEM_TEXTS, REVIEW_FIELDS, Ending, ItemState, SelfReport
from wellrun.exchange.package.record_kinds import FEW, LONG, MANY, NUMBER, NUMBER_OR_NONE
from wellrun.exchange.package.record_measures import MEASURE
from wellrun.exchange.package.record_teamwork import (
    ACTION,
    BARRIER,
    COACHING,
    COMMENT,
    HUDDLE,
    INVOLVEMENT,
    PROGRESS,
    SEAT,
    WORD,
)
from wellrun.exchange.package.record_tools import DIAGRAM_VERSION, LINE, TOOL
from wellrun.exchange.package.shape import Choice, Field, Flag, Many, Number, Part, Text, Whole
from wellrun.exchange.package.shape_times import Day, Moment
from wellrun.learning.values import STORY_FIELDS
from wellrun.measures.policies import AimMet
from wellrun.pdsa.values import Decision, Match, Stage
from wellrun.projects.values import (
    DriverKind,
    State,
)

_WAY: dict[str, Field] = {
    "organisation": Text(longest=200),
    "server": Text(longest=200),
    "project": Whole(high=2**62),
    "started_at": Moment(),
    "packed_at": Moment(),
}
SOURCE = Part(
    fields=_WAY
    | {
        "visibility": Text(longest=16),
        "earlier": Many(of=Part(fields=_WAY | {"brought_at": Moment()}), most=50),
    }
)
LEFT_OUT = Part(
    fields={
        "coaching": Flag(),
        "conversations": Flag(),
        "names": Flag(),
        "measures": Whole(low=0),
        "tools": Whole(low=0),
    },
)
PROJECT = Part(
    fields={
        "title": Text(longest=160, is_needed=True),
        "why": Text(longest=LONG),
        "why_by": Text(longest=160),
        "state": Choice(values=State.values),
        "unit": Text(longest=200),
        "tags": Many(of=Text(longest=60, is_needed=True), most=FEW),
        "partner_organisations": Many(of=Text(longest=200), most=FEW),
        "started_at": Moment(),
        "is_invented": Flag(),
    }
)
PERSON = Part(fields={"number": NUMBER, "name": Text(longest=200, is_needed=True)})
AIM = Part(
    fields={
        "what": Text(longest=300, is_needed=True),
        "for_whom": Text(longest=200),
        "measured_by": Text(longest=200),
        "start": Number(),
        "goal": Number(),
        "by_when": Day(is_optional=True),
        "reason": Text(longest=500),
        "by": NUMBER_OR_NONE,
        "at": Moment(),
    }
)
DRIVER = Part(
    fields={
        "number": NUMBER,
        "kind": Choice(values=DriverKind.values),
        "text": Text(longest=200, is_needed=True),
        "why": Text(longest=2_000),
        "source": Text(longest=200),
        "is_removed": Flag(),
        "created_at": Moment(),
    }
)
PREDICTION = Part(
    fields={
        "text": Text(longest=LONG, is_needed=True),
        "happened": Text(longest=LONG),
        "matched": Choice(values=["", *Match.values]),
    }
)
DAY = Part(
    fields={
        "day": Day(),
        "count": Whole(low=0, is_optional=True),
        "out_of": Whole(low=0, is_optional=True),
        "note": Text(longest=300),
    }
)
CYCLE = Part(
    fields={
        "idea": NUMBER,
        "number": NUMBER,
        "stage": Choice(values=Stage.values),
        "question": Text(longest=LONG, is_needed=True),
        "prediction": Text(longest=LONG),
        "who": Text(longest=300),
        "where": Text(longest=300),
        "starts_on": Day(is_optional=True),
        "ends_on": Day(is_optional=True),
        "what": Text(longest=LONG),
        "data": Text(longest=LONG),
        "count_label": Text(longest=60),
        "out_of_label": Text(longest=60),
        "people": NUMBER_OR_NONE,
        "days": NUMBER_OR_NONE,
        "sites": NUMBER_OR_NONE,
        "measure": NUMBER_OR_NONE,
        "locked_at": Moment(is_optional=True),
        "predictions": Many(of=PREDICTION, most=FEW),
        "day_notes": Many(of=DAY, most=FEW),
        "happened": Text(longest=LONG),
        "surprises": Text(longest=LONG),
        "done_on": Day(is_optional=True),
        "result": Text(longest=LONG),
        "learned": Text(longest=LONG),
        "decision": Choice(values=["", *Decision.values]),
        "decision_why": Text(longest=LONG),
        "decided_at": Moment(is_optional=True),
        "created_at": Moment(),
    }
)
REVIEW = Part(
    fields={
        **{name: Text(longest=LONG) for name in REVIEW_FIELDS if name != "self_report"},
        "self_report": Choice(values=["", *SelfReport.values]),
        "aim_met": Choice(values=["", *AimMet.values]),
        "aim_reason": Text(longest=LONG),
        "ending": Choice(values=["", *Ending.values]),
        "ended_at": Moment(is_optional=True),
        "created_at": Moment(),
    },
    is_optional=True,
)
STORY = Part(
    fields={
        **{name: Text(longest=20_000) for name in STORY_FIELDS if name != "title"},
        "title": Text(longest=160, is_needed=True),
        "created_at": Moment(),
    },
    is_optional=True,
)
CONTROL_ITEM = Part(
    fields={
        "measure": NUMBER_OR_NONE,
        "person": NUMBER_OR_NONE,
        **{name: Text(longest=LONG) for name in ITEM_TEXTS},
        "standard_link": Text(longest=500),
        "limits_from": Day(is_optional=True),
        "centre": Number(),
        "lower": Number(),
        "upper": Number(),
        "next_review": Day(is_optional=True),
        "state": Choice(values=ItemState.values),
        "created_at": Moment(),
    }
)
RECORD = Part(
    fields={
        "source": SOURCE,
        "left_out": LEFT_OUT,
        "project": PROJECT,
        "people": Many(of=PERSON, most=MANY),
        "team": Many(of=SEAT, most=MANY),
        "aims": Many(of=AIM, most=MANY),
        "drivers": Many(of=DRIVER, most=MANY),
        "lines": Many(of=LINE, most=2 * MANY),
        "diagram_versions": Many(of=DIAGRAM_VERSION, most=FEW),
        "tools": Many(of=TOOL, most=FEW),
        "cycles": Many(of=CYCLE, most=MANY),
        "measures": Many(of=MEASURE, most=FEW),
        "involvement": Many(of=INVOLVEMENT, most=MANY),
        "partner_words": Many(of=WORD, most=MANY),
        "barriers": Many(of=BARRIER, most=MANY),
        "progress": Many(of=PROGRESS, most=MANY),
        "actions": Many(of=ACTION, most=MANY),
        "coaching": Many(of=COACHING, most=MANY),
        "huddle": HUDDLE,
        "conversations": Many(of=COMMENT, most=5 * MANY),
        "closing_review": REVIEW,
        "story": STORY,
        "control_items": Many(of=CONTROL_ITEM, most=FEW),
    }
)
