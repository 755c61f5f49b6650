"""What goes with a person who is forgotten."""

from __future__ import annotations

from typing import Any

from wellrun.conversations.services.erasure import forget_answers, forget_comments
from wellrun.core.chain import ERASED
from wellrun.projects.models import Origin


def forget_told(person_id: int) -> None:
    """What a package calls somebody who is this person here, and what it says they were there.

    It may be another name than the one they had here, so looking for that one does not find it.
    """
    for origin in Origin.objects.order_by("pk").iterator(chunk_size=200):
        here = origin.told.get("here", {})
        numbers = {int(number) for number, held in here.items() if held == person_id}
        if numbers:
            forget_comments(_signed(origin.told, numbers, "comment"))
            forget_answers(_signed(origin.told, numbers, "reaction"))
            origin.told = _without(origin.told, numbers)
            origin.save(update_fields=["told"])


def _signed(told: dict[str, Any], numbers: set[int], part: str) -> list[int]:
    """What of a conversation is theirs: it is speech, and goes with who spoke."""
    signed = (part.partition("/") for part, number in told.get("by", {}).items() if number in numbers)
    return [int(key) for kind, _slash, key in signed if kind == part]


def _without(told: dict[str, object], numbers: set[int]) -> dict[str, object]:
    people, team = told.get("people", []), told.get("team", [])
    assert isinstance(people, list)  # noqa: S101 - as `values.origin.Told` is kept
    assert isinstance(team, list)  # noqa: S101
    return told | {
        "people": [ERASED if at in numbers else name for at, name in enumerate(people, 1)],
        "team": [each | {"title": ""} if each["person"] in numbers else each for each in team],
    }
