"""Ask a leader for help with a barrier, answer it, and close it."""

from __future__ import annotations

from datetime import date, datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.core.actor import Actor
from wellrun.core.blanks import trimmed
from wellrun.core.decision import Refused
from wellrun.core.lengths import too_long
from wellrun.core.sentences import Sentence, word
from wellrun.projects.models import Barrier, Project, Request
from wellrun.projects.permissions import may_answer, may_close, may_work
from wellrun.projects.queries.barriers import helpers_for, requests_of
from wellrun.projects.services.telling import ASKED_OF_ME, ask, page_of, team_of, tell
from wellrun.projects.services.writing import leave_record, locked, require_clean
from wellrun.projects.values import REPLY_WITHIN, BarrierState, Helped

LONGEST = 2000


class BarrierRefused(Refused):
    """A barrier that could not be raised, answered or closed."""


@transaction.atomic
def raise_barrier(
    *,
    actor: Actor,
    project: Project,
    text: str,
    person_id: int,
    wanted: str = "",
    reply_by: date | None = None,
    now: datetime,
) -> Barrier:
    """Ask a named leader. ``reply_by`` is 14 days from now where the team says nothing else."""
    project = locked(project.pk)
    may_work(actor, project).require()
    text, wanted = _sound(project, text, wanted)
    helpers = helpers_for(project, besides=actor.id)
    helper = next((each for each in helpers if each.person_id == person_id), None)
    if helper is None:
        raise BarrierRefused(_("Choose one of the leaders in the list."), field="person_id")
    due = reply_by or (now + REPLY_WITHIN).date()
    if due < now.date():
        raise BarrierRefused(_("Choose today or a later day."), field="reply_by")
    barrier = Barrier.objects.create(
        project=project, text=text, wanted=wanted, raised_by_id=actor.id, raised_at=now
    )
    Request.objects.create(
        barrier=barrier, person_id=person_id, unit_id=helper.unit_id, asked_at=now, reply_by=due
    )
    after = {"text": text, "asked": helper.name, "reply_by": due.isoformat()}
    leave_record(actor, project, barrier, "barrier.raised", now, after=after)
    ask(
        actor=actor,
        people={person_id},
        kind="barrier.raised",
        text=Sentence(gettext_noop("A team asks for your help: %(text)s"), {"text": text}),
        address=ASKED_OF_ME,
        now=now,
    )
    return barrier


@transaction.atomic
def answer_barrier(*, actor: Actor, barrier: Barrier, answer: str, now: datetime) -> Barrier:
    """Say what will be done. The team is told. A second answer takes the place of the first."""
    row = held(barrier)
    requests = requests_of(row)
    may_answer(actor, row, requests).require()
    answer = trimmed(answer)
    if not answer:
        raise BarrierRefused(_("Say what you will do, or why it cannot be done."), field="answer")
    if len(answer) > LONGEST:
        raise BarrierRefused(too_long(LONGEST, len(answer)), field="answer")
    require_clean(row.project, answer=answer)
    before = {"answer": row.answer} if row.answer else None
    row.state, row.answer, row.answered_by_id = BarrierState.ANSWERED, answer, actor.id
    row.answered_at = row.answered_at or now
    row.save(update_fields=["state", "answer", "answered_by", "answered_at"])
    own = next(each for each in requests if each.person_id == actor.id)
    if own.answered_at is None:
        own.answered_at = now
        own.save(update_fields=["answered_at"])
    leave_record(actor, row.project, row, "barrier.answered", now, before=before, after={"answer": answer})
    tell(
        actor=actor,
        people=team_of(row.project) | {row.raised_by_id},
        kind="barrier.answered",
        text=Sentence(
            gettext_noop("%(name)s answered “%(text)s”: %(answer)s"),
            {"name": actor.name, "text": row.text, "answer": answer},
        ),
        address=page_of(row.project, "barriers"),
        now=now,
    )
    return row


@transaction.atomic
def close_barrier(*, actor: Actor, barrier: Barrier, helped: str, words: str = "", now: datetime) -> Barrier:
    """The team says whether it helped. Whoever was asked hears it."""
    row = held(barrier)
    may_close(actor, row).require()
    if helped not in Helped.values:
        raise BarrierRefused(_("Say whether it helped."), field="helped")
    require_clean(row.project, words=words)
    before = {"state": row.state}
    row.state, row.helped, row.closed_at = BarrierState.CLOSED, helped, now
    row.closing_words = trimmed(words)[:500]
    row.save(update_fields=["state", "helped", "closed_at", "closing_words"])
    after = {"state": row.state, "helped": helped, "words": row.closing_words}
    leave_record(actor, row.project, row, "barrier.closed", now, before=before, after=after)
    said = {"text": row.text, "helped": word(Helped(helped).label)}
    tell(
        actor=actor,
        people={each.person_id for each in requests_of(row)},
        kind="barrier.closed",
        text=Sentence(gettext_noop("The team closed “%(text)s”. %(helped)s."), said),
        address=ASKED_OF_ME,
        now=now,
    )
    return row


def held(barrier: Barrier) -> Barrier:
    """The barrier as it is now, with its project, held until the transaction ends."""
    project = locked(barrier.project_id)
    row = Barrier.objects.get(pk=barrier.pk)
    row.project = project
    return row


def _sound(project: Project, text: str, wanted: str) -> tuple[str, str]:
    text, wanted = trimmed(text), trimmed(wanted)
    if not text:
        raise BarrierRefused(_("Say in a few words what stands in your way."), field="text")
    if len(text) > 300:
        raise BarrierRefused(too_long(300, len(text)), field="text")
    if len(wanted) > LONGEST:
        raise BarrierRefused(too_long(LONGEST, len(wanted)), field="wanted")
    require_clean(project, text=text, wanted=wanted)
    return text, wanted
