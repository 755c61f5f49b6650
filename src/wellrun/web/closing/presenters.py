"""The end of a project as a page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.control.permissions import may_close, may_hand_over, may_review, may_take_back
from wellrun.control.queries import (
    ClosingReview,
    ControlItem,
    handed_over_last,
    items_of,
    limits_of,
    review_of,
    verdict_of,
)
from wellrun.control.values import LOOK_AGAIN_AFTER, REVIEW_FIELDS, Ending, ItemState, SelfReport
from wellrun.core.actor import Actor
from wellrun.core.vocabulary import worded
from wellrun.learning.queries import story_of
from wellrun.measures.policies import AimMet
from wellrun.measures.queries import Measure, main_of, uses_of
from wellrun.projects.policies import partners_agree
from wellrun.projects.queries import Project, standing_of, told_for
from wellrun.projects.values import State, change_between
from wellrun.web.closing.forms import ReviewForm
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.define.tag import Term
from wellrun.web.components.tabs.tag import Tab
from wellrun.web.control.presenters import item_as_typed, present_links
from wellrun.web.control.words import NAMES, limits_text
from wellrun.web.projects.presenters.words import project_tabs, project_trail
from wellrun.web.shell.words import spoken
from wellrun_spc.wording import format_date


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldBefore:
    """A control item of the place that the project came from, in words."""

    name: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ClosingPage:
    """All the page shows."""

    id: int
    title: str
    trail: tuple[Crumb, ...]
    tabs: tuple[Tab, ...]
    verdict: str
    reason: str
    at_the_end: str
    """What the chart said on the day of the ending, where it says something else now."""
    self_report: str
    terms: tuple[Term, ...]
    value: tuple[Term, ...]
    ended_title: str
    ended: str
    links: tuple[tuple[str, str], ...]
    held_before: tuple[HeldBefore, ...]
    """How daily control looked after it where the project came from."""
    may_review: bool
    refusal: str
    may_hand_over: bool
    hand_over_refusal: str
    may_close: bool
    close_refusal: str
    may_take_back: bool
    """The hand-over was the last thing that happened, so it can be undone."""
    waits_for_partners: bool
    """Service users and carers on the team have not said yes to one of the endings."""


def present_closing(actor: Actor, project: Project) -> ClosingPage:
    review, work = review_of(project), may_review(actor, project)
    standing = standing_of(project)
    hand, close = may_hand_over(actor, project, standing), may_close(actor, project, standing)
    verdict, reason = _verdict(actor, project)
    return ClosingPage(
        id=project.pk,
        title=project.title,
        trail=project_trail(project),
        tabs=project_tabs(project.pk, "closing:review"),
        verdict=verdict,
        reason=reason,
        at_the_end=_at_the_end(review, reason),
        self_report=str(SelfReport(review.self_report).label) if review and review.self_report else "",
        terms=_terms(review, value=False),
        value=_terms(review, value=True),
        ended_title=_ended_title(review),
        ended=_ended(review),
        links=_links(actor, project),
        held_before=_held_before(actor, project),
        may_review=bool(work),
        refusal=work.refusal,
        may_hand_over=bool(hand),
        hand_over_refusal="" if _is_handed_over(review) else _not_yet(project) or hand.refusal,
        may_close=bool(close),
        close_refusal=close.refusal,
        may_take_back=bool(may_take_back(actor, project, standing) and handed_over_last(project)),
        waits_for_partners=not all(partners_agree(standing, end) for end in (State.IN_CONTROL, State.CLOSED)),
    )


def limits_by_measure(actor: Actor, project: Project) -> dict[str, str]:
    """What a hand-over would agree on today, beside each measure."""
    items = [ControlItem(measure=use.measure, **limits_of(use.measure)) for use in uses_of(actor, project)]
    return {str(item.measure_id): limits_text(item) or _("No limits yet") for item in items}


def hand_over_as_typed(actor: Actor, project: Project, *, today: date) -> dict[str, object]:
    """What the form begins with: what was agreed at a hand-over before, or the main measure."""
    main = main_of(actor, project)
    begin = {"measures": [str(main.pk)] if main else []}
    day: dict[str, object] = {"next_review": today + LOOK_AGAIN_AFTER}
    held = items_of(actor, project)
    if not held:
        return begin | day
    last = [item for item in held if item.created_at == held[-1].created_at]
    before = begin | {"measures": [str(item.measure_id) for item in last]}
    return item_as_typed(last[-1]) | before | day


def review_as_typed(project: Project) -> dict[str, object]:
    review = review_of(project)
    told = {name: getattr(review, name) for name in REVIEW_FIELDS} if review else {}
    return told | {"version": project.version}


def _verdict(actor: Actor, project: Project) -> tuple[str, str]:
    """What the chart says today, for whoever may see the chart."""
    if main_of(actor, project) is None and not may_review(actor, project):
        return "", ""
    found = verdict_of(project)
    return str(AimMet(found.met).label), found.reason


def _at_the_end(review: ClosingReview | None, reason_now: str) -> str:
    """Only for those who read today's reason: both are told from the same chart."""
    if review is None or not review.aim_reason or not reason_now or review.aim_reason == reason_now:
        return ""
    words = {"verdict": AimMet(review.aim_met).label, "reason": review.aim_reason}
    return _("On the day it ended: %(verdict)s. %(reason)s") % words


