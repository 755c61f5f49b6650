"""One number: change it, leave it out of the limits, take it out."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.measures import services
from wellrun.measures.queries import Measure, Observation, observations_of
from wellrun.measures.values import Change
from wellrun.web.measures.forms.numbers import NumbersForm, ReasonForm
from wellrun.web.measures.presenters.number import present_number
from wellrun.web.measures.presenters.numbers import plain_number
from wellrun.web.measures.views.finding import measure_or_404
from wellrun.web.measures.views.showing import done
from wellrun.web.measures.views.writes import words_of
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page


@only("GET", "POST")
def number_detail(request: HttpRequest, measure_id: int, period: date) -> HttpResponse:
    """The page of one number. Its three forms come back here; the pressed button says which."""
    actor, measure = measure_or_404(request, measure_id)
    row = next((row for row in observations_of(measure) if row.period == period), None)
    if row is None:
        raise Http404
    numbers = _numbers_form(request, measure, row)
    reason = ReasonForm(request.POST if request.POST.get("do") == "leave-out" else None)
    if request.method == "POST":
        frame = {"actor": actor, "measure": measure, "now": timezone.now()}
        change = _asked_for(request.POST.get("do", ""), numbers, reason, period, frame)
        if change:
            return done(request, actor, measure, change)
    context = {"page": present_number(measure, row), "numbers_form": numbers, "reason_form": reason}
    return render_page(
        request, "measures/number.html", context, status=422 if request.method == "POST" else 200
    )


def _numbers_form(request: HttpRequest, measure: Measure, row: Observation) -> NumbersForm:
    typed = {"value": row.value, "numerator": row.numerator, "denominator": row.denominator}
    return NumbersForm(
        request.POST if request.POST.get("do") == "save" else None,
        initial={
            **{name: plain_number(number) for name, number in typed.items()},
            "note": row.note,
            "version": measure.version,
        },
        is_ratio=measure.is_ratio,
        labels=words_of(measure),
        fixed=row.period,
    )


def _asked_for(
    act: str, numbers: NumbersForm, reason: ReasonForm, period: date, frame: dict[str, Any]
) -> Change | None:
    """Make the one change that was asked for; ``None`` where a form needs another look."""
    match act:
        case "save" if numbers.is_valid():
            return applied(numbers, services.record_observation, correct=True, **numbers.arguments(), **frame)
        case "leave-out" if reason.is_valid():
            why = reason.cleaned_data["reason"]
            return applied(reason, services.set_excluded, period=period, excluded=True, reason=why, **frame)
        case "bring-back":
            return applied(reason, services.set_excluded, period=period, excluded=False, **frame)
        case "remove":
            return applied(reason, services.remove_observation, period=period, **frame)
    return None
