"""What holds the gain of a project, or what it still takes before daily work can."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.control.queries import ClosingReview, ControlItem
from wellrun.control.values import ItemState
from wellrun.core.vocabulary import worded
from wellrun.measures.policies import AimMet, aim_verdict
from wellrun.projects.queries import partners_among
from wellrun.projects.values import State
from wellrun.web.components.define.tag import Term
from wellrun.web.control.words import limits_text, look_text, response_terms
from wellrun.web.projects.presenters.sources import StorySources

NEEDED = frozenset({State.TESTING, State.IMPLEMENTING, State.IN_CONTROL, State.SPREADING})
"""Before there are tests nobody needs to think of the end."""
DONE, WAITS, NEW = "check", "st-wait", "st-new"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldItem:
    """One control item in short."""

    title: str
    href: str
    of: str
    side: str
    word: str
    plain: str
    terms: tuple[Term, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """Something that the hand-over takes, and whether it is there."""

    what: str
    how: str
    icon: str
    ready: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HoldingView:
    """The section: what is held, or else what it takes."""

    items: tuple[HeldItem, ...]
    needs: tuple[Need, ...]


def present_holding(sources: StorySources) -> HoldingView | None:
    """Names are in it, so a stranger does not see it."""
    if sources.is_stranger:
        return None
    held = [item for item in sources.items if item.state == ItemState.ACTIVE]
    if held:
        return HoldingView(items=tuple(_held(item, sources) for item in held), needs=())
    return HoldingView(items=(), needs=_needs(sources)) if sources.project.state in NEEDED else None


def _held(item: ControlItem, sources: StorySources) -> HeldItem:
    measure, is_seen = item.measure, item.measure_id in sources.measured.seen
    limits = [Term(term=_("Limits as agreed"), text=limits_text(item))] if is_seen else []
    return HeldItem(
        title=measure.name if is_seen else _("A measure that its team keeps"),
        href=reverse("control:item", args=[item.pk]),
        of=(measure.variation or "not_assessed") if is_seen else "",
        side=measure.side if is_seen else "",
        word=measure.word or _("No numbers yet"),
        plain=measure.plain if is_seen else "",
        terms=(
            Term(term=_("Looked after by"), text=item.owner.name),
            *(term for term in limits if term.text),
            *response_terms(item),
            Term(term=_("Next look"), text=look_text(item, today=sources.now.date())),
        ),
    )


def _needs(sources: StorySources) -> tuple[Need, ...]:
    return (
        _measure(sources),
        _gain(sources),
        Need(
            what=_("How we work now"),
            how=_("The new way in a few steps, and where it is written down"),
            icon=NEW,
            ready=_("Written at the hand-over"),
        ),
        Need(
            what=_("What we do when it slips"),
            how=_("Who acts, the first step, and within how long"),
            icon=NEW,
            ready=_("Written at the hand-over"),
        ),
        _look_back(sources.review),
        _partners(sources),
    )


def _measure(sources: StorySources) -> Need:
    main = sources.measured.main
    return Need(
        what=_("What we keep an eye on"),
        how=main.name if main else _("The measure that shows whether it holds"),
        icon=DONE if main else NEW,
        ready=_("Chosen") if main else _("Not chosen yet"),
    )


def _gain(sources: StorySources) -> Need:
    verdict = aim_verdict(sources.measured.chart)
    words = {
        AimMet.MET: (DONE, _("It holds")),
        AimMet.NOT_MET: (WAITS, _("Not yet")),
        AimMet.UNKNOWN: (NEW, _("Too early to tell")),
    }
    icon, ready = words[verdict.met]
    return Need(what=_("The gain itself"), how=verdict.reason, icon=icon, ready=ready)


def _look_back(review: ClosingReview | None) -> Need:
    is_written = review is not None and bool(review.what_worked or review.what_did_not)
    return Need(
        what=worded(_("{The_look_back}")),
        how=_("What worked, for whom, and what did not"),
        icon=DONE if is_written else NEW,
        ready=_("Written") if is_written else _("Not written yet"),
    )


def _partners(sources: StorySources) -> Need:
    """Service users and carers on the team say themselves whether it is done."""
    names = ", ".join(partners_among(sources.seats).values())
    said = sources.partners.about(State.IN_CONTROL)
    against = next((word.name for word in said if not word.is_yes), "")
    if not names:
        how, icon, ready = _("No service user or carer is on the team"), NEW, _("Nobody to ask")
    elif against:
        how, icon, ready = names, WAITS, _("%(name)s says: not yet") % {"name": against}
    elif said:
        how, icon, ready = names, DONE, _("%(name)s says yes") % {"name": said[0].name}
    else:
        how, icon, ready = names, WAITS, _("Not said yet")
    return Need(what=_("Are we done?"), how=how, icon=icon, ready=ready)
