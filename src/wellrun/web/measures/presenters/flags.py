"""The flags of a chart: what people wrote on it, and the tests that it watches."""

from __future__ import annotations

from collections.abc import Iterable

from wellrun.core.actor import Actor
from wellrun.measures.queries import Annotation, Measure
from wellrun.pdsa.queries import tests_on
from wellrun.web.measures.presenters.charts import Flag


def flags_of(actor: Actor, measure: Measure, annotations: Iterable[Annotation]) -> tuple[Flag, ...]:
    """In order of time. A test shows to those alone who may see its project."""
    flags: list[Flag] = [*annotations, *tests_on(actor, measure)]
    return tuple(sorted(flags, key=lambda flag: flag.period))
