"""Ask the partners how taking part is for them, without ever knowing who said what."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.accounts.services import settle_own
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.core.sentences import Sentence
from wellrun.projects.models import Check, CheckAnswer, Project, Turn
from wellrun.projects.permissions import may_speak_as_partner, may_work
from wellrun.projects.policies import takes_check
from wellrun.projects.queries.experience import has_answered, open_check_of
from wellrun.projects.queries.involvement import partners_of, standing_of
from wellrun.projects.services.telling import ask, page_of
from wellrun.projects.services.writing import finish, locked
from wellrun.projects.values import ENOUGH_ANSWERS, Often, Question


class CheckRefused(Refused):
    """A check that could not be opened, answered or closed."""


@transaction.atomic
def open_check(*, actor: Actor, project: Project, now: datetime) -> Check:
    """Ask the three questions. One round at a time; it stays open until somebody of the team closes it."""
    project = locked(project.pk)
    may_work(actor, project).require()
    takes_check(standing_of(project)).require()
    running = open_check_of(project)
    if running is not None:
        return running
    check = Check.objects.create(project=project, opened_at=now)
    _finish(actor, project, "experience.asked", now)
    ask(
        actor=actor,
        people=partners_of(project),
        kind="experience.asked",
        text=Sentence(
            gettext_noop("Three questions: how is it for you to take part in “%(project)s”?"),
            {"project": project.title},
        ),
        address=page_of(project, "involvement"),
        now=now,
    )
    return check


@transaction.atomic
def answer_check(*, actor: Actor, project: Project, answers: Mapping[str, int], now: datetime) -> None:
    """Keep what was said, and that this person has had their turn; nothing joins the two."""
    project = locked(project.pk)
    may_speak_as_partner(actor, project, standing_of(project)).require()
    check = open_check_of(project)
    if check is None:
        raise CheckRefused(_("This round is over. Thank you."))
    if has_answered(check, actor.id):
        raise CheckRefused(_("You have answered this time. Nobody can see what you said, so it stays."))
    for question in Question.values:
        if answers.get(question) not in Often.values:
            raise CheckRefused(_("Choose one answer."), field=question)
    Turn.objects.create(check_round=check, person_id=actor.id)
    CheckAnswer.objects.bulk_create(
        [
            CheckAnswer(check_round=check, question=question, score=answers[question])
            for question in Question.values
        ]
    )
    settle_own(actor=actor, kind="experience.asked", page=page_of(project, "involvement"), now=now)
    _finish(actor, project, "experience.answered", now)


@transaction.atomic
def close_check(*, actor: Actor, project: Project, now: datetime) -> None:
    """End the round. Where too few answered, what they said is forgotten: it could be traced to them."""
    project = locked(project.pk)
    may_work(actor, project).require()
    check = open_check_of(project)
    if check is None:
        return
    check.closed_at = now
    check.save(update_fields=["closed_at"])
    if Turn.objects.filter(check_round=check).count() < ENOUGH_ANSWERS:
        CheckAnswer.objects.filter(check_round=check).delete()
    _finish(actor, project, "experience.closed", now)


def _finish(actor: Actor, project: Project, action: str, now: datetime) -> None:
    """The record says that it happened, never what was said."""
    finish(actor=actor, project=project, action=action, part="experience", now=now)
