"""What is written from the page of a measure: numbers, limits, flags."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.core.decision import Refused
from wellrun.measures import services
from wellrun.measures.queries import Measure, phases_of
from wellrun.measures.values import NumberWords
from wellrun.web.measures.forms.limits import AnnotationForm, PhaseEndForm, PhaseForm
from wellrun.web.measures.forms.numbers import NumbersForm
from wellrun.web.measures.presenters.numbers import number_words
from wellrun.web.measures.presenters.words import moment_text
from wellrun.web.measures.views.finding import measure_or_404
from wellrun.web.measures.views.posting import posts_only
from wellrun.web.measures.views.showing import done, render_measure
from wellrun.web.shell.render import applied


def words_of(measure: Measure) -> dict[str, str]:
    words = NumberWords(
        y_label=measure.y_label, numerator=measure.numerator_label, denominator=measure.denominator_label
    )
    return number_words(words, is_ratio=measure.is_ratio)


@posts_only
def add_number(request: HttpRequest, measure_id: int) -> HttpResponse:
    """Add one period's numbers. Where the period has some, ask before they are changed."""
    actor, measure = measure_or_404(request, measure_id)
    form = NumbersForm(request.POST, is_ratio=measure.is_ratio, labels=words_of(measure))
    if form.is_valid():
        try:
            change = services.record_observation(
                actor=actor,
                measure=measure,
                correct="correct" in request.POST,
                now=timezone.now(),
                **form.arguments(),
            )
        except services.ObservationRefused as refusal:
            form.can_correct = refusal.can_correct
            form.refuse(refusal)
        except Refused as refusal:
            form.refuse(refusal)
        else:
            return done(request, actor, measure, change)
    return render_measure(request, actor, measure, forms={"numbers_form": form}, status=422)


@posts_only
def redraw(request: HttpRequest, measure_id: int) -> HttpResponse:
    """New limits from a period on, for a reason."""
    actor, measure = measure_or_404(request, measure_id)
    form = PhaseForm(request.POST, auto_id="phase-%s")
    if form.is_valid():
        change = applied(
            form,
            services.start_phase,
            actor=actor,
            measure=measure,
            now=timezone.now(),
            **form.cleaned_data,
        )
        if change:
            return done(request, actor, measure, change, at="limits")
    return render_measure(request, actor, measure, forms={"phase_form": form}, status=422)


@posts_only
def take_back(request: HttpRequest, measure_id: int) -> HttpResponse:
    """Take new limits back; they stay in the history."""
    actor, measure = measure_or_404(request, measure_id)
    choices = [
        (row.starts_on.isoformat(), moment_text(row.starts_on, measure.period)) for row in phases_of(measure)
    ]
    form = PhaseEndForm(request.POST, periods=choices, auto_id="end-%s")
    if form.is_valid():
        change = applied(
            form, services.remove_phase, actor=actor, measure=measure, now=timezone.now(), **form.cleaned_data
        )
        if change:
            return done(request, actor, measure, change, at="limits")
    return render_measure(request, actor, measure, forms={"end_form": form}, status=422)


@posts_only
def add_flag(request: HttpRequest, measure_id: int) -> HttpResponse:
    """A flag on the chart: what was changed, and when."""
    actor, measure = measure_or_404(request, measure_id)
    form = AnnotationForm(request.POST, auto_id="flag-%s")
    if form.is_valid():
        change = applied(
            form, services.annotate, actor=actor, measure=measure, now=timezone.now(), **form.cleaned_data
        )
        if change:
            return done(request, actor, measure, change, at="flags")
    return render_measure(request, actor, measure, forms={"flag_form": form}, status=422)


@posts_only
def remove_flag(request: HttpRequest, measure_id: int, annotation_id: int) -> HttpResponse:
    """Take a flag off the chart."""
    actor, measure = measure_or_404(request, measure_id)
    try:
        change = services.remove_annotation(
            actor=actor, measure=measure, annotation_id=annotation_id, now=timezone.now()
        )
    except Refused as refusal:
        return render_measure(request, actor, measure, trouble=refusal.sentence, status=409)
    return done(request, actor, measure, change, at="flags")
