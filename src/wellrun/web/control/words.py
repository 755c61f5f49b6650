"""A control item in words, for its own page and for the project that it came from."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from wellrun.control.queries import ControlItem, ItemEvent
from wellrun.measures.values import Period
from wellrun.web.components.define.tag import Term
from wellrun.web.components.timeline.tag import Moment
from wellrun_spc.wording import format_date, format_value

TITLES: dict[str, str | Promise] = {
    "control_item.made": gettext_lazy("Handed over to daily work"),
    "control_item.changed": gettext_lazy("Changed what was agreed"),
    "control_item.passed_on": gettext_lazy("Somebody else looks after it now"),
    "control_item.retired": gettext_lazy("Retired"),
}
ICONS = {"control_item.made": "check", "control_item.changed": "edit", "control_item.retired": "st-drop"}
NAMES: dict[str, str | Promise] = {
    "standard_work": gettext_lazy("How we work"),
    "standard_link": gettext_lazy("Where it is written down"),
    "trigger": gettext_lazy("When"),
    "who_acts": gettext_lazy("Who acts"),
    "first_step": gettext_lazy("First step"),
    "within": gettext_lazy("Within"),
    "next_review": gettext_lazy("Next look"),
    "centre": gettext_lazy("Average"),
    "lower": gettext_lazy("Lower limit"),
    "upper": gettext_lazy("Upper limit"),
    "owner_id": gettext_lazy("Who looks after it"),
}
UNSAID = {"owner_id", "centre", "lower", "upper"}
"""Told by name alone: a person's number is no name, and the lines stand on the page."""


def looked_after_text(item: ControlItem) -> str:
    return _("Looked after by %(name)s") % {"name": item.owner.name}


def response_terms(item: ControlItem) -> tuple[Term, ...]:
    """What to do when it slips, in the order in which it is done."""
    names = ("trigger", "who_acts", "first_step", "within")
    return tuple(Term(term=str(NAMES[name]), text=getattr(item, name)) for name in names)


def agreed_terms(item: ControlItem) -> tuple[Term, ...]:
    """The limits that people agreed on, and since when they hold."""
    since = (Term(term=_("Since"), text=format_date(item.limits_from)),) if item.limits_from else ()
    if item.centre is None:
        return since
    return (*since, Term(term=str(NAMES["centre"]), text=_number(item, item.centre)), *_limit_terms(item))


def _limit_terms(item: ControlItem) -> tuple[Term, ...]:
    """One limit alone would mislead: where one differs from point to point, the chart shows both."""
    if item.lower is None or item.upper is None:
        return (Term(term=_("Usual range"), text=_differs_text(item)),)
    names = ("lower", "upper")
    return tuple(Term(term=str(NAMES[name]), text=_number(item, getattr(item, name))) for name in names)


def _differs_text(item: ControlItem) -> str:
    return {
        Period.DAY: _("Differs from day to day: see the chart."),
        Period.WEEK: _("Differs from week to week: see the chart."),
        Period.MONTH: _("Differs from month to month: see the chart."),
    }.get(Period(item.measure.period), _("Differs from point to point: see the chart."))


def limits_text(item: ControlItem) -> str:
    """ "Average 1.8, usual range 0 to 5.8": the same in one line."""
    if item.centre is None:
        return ""
    has_range = item.lower is not None and item.upper is not None
    words = (
        _("Average %(centre)s, usual range %(lower)s to %(upper)s") if has_range else _("Average %(centre)s")
    )
    return words % {name: _number(item, getattr(item, name)) for name in ("centre", "lower", "upper")}


def look_text(item: ControlItem, *, today: date) -> str:
    """When its people look at it again; said plainly where that day has gone by."""
    if item.next_review is None:
        return ""
    day = format_date(item.next_review)
    return day if item.next_review >= today else _("was due on %(day)s") % {"day": day}


def present_changes(events: Iterable[ItemEvent]) -> tuple[Moment, ...]:
    """Its history: what was agreed, by whom, and how it was before."""
    return tuple(
        Moment(
            title=str(TITLES.get(event.action, gettext_lazy("Changed"))),
            lines=_before(event) if event.action == "control_item.changed" else (),
            reason=event.reason,
            by=_("By %(name)s") % {"name": event.who},
            icon=ICONS.get(event.action, "info"),
            when=format_date(event.at),
            when_iso=event.at.isoformat(),
        )
        for event in events
    )


def _before(event: ItemEvent) -> tuple[str, ...]:
    return tuple(_was(name, text) for name, text in event.before.items() if name in NAMES)


def _was(name: str, text: object) -> str:
    if name in UNSAID:
        return str(NAMES[name])
    return _("%(what)s, before: %(text)s") % {"what": NAMES[name], "text": text or "–"}


def _number(item: ControlItem, value: float | None) -> str:
    if value is None:
        return ""
    reference = [item.centre, item.lower, item.upper]
    return format_value(value, percent=item.measure.is_percent, reference=reference)
