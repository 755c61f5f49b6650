"""What a measure is: change its definition, or remove it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.decision import Refused
from wellrun.measures import services
from wellrun.measures.permissions import may_define
from wellrun.measures.queries import Measure
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.measures.forms.definition import DefinitionForm
from wellrun.web.measures.forms.units import number_in, unit_choices
from wellrun.web.measures.presenters.detail import measures_crumb
from wellrun.web.measures.presenters.numbers import plain_number
from wellrun.web.measures.views.finding import measure_or_404
from wellrun.web.measures.views.posting import posts_only
from wellrun.web.measures.views.showing import done, render_measure
from wellrun.web.shell.errors import forbidden
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import applied, render_page

KEPT = ("period", "family", "multiply", "is_invented")
"""Parts of a definition that this form leaves as they are."""


@only("GET", "POST")
def measure_definition(request: HttpRequest, measure_id: int) -> HttpResponse:
    """The form that says what is counted, how it is drawn, and who can see it."""
    actor, measure = measure_or_404(request, measure_id)
    decision = may_define(actor, measure)
    if not decision:
        return forbidden(request, PermissionError(decision.refusal))
    form = DefinitionForm(
        request.POST or None,
        initial=_as_typed(measure),
        is_ratio=measure.is_ratio,
        units=unit_choices(actor, [measure.organisation_id], measure.unit),
    )
    if request.method == "POST" and form.is_valid():
        change = applied(
            form,
            services.define_measure,
            actor=actor,
            measure=measure,
            definition=form.definition(**{name: getattr(measure, name) for name in KEPT}),
            unit_id=number_in(form.cleaned_data["unit"]),
            expected_version=form.cleaned_data["version"],
            now=timezone.now(),
        )
        if change:
            return done(request, actor, measure, change, at="definition")
    context = {
        "measure_id": measure.pk, "title": measure.name, "trail": _trail(measure), "form": form,
        "is_archived": measure.is_archived,
    }  # fmt: skip
    return render_page(request, "measures/definition.html", context, status=422 if form.errors else 200)


@posts_only
def remove(request: HttpRequest, measure_id: int) -> HttpResponse:
    """Take the measure away from every page; undo puts it back."""
    actor, measure = measure_or_404(request, measure_id)
    try:
        change = services.remove_measure(actor=actor, measure=measure, now=timezone.now())
    except Refused as refusal:
        return render_measure(
            request, actor, measure, trouble=refusal.sentence, offers_archive=True, status=409
        )
    return done(request, actor, measure, change)


@posts_only
def archive(request: HttpRequest, measure_id: int) -> HttpResponse:
    """Stop collecting it, or begin again."""
    actor, measure = measure_or_404(request, measure_id)
    service = services.collect_again if request.POST.get("do") == "collect" else services.archive_measure
    try:
        change = service(actor=actor, measure=measure, now=timezone.now())
    except Refused as refusal:
        return render_measure(request, actor, measure, trouble=refusal.sentence, status=409)
    return done(request, actor, measure, change)


def _trail(measure: Measure) -> tuple[Crumb, ...]:
    return (measures_crumb(), Crumb(text=measure.name, href=reverse("measures:detail", args=[measure.pk])))


def _as_typed(measure: Measure) -> dict[str, object]:
    """The definition as the form shows it: targets of percentages as percentages."""
    names = [name for name in DefinitionForm.base_fields if hasattr(measure, name)]
    scale = 100 if measure.is_percent else 1
    return {
        **{name: getattr(measure, name) for name in names},
        "unit": measure.unit_id or "",
        "numerator": measure.numerator_label,
        "denominator": measure.denominator_label,
        "target": "" if measure.target is None else plain_number(measure.target * scale),
    }
