"""Charts for the examples: small, invented, and drawn by the same code as everywhere."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from functools import cache
from typing import Literal

import wellrun_spc as spc
from wellrun_spc.draw import Annotation, chart_svg

RESTRAINTS = (
    5, 4, 6, 3, 7, 4, 5, 6, 2, 5, 8, 4, 3, 6, 5, 4, 4, 3, 5, 2, 4, 3, 4, 2,
    3, 4, 3, 2, 5, 3, 4, 2, 1, 2, 3, 1, 2, 2, 1, 2,
)  # fmt: skip
DOSES = (
    24,
    27,
    21,
    25,
    22,
    28,
    23,
    26,
    20,
    24,
    27,
    22,
    25,
    23,
    26,
    21,
    24,
    27,
    23,
    25,
    22,
    26,
    24,
    21,
    23,
    41,
)
FIRST = date(2025, 7, 7)
HUDDLES = FIRST + timedelta(weeks=16)
FLAGS = (
    Annotation(x=HUDDLES, label="Huddles twice a day"),
    Annotation(x=FIRST + timedelta(weeks=21), label="Quiet room open all night"),
    Annotation(x=FIRST + timedelta(weeks=34), label="Peer-led evenings"),
)


def _weeks(count: int) -> list[date]:
    return [FIRST + timedelta(weeks=week) for week in range(count)]


@cache
def restraints() -> spc.Chart:
    """Forty weeks with two phases and a run at the end."""
    phase = spc.PhaseStart(
        at=HUDDLES, name="Since huddles began", reason="Huddles on every shift", baseline=15
    )
    return spc.chart(RESTRAINTS, chart="c", x=_weeks(40), phases=[phase], target=2.4, direction="decrease")


@cache
def doses() -> spc.Chart:
    """Twenty-six weeks that end above the upper limit."""
    return spc.chart(DOSES, chart="i", x=_weeks(26), direction="decrease", rules="nhs-mdc/1")


def chart_values() -> Mapping[str, object]:
    """The drawings that an example of a chart card shows."""
    return {
        "wide": _drawn("wide", id="gw"),
        "narrow": _drawn("narrow", id="gn"),
        "flags": [flag.label for flag in FLAGS],
    }


def _drawn(form: Literal["wide", "narrow"], *, id: str) -> str:  # noqa: A002 - HTML's own word
    return chart_svg(
        restraints(),
        form=form,
        id=id,
        title="Restraints each week on Alder Ward",
        y_label="Restraints in the week",
        annotations=FLAGS,
    )
