"""What a project taught, in the words of its tests and of its look back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.control.queries import ClosingReview
from wellrun.core.vocabulary import worded
from wellrun.learning.queries import Story
from wellrun.learning.values import StoryState
from wellrun.pdsa.queries import Cycle
from wellrun.pdsa.values import Decision
from wellrun.projects.policies import takes_work
from wellrun.web.projects.presenters.cycles import OUTCOMES
from wellrun.web.projects.presenters.sources import StorySources

MOST = 6
LOOKED_BACK = ("what_worked", "what_did_not", "for_whom", "unexpected")


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """One thing that others could use, and what it was learned from."""

    title: str
    text: str
    icon: str = ""
    from_what: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedView:
    """The lessons, and where the whole is told."""

    lessons: tuple[Lesson, ...]
    links: tuple[tuple[str, str], ...]


def present_learned(sources: StorySources) -> LearnedView | None:
    """For a stranger only the published story: a team's own notes name people at times."""
    told = _story_link(sources.story)
    if sources.is_stranger:
        return LearnedView(lessons=(), links=told) if told else None
    lessons = (*_looked_back(sources.review), *_tested(sources.cycles))[:MOST]
    links = (*told, *_look_back_link(sources))
    return LearnedView(lessons=lessons, links=links) if lessons or links else None


def _story_link(story: Story | None) -> tuple[tuple[str, str], ...]:
    if story is None:
        return ()
    is_draft = story.state == StoryState.DRAFT
    text = worded(_("Finish {the_story} for others") if is_draft else _("Read the whole {story}"))
    return ((text, reverse("learn:story", args=[story.pk])),)


def _look_back_link(sources: StorySources) -> tuple[tuple[str, str], ...]:
    if not sources.work or not takes_work(sources.project):
        return ()
    return (
        (worded(_("Write {the_look_back} together")), reverse("closing:review", args=[sources.project.pk])),
    )


def _looked_back(review: ClosingReview | None) -> tuple[Lesson, ...]:
    titles = {
        "what_worked": _("What worked"),
        "what_did_not": _("What did not work"),
        "for_whom": _("For whom"),
        "unexpected": _("What we did not expect"),
    }
    told = ((titles[name], getattr(review, name)) for name in LOOKED_BACK) if review else ()
    return tuple(Lesson(title=title, text=text) for title, text in told if text)


def _tested(cycles: Sequence[Cycle]) -> tuple[Lesson, ...]:
    """The newest lesson of each idea, the latest first: what failed taught something too."""
    newest: dict[int, Cycle] = {}
    for cycle in sorted(cycles, key=_when, reverse=True):
        if cycle.learned or (cycle.decision and cycle.decision_why):
            newest.setdefault(cycle.idea_id, cycle)
    return tuple(_lesson(cycle) for cycle in newest.values())


def _when(cycle: Cycle) -> tuple[datetime, int]:
    return cycle.decided_at or cycle.created_at, cycle.pk


def _lesson(cycle: Cycle) -> Lesson:
    decision = Decision(cycle.decision) if cycle.decision else None
    said = {"number": cycle.number, "decision": decision.label if decision else ""}
    words = worded(_("{Test} %(number)d: %(decision)s") if decision else _("{Test} %(number)d"))
    return Lesson(
        title=cycle.idea.text,
        text=cycle.learned or cycle.decision_why,
        icon=OUTCOMES[decision] if decision else "",
        from_what=words % said,
    )
