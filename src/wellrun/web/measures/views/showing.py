"""The page of a measure with its forms, after a look or after a change."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.measures.queries import Measure, change_for, get_for, measure_topic
from wellrun.measures.values import Change
from wellrun.web.conversations.presenters import present_talk
from wellrun.web.measures.forms.limits import AnnotationForm, PhaseEndForm, PhaseForm
from wellrun.web.measures.forms.numbers import NumbersForm
from wellrun.web.measures.presenters.detail import MeasurePage, present_measure
from wellrun.web.measures.presenters.numbers import number_words
from wellrun.web.measures.presenters.sources import MeasureSources, gather
from wellrun.web.shell.render import render_page, see_other, wants_fragment

FRESH = timedelta(minutes=10)


@dataclass(frozen=True, slots=True, kw_only=True)
class Toast:
    """What was saved, and the way back."""

    text: str
    undo_url: str
    close_url: str


def toast_of(change: Change, close_url: str) -> Toast:
    text = change.sentence if change.is_undo else _("Saved. %(what)s") % {"what": change.sentence}
    undo_url = reverse("measures:undo", args=[change.id]) if change.id else ""
    return Toast(text=text, undo_url=undo_url, close_url=close_url)


def saved_change(request: HttpRequest, actor: Actor) -> Change | None:
    """The change that the address speaks of, after a form was sent and the page was loaded again.

    Old news is no news: a bookmark does not offer to undo what was done last month.
    """
    named = request.GET.get("saved", "")
    change = change_for(actor, int(named)) if named.isdecimal() and len(named) < 19 else None
    is_fresh = change is not None and change.at is not None and timezone.now() - change.at < FRESH
    return change if is_fresh else None


def numbers_form(sources: MeasureSources) -> NumbersForm:
    """An empty row, already at the period whose number is due."""
    measure, due = sources.measure, sources.next_period
    if measure.period == "point":
        due = sources.today
    return NumbersForm(
        initial={"period": due if due <= sources.today else None, "version": measure.version},
        is_ratio=measure.is_ratio,
        labels=number_words(sources.words, is_ratio=measure.is_ratio),
    )


def forms_of(request: HttpRequest, sources: MeasureSources, page: MeasurePage) -> dict[str, BaseForm]:
    """Every form of the page, empty. New limits may begin where the page suggested it."""
    suggested = request.GET.get("redraw") or (page.nudge.starts_on if page.nudge else None)
    return {
        "numbers_form": numbers_form(sources),
        "phase_form": PhaseForm(initial={"starts_on": suggested}, auto_id="phase-%s"),
        "end_form": PhaseEndForm(periods=page.phase_periods, auto_id="end-%s"),
        "flag_form": AnnotationForm(auto_id="flag-%s"),
    }


def render_measure(
    request: HttpRequest,
    actor: Actor,
    measure: Measure,
    *,
    forms: Mapping[str, BaseForm] | None = None,
    change: Change | None = None,
    trouble: str = "",
    offers_archive: bool = False,
    status: int = 200,
) -> HttpResponse:
    """The page, or the part that HTMX exchanges. ``forms`` are those that need another look."""
    sources = gather(actor, measure, today=timezone.now().date())
    page = present_measure(
        sources,
        shows_all=request.GET.get("range") != "last",
        shows_rows=request.GET.get("rows") == "all",
    )
    context: dict[str, object] = {
        "page": page,
        "talk": None if wants_fragment(request) else present_talk(actor, measure_topic(measure)),
        **forms_of(request, sources, page),
        **(forms or {}),
        **_states(request, forms or {}, change, trouble),
        "toast": toast_of(change, page.address) if change else None,
        "trouble": trouble,
        "offers_archive": offers_archive and page.may_define,
    }
    return render_page(request, "measures/detail.html", context, fragment="work", status=status)


def _states(
    request: HttpRequest, forms: Mapping[str, BaseForm], change: Change | None, trouble: str
) -> dict[str, object]:
    """What the page opens with: the form that needs another look, and how its title begins."""
    wrong = [name for name, form in forms.items() if form.errors]
    return {
        "is_saved": bool(change),
        "is_redrawing": "phase_form" in wrong or "redraw" in request.GET,
        "is_taking_back": "end_form" in wrong,
        "is_flagging": "flag_form" in wrong,
        "title_mark": _("Not saved yet:") if wrong or trouble else _("Saved:") if change else "",
    }


def done(
    request: HttpRequest, actor: Actor, measure: Measure, change: Change, *, at: str = "numbers"
) -> HttpResponse:
    """After a change: the fresh part of the page, or a look at the page again."""
    fresh = get_for(actor, measure.pk)
    if fresh is None:
        return see_other(f"{reverse('measures:list')}?saved={change.id}")
    if wants_fragment(request):
        return render_measure(request, actor, fresh, change=change)
    return see_other(f"{reverse('measures:detail', args=[measure.pk])}?saved={change.id}#{at}")
