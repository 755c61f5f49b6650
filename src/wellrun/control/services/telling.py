"""News for who looks after what a team hands over."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from django.utils.translation import gettext_noop

from wellrun.accounts.services import notify
from wellrun.control.models import ControlItem
from wellrun.core.actor import Actor
from wellrun.core.sentences import Sentence
from wellrun.projects.models import Project


def tell_handed_over(actor: Actor, project: Project, items: Sequence[ControlItem], now: datetime) -> None:
    """Once, however many items there are."""
    if len(items) == 1:
        text = Sentence(gettext_noop("You keep an eye on “%(name)s” now"), {"name": items[0].measure.name})
    else:
        text = Sentence(
            gettext_noop("You keep an eye on %(count)s measures of “%(title)s” now"),
            {"count": len(items), "title": project.title},
        )
    _tell(actor, project, items, "control_item.handed_over", text, now)


def tell_taken_back(actor: Actor, project: Project, items: Sequence[ControlItem], now: datetime) -> None:
    words = gettext_noop("The hand-over of “%(title)s” was taken back")
    _tell(actor, project, items, "control_item.taken_back", Sentence(words, {"title": project.title}), now)


def _tell(
    actor: Actor, project: Project, items: Sequence[ControlItem], kind: str, text: Sentence, now: datetime
) -> None:
    notify(
        actor=actor,
        people={item.owner_id for item in items},
        kind=kind,
        text=text,
        address=f"/control/{items[0].pk}/" if len(items) == 1 else f"/projects/{project.pk}/closing/",
        now=now,
    )
