"""A barrier that nobody answered goes up a level, in sight of everybody concerned."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.core.actor import Actor
from wellrun.core.decision import refused
from wellrun.core.sentences import Sentence
from wellrun.organisations.models import Unit
from wellrun.projects.models import Barrier, Request
from wellrun.projects.queries.barriers import Helper, leaders_above, requests_of
from wellrun.projects.services.barriers import held
from wellrun.projects.services.telling import ASKED_OF_ME, ask, page_of, team_of, tell
from wellrun.projects.services.writing import leave_record
from wellrun.projects.values import REMIND_EVERY, REPLY_WITHIN, BarrierState


@transaction.atomic
def follow_up(*, actor: Actor, barrier: Barrier, now: datetime) -> None:
    """Move a barrier up a level when its day has gone by; where nobody is above, remind and tell the team.

    Doing it again changes nothing: a barrier that was answered, or moved up today, is left alone.
    """
    if not actor.is_system:
        refused(_("Wellrun does this by itself when the reply day has gone by.")).require()
    row = held(barrier)
    requests = requests_of(row)
    waiting = next((each for each in requests if each.moved_up_at is None), None)
    if row.state != BarrierState.WAITING or waiting is None or waiting.reply_by >= now.date():
        return
    above = _next_above(row, waiting, {row.raised_by_id, *(each.person_id for each in requests)})
    if above is None:
        _remind(actor, row, waiting, now)
    else:
        _move_up(actor, row, waiting, above, now)


def _next_above(barrier: Barrier, waiting: Request, besides: set[int]) -> Helper | None:
    """The nearest leader above the one who was asked. After a sponsor: the leaders of the unit itself.

    Never who was asked before, and never who asks: a team does not get its own question back.
    """
    unit: Unit | None = waiting.unit.parent if waiting.unit is not None else barrier.project.unit
    leaders = leaders_above(unit) if unit is not None else []
    return next((each for each in leaders if each.person_id not in besides), None)


def _move_up(actor: Actor, barrier: Barrier, waiting: Request, above: Helper, now: datetime) -> None:
    waiting.moved_up_at = now
    waiting.save(update_fields=["moved_up_at"])
    due = (now + REPLY_WITHIN).date()
    Request.objects.create(
        barrier=barrier, person_id=above.person_id, unit_id=above.unit_id, asked_at=now, reply_by=due
    )
    before, after = {"asked": waiting.person.name}, {"asked": above.name, "reply_by": due.isoformat()}
    leave_record(actor, barrier.project, barrier, "barrier.moved_up", now, before=before, after=after)
    said = {"text": barrier.text, "before": waiting.person.name, "now": above.name}
    ask(
        actor=actor,
        people={above.person_id},
        kind="barrier.moved_up",
        text=Sentence(
            gettext_noop("A team asks for your help, because %(before)s has not answered yet: %(text)s"), said
        ),
        address=ASKED_OF_ME,
        now=now,
    )
    tell(
        actor=actor,
        people={waiting.person_id},
        kind="barrier.moved_up",
        text=Sentence(
            gettext_noop("The reply day of “%(text)s” has gone by. %(now)s was asked as well."), said
        ),
        address=ASKED_OF_ME,
        now=now,
    )
    tell(
        actor=actor,
        people=team_of(barrier.project),
        kind="barrier.moved_up",
        text=Sentence(gettext_noop("“%(text)s” had no answer from %(before)s. %(now)s was asked now."), said),
        address=page_of(barrier.project, "barriers"),
        now=now,
    )


def _remind(actor: Actor, barrier: Barrier, waiting: Request, now: datetime) -> None:
    """Nobody above is left to ask: the person asked hears it again, once a week, and so does the team."""
    if waiting.reminded_at is not None and now < waiting.reminded_at + REMIND_EVERY:
        return
    waiting.reminded_at = now
    waiting.save(update_fields=["reminded_at"])
    leave_record(
        actor, barrier.project, barrier, "barrier.reminded", now, after={"asked": waiting.person.name}
    )
    said = {"text": barrier.text, "name": waiting.person.name}
    ask(
        actor=actor,
        people={waiting.person_id},
        kind="barrier.reminded",
        text=Sentence(gettext_noop("A team still waits for your answer: %(text)s"), said),
        address=ASKED_OF_ME,
        now=now,
    )
    tell(
        actor=actor,
        people=team_of(barrier.project),
        kind="barrier.reminded",
        text=Sentence(
            gettext_noop(
                "“%(text)s” has no answer yet, and nobody above is left to ask. %(name)s was reminded."
            ),
            said,
        ),
        address=page_of(barrier.project, "barriers"),
        now=now,
    )
