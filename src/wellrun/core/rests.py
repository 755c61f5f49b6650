"""What rests on a measure, so that it is not taken away under tests, projects and daily control.

The domains above name what of theirs does in `settings.RESTS_ON_MEASURES`: a measure knows none of them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache

from django.conf import settings
from django.utils.module_loading import import_string

from wellrun.core.actor import Actor

RestsOn = Callable[[Actor, int], str]
"""A sentence about what rests on the measure with this number, as far as the actor may know; or nothing."""
MOST_NAMED = 5


def rests_on(actor: Actor, measure_id: int) -> list[str]:
    """A sentence for each domain of which something rests on the measure."""
    return [sentence for each in _kinds() if (sentence := each(actor, measure_id))]


def named(names: Sequence[str], others: str) -> str:
    """“Calmer evenings”, “Quiet nights”, and how many more there are."""
    shown = [f"“{name}”" for name in names[:MOST_NAMED]]
    return ", ".join([*shown, others] if others else shown)


@cache
def _kinds() -> tuple[RestsOn, ...]:
    return tuple(import_string(path) for path in settings.RESTS_ON_MEASURES)
