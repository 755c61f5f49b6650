"""The two endings: hand the gain over to daily control, or close with what was learned."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from wellrun.control.models import ClosingReview, ControlItem
from wellrun.control.permissions import may_close, may_hand_over, may_take_back
from wellrun.control.queries import handed_over_last, verdict_of
from wellrun.control.services.items import make_items, retire
from wellrun.control.services.reviews import PART
from wellrun.control.services.telling import tell_handed_over, tell_taken_back
from wellrun.control.values import Ending, NewItem
from wellrun.core import audit
from wellrun.core.actor import Actor
from wellrun.core.decision import Refused
from wellrun.projects import services as projects
from wellrun.projects.models import Project
from wellrun.projects.queries import standing_of
from wellrun.projects.services.writing import finish, locked
from wellrun.projects.values import State


class EndingRefused(Refused):
    """A project that could not end yet."""


@transaction.atomic
def hand_over(*, actor: Actor, project: Project, item: NewItem, now: datetime) -> list[ControlItem]:
    """Make the gain part of daily work: its control items, and the project moves to "in control"."""
    audit.take_turn()
    project = locked(project.pk)
    may_hand_over(actor, project, standing_of(project)).require()
    review = _written_review(project)
    project = projects.end_project(actor=actor, project=project, target=State.IN_CONTROL, now=now)
    made = make_items(actor, project, item, now)
    tell_handed_over(actor, project, made, now)
    _end(actor, project, review, Ending.HANDED_OVER, now)
    return made


@transaction.atomic
def take_back_hand_over(*, actor: Actor, project: Project, now: datetime) -> Project:
    """Undo it, while nobody has built on it: its items are retired, and what partners said counts again."""
    audit.take_turn()
    project = locked(project.pk)
    may_take_back(actor, project, standing_of(project)).require()
    items, review = handed_over_last(project), ClosingReview.objects.filter(project=project).first()
    if not items or review is None or review.ended_at is None:
        raise EndingRefused(
            _("Somebody has changed this since, so it stays. Change or retire the control items one by one.")
        )
    reason = _("The hand-over was taken back")
    for item in items:
        retire(actor, item, reason, now)
    tell_taken_back(actor, project, items, now)
    project = projects.take_end_back(
        actor=actor, project=project, target=State.IMPLEMENTING, ended_at=review.ended_at, reason=reason,
        now=now,
    )  # fmt: skip
    before = {"ending": review.ending, "aim_met": review.aim_met, "aim_reason": review.aim_reason}
    review.ending, review.ended_at, review.aim_met, review.aim_reason = "", None, "", ""
    review.save(update_fields=["ending", "ended_at", "aim_met", "aim_reason"])
    finish(actor=actor, project=project, action="review.taken_back", part=PART, before=before, now=now)
    return project


@transaction.atomic
def close_with_learning(*, actor: Actor, project: Project, reason: str, now: datetime) -> ClosingReview:
    """End the project with what it taught. Items that were handed over stay in use."""
    audit.take_turn()
    project = locked(project.pk)
    may_close(actor, project, standing_of(project)).require()
    review = _written_review(project)
    project = projects.end_project(actor=actor, project=project, target=State.CLOSED, reason=reason, now=now)
    return _end(actor, project, review, Ending.CLOSED, now)


def _written_review(project: Project) -> ClosingReview:
    review = ClosingReview.objects.filter(project=project).first()
    if review is None or not (review.what_worked or review.what_did_not):
        raise EndingRefused(
            _("Write the closing review first: what worked or what did not. Both help the next team.")
        )
    return review


def _end(
    actor: Actor, project: Project, review: ClosingReview, ending: Ending, now: datetime
) -> ClosingReview:
    """Keep the ending, with what the chart says today."""
    verdict = verdict_of(project)
    review.ending, review.ended_at = ending.value, now
    review.aim_met, review.aim_reason = verdict.met.value, verdict.reason
    review.save(update_fields=["ending", "ended_at", "aim_met", "aim_reason"])
    after = {"ending": review.ending, "aim_met": review.aim_met, "aim_reason": review.aim_reason}
    finish(actor=actor, project=project, action="review.finished", part=PART, after=after, now=now)
    return review
