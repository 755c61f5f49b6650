"""The record: a measure in the project's family, with its definition and its numbers."""

from __future__ import annotations

from wellrun.exchange.package.record_kinds import FEW, LONG, MANY, NUMBER, NUMBER_OR_NONE
from wellrun.exchange.package.shape import Choice, Flag, Many, Number, Part, Text
from wellrun.exchange.package.shape_times import Day, Moment
from wellrun.measures.values.choices import Chart, Direction, Kind, Period

OBSERVATION = Part(
    fields={
        "stratum": Text(longest=80, is_key=True),
        "period": Day(),
        "value": Number(),
        "numerator": Number(),
        "denominator": Number(),
        "is_excluded": Flag(),
        "is_suppressed": Flag(),
        "note": Text(longest=500),
    }
)
PHASE = Part(
    fields={
        "starts_on": Day(),
        "baseline_until": Day(is_optional=True),
        "name": Text(longest=120),
        "reason": Text(longest=LONG, is_needed=True),
        "by": NUMBER_OR_NONE,
        "at": Moment(),
    }
)
ANNOTATION = Part(
    fields={
        "period": Day(),
        "label": Text(longest=80, is_needed=True),
        "by": NUMBER_OR_NONE,
        "at": Moment(),
    }
)
DEFINITION = Part(
    fields={
        "name": Text(longest=160, is_needed=True),
        "place": Text(longest=160),
        "family": Text(longest=160),
        "kind": Choice(values=["", *Kind.values]),
        "chart": Choice(values=Chart.values),
        "rules": Text(longest=40, is_needed=True),
        "direction": Choice(values=Direction.values),
        "period": Choice(values=Period.values),
        "target": Number(),
        "multiply": Number(is_optional=False),
        "y_label": Text(longest=160),
        "numerator_label": Text(longest=160),
        "denominator_label": Text(longest=160),
        **{
            name: Text(longest=LONG)
            for name in ("counts", "counts_not", "where_and_who", "source", "how_often", "agreed_by")
        },
        "is_invented": Flag(),
    }
)
MEASURE = Part(
    fields={
        "number": NUMBER,
        "kind": Choice(values=Kind.values),
        "is_main": Flag(),
        "driver": NUMBER_OR_NONE,
        "added_at": Moment(),
        "definition": DEFINITION,
        "observations": Many(of=OBSERVATION, most=50_000),
        "phases": Many(of=PHASE, most=FEW),
        "annotations": Many(of=ANNOTATION, most=MANY),
    }
)
