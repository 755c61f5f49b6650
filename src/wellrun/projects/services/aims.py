"""Agree the aim. Every revision is kept, with its reason."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused
from wellrun.core.lengths import too_long
from wellrun.core.vocabulary import worded
from wellrun.projects.models import Aim, Project
from wellrun.projects.permissions import may_work
from wellrun.projects.queries import aim_of
from wellrun.projects.services.writing import finish, locked, require_clean, require_fresh
from wellrun_spc.wording import format_date

LARGEST = 1e12
LONGEST = {"what": 300, "for_whom": 200, "measured_by": 200, "reason": 500}


class AimRefused(Refused):
    """An aim that could not be saved."""


@transaction.atomic
def revise_aim(
    *,
    actor: Actor,
    project: Project,
    what: str,
    for_whom: str = "",
    measured_by: str = "",
    start: float | None = None,
    goal: float | None = None,
    by_when: date | None = None,
    reason: str = "",
    expected_version: int | None = None,
    now: datetime,
) -> Aim:
    """Write the aim, or a new revision of it. From the second on it says why."""
    project = locked(project.pk)
    may_work(actor, project).require()
    texts = {"what": what, "for_whom": for_whom, "measured_by": measured_by, "reason": reason}
    texts = {name: trimmed(text) for name, text in texts.items()}
    _require_sound(project, texts, start, goal)
    before = aim_of(project)
    if before is not None:
        yours = {**texts, "start": start, "goal": goal, "by_when": by_when}
        _require_fresh(project, expected_version, before, yours)
        if not texts["reason"]:
            raise AimRefused(worded(_("Say why {the_aim} changes. It stays in the history.")), field="reason")
    aim = Aim.objects.create(
        project=project, start=start, goal=goal, by_when=by_when, by_id=actor.id, at=now, **texts
    )
    finish(
        actor=actor,
        project=project,
        action="aim.revised" if before else "aim.agreed",
        part="aim",
        before=_state(before) if before else None,
        after=_state(aim),
        reason=texts["reason"],
        now=now,
    )
    return aim


def _require_fresh(
    project: Project, expected_version: int | None, before: Aim, yours: dict[str, Any]
) -> None:
    """All parts are saved together, so another part than the person's own may have changed meanwhile."""
    theirs = {name: getattr(before, name) for name in yours if name != "reason"}
    unlike = [name for name in theirs if theirs[name] != yours[name]]
    if unlike:
        both = ["; ".join(_said(side[name]) for name in unlike) for side in (theirs, yours)]
        require_fresh(project, expected_version, part="aim", field=unlike[0], theirs=both[0], yours=both[1])


def _said(value: object) -> str:
    if isinstance(value, date):
        return format_date(value)
    return f"{value:g}" if isinstance(value, float) else str(value or "–")


def _require_sound(project: Project, texts: dict[str, str], start: float | None, goal: float | None) -> None:
    if not texts["what"]:
        raise AimRefused(_("Say what you want to make better."), field="what")
    for name, longest in LONGEST.items():
        if len(texts[name]) > longest:
            raise AimRefused(too_long(longest, len(texts[name])), field=name)
    require_clean(project, **texts)
    for name, number in (("start", start), ("goal", goal)):
        if number is not None and not abs(number) <= LARGEST:  # nor what is no number at all
            raise AimRefused(_("Type an ordinary number, like 2.4."), field=name)


def _state(aim: Aim) -> dict[str, object]:
    return {
        "what": aim.what,
        "for_whom": aim.for_whom,
        "measured_by": aim.measured_by,
        "start": aim.start,
        "goal": aim.goal,
        "by_when": aim.by_when.isoformat() if aim.by_when else None,
    }