def _terms(review: ClosingReview | None, *, value: bool) -> tuple[Term, ...]:
    told = (
        ((name, getattr(review, name)) for name in REVIEW_FIELDS if name != "self_report") if review else ()
    )
    return tuple(
        Term(term=str(ReviewForm.base_fields[name].label), text=text)
        for name, text in told
        if text and name.startswith("value_") == value
    )


def _is_handed_over(review: ClosingReview | None) -> bool:
    return review is not None and review.ending == Ending.HANDED_OVER


def _not_yet(project: Project) -> str:
    """Where the project has to stand before its gain is handed over, when it does not stand there."""
    if change_between(project.state, State.IN_CONTROL) is not None:
        return ""
    words = {"wanted": spoken().state(State.IMPLEMENTING), "state": spoken().state(project.state)}
    return _("First comes “%(wanted)s”. This project is at “%(state)s”.") % words


def _ended_title(review: ClosingReview | None) -> str:
    return _("The gain is handed over") if _is_handed_over(review) else _("This project has come to its end")


def _ended(review: ClosingReview | None) -> str:
    if review is None or not review.ending or review.ended_at is None:
        return ""
    words = {"ending": Ending(review.ending).label, "day": format_date(review.ended_at.date())}
    return _("%(ending)s on %(day)s. Thank you to everybody who took part.") % words


def _links(actor: Actor, project: Project) -> tuple[tuple[str, str], ...]:
    story = story_of(actor, project)
    held = [item for item in items_of(actor, project) if item.state == ItemState.ACTIVE]
    items = [
        (_("What daily control looks after: %(name)s") % {"name": name}, href)
        for name, href in present_links(actor, held)
    ]
    told = (
        [
            (
                worded(_("{The_story}: %(title)s")) % {"title": story.title},
                reverse("learn:story", args=[story.pk]),
            )
        ]
        if story
        else []
    )
    return (*items, *told)


def _held_before(actor: Actor, project: Project) -> tuple[HeldBefore, ...]:
    told = told_for(project)
    measures = {use.measure_id: use.measure for use in uses_of(actor, project)} if told.items else {}
    return tuple(
        _held_there(item, measures.get(item["measure"]), told.person(item["person"])) for item in told.items
    )


def _held_there(item: Mapping[str, Any], measure: Measure | None, owner: str) -> HeldBefore:
    lines = {name: item[name] for name in ("centre", "lower", "upper")}
    limits = limits_text(ControlItem(measure=measure, **lines)) if measure is not None else ""
    names = ("standard_work", "standard_link", "trigger", "who_acts", "first_step", "within")
    terms = (
        Term(term=_("Looked after by"), text=owner),
        Term(term=_("Limits as agreed"), text=limits),
        *(Term(term=str(NAMES[name]), text=item[name]) for name in names),
    )
    return HeldBefore(
        name=measure.name if measure is not None else _("A measure that did not come"),
        terms=tuple(term for term in terms if term.text),
    )
