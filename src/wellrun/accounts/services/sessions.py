"""Writes to where people are signed in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.accounts.models import Session
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import NotAllowed


@transaction.atomic
def end_session(*, actor: Actor, session: Session, now: datetime) -> None:
    """Sign a person's other device out. It takes effect with that device's next request."""
    if session.person_id != actor.id:
        raise NotAllowed(_("This is not one of your own devices."))
    device = session.device
    session.delete()
    _record(actor, actor.id, now, {"device": device})


@transaction.atomic
def end_other_sessions(*, actor: Actor, but: str, now: datetime) -> int:
    """Sign out everywhere but here. ``but`` is the key of the session that stays."""
    ended, _rows = Session.objects.filter(person_id=actor.id).exclude(session_key=but).delete()
    if ended:
        _record(actor, actor.id, now, {"devices": ended})
    return ended


@transaction.atomic
def end_sessions_of(*, people: Any) -> int:
    """A part of a service that has its record: sign many people out. ``people`` gives their numbers."""
    ended, _rows = Session.objects.filter(person_id__in=people).delete()
    return ended


def _record(actor: Actor, person_id: int, now: datetime, before: audit.State) -> None:
    thing = audit.Thing(kind="person", id=person_id, part="session")
    audit.record(actor=actor, action="person.session_ended", thing=thing, now=now, before=before)
