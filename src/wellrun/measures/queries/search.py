"""How measures are found."""

from __future__ import annotations

from wellrun.core.search.registry import Searchable, Text
from wellrun.measures.models import Measure
from wellrun.measures.queries.lists import visible_to

_MORE = ("place", "family", "counts", "where_and_who", "y_label", "numerator_label", "denominator_label")


def _text_of(measure: Measure) -> Text | None:
    if measure.is_removed:
        return None
    return Text(title=measure.name, more=" ".join(getattr(measure, name) for name in _MORE))


MEASURES = Searchable(
    kind="measure",
    model=Measure,
    fields=frozenset({"name", "is_removed", *_MORE}),
    text_of=_text_of,
    visible_to=lambda actor: visible_to(actor).select_related("organisation"),
)
