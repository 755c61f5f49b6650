"""The page of one test, as it is and as a form that was not saved comes back."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.forms import Form
from django.http import HttpRequest, HttpResponse, QueryDict
from django.urls import reverse
from django.utils import timezone

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused, StaleEdit
from wellrun.pdsa.queries import Cycle, DayNote, Prediction, cycle_topic, days_of, predictions_of
from wellrun.pdsa.values import Stage
from wellrun.web.conversations.presenters import present_talk
from wellrun.web.pdsa.forms.learning import ActForm, DayForm, DoForm, StudyForm
from wellrun.web.pdsa.presenters.cycle import CyclePage, Written, present_cycle
from wellrun.web.pdsa.presenters.days import present_days
from wellrun.web.pdsa.views.toasts import day_toast
from wellrun.web.shell.fields import parsed_day
from wellrun.web.shell.kept import name_saved
from wellrun.web.shell.render import render_page, see_other
from wellrun.web.shell.typed import unsaved_texts

Forms = dict[str, Form]
STUDY_FORM = "study-form"
"""The id of the form that Act is sent with, until Study is saved."""


def render_cycle(
    request: HttpRequest,
    actor: Actor,
    found: Cycle,
    *,
    forms: Forms | None = None,
    day_id: int = 0,
    trouble: str = "",
    stale: StaleEdit | None = None,
) -> HttpResponse:
    """The page. ``forms`` came back to be put right; ``day_id`` is the line of days that is being changed."""
    predictions, days = predictions_of(found), days_of(found)
    today, wrong = timezone.localdate(), forms or {}
    day = _day_chosen(request, days, day_id)
    written = Written(predictions=predictions, days=days, changing=day)
    page = present_cycle(actor, found, written, today=today)
    version = {"expected_version": found.project.version}
    lost = _without_a_form(page, wrong)
    context: dict[str, object] = {
        "page": page,
        "talk": present_talk(actor, cycle_topic(found)),
        "opens_do": page.opens_do or "do_form" in wrong,
        "opens_study": "study_form" in wrong,
        "do_form": DoForm(initial=_told(found, DoForm) | version),
        "day": day,
        "opens_day": page.may_tell and (page.is_do or "day" in request.GET or "day_form" in wrong),
        "day_form": DayForm(cycle=found, initial=_seen(day, today) | version),
        "study_form": study_form(found, predictions, days),
        "act_form": act_form(found),
        **wrong,
        "toast": day_toast(request, found) if page.may_tell else None,
        "trouble": trouble or " ".join(_errors_of(lost)),
        "unsaved": unsaved_texts(request) if lost else (),
        "stale": stale,
    }
    return render_page(request, "pdsa/cycle.html", context, status=422 if forms or trouble or stale else 200)


def _without_a_form(page: CyclePage, wrong: dict[str, Form]) -> list[Form]:
    """Forms that were sent for a test that is elsewhere by now: somebody else may have decided it."""
    shown = {
        "do_form": page.may_tell,
        "day_form": page.may_tell,
        "study_form": page.may_study,
        "act_form": page.may_decide,
    }
    return [form for name, form in wrong.items() if not shown[name]]


def _errors_of(forms: list[Form]) -> list[str]:
    return [str(error) for form in forms for errors in form.errors.values() for error in errors]


def study_form(found: Cycle, predictions: list[Prediction], days: list[DayNote]) -> StudyForm:
    """Where nothing is said yet, the first prediction finds beside it what the days add up to."""
    initial = _told(found, StudyForm) | {"expected_version": found.project.version}
    if found.stage == Stage.STUDY and predictions and not predictions[0].happened:
        initial["happened-1"] = present_days(found, days).in_words
    return StudyForm(predictions=predictions, theory=found.idea.why, initial=initial)


def act_form(found: Cycle, typed: QueryDict | None = None) -> ActForm:
    """While the test waits for Study, Act is asked beside it and sent with it."""
    sent_with = STUDY_FORM if found.stage == Stage.STUDY else ""
    initial = {"decision": found.decision, "why": found.decision_why}
    return ActForm(typed, initial=initial, sent_with=sent_with, auto_id="act-%s")


def beside_its_field(refusal: Refused, forms: Iterable[Form]) -> str:
    """Put a refusal beside the field it is about; one that is about none is said at the top of the page."""
    form = next((form for form in forms if refusal.field in form.fields), None)
    if form is None:
        return refusal.sentence
    form.add_error(refusal.field, refusal.sentence)
    return ""


def back(request: HttpRequest, found: Cycle, part: str, saved: str) -> HttpResponse:
    """To the next part of the page; the browser may forget what it kept of what was saved."""
    answer = see_other(f"{reverse('pdsa:cycle', args=[found.pk])}#{part}")
    return name_saved(request, answer, f"cycle-{found.pk}-{saved}")


def over_the_newest(request: HttpRequest, found: Cycle, name: str = "expected_version") -> QueryDict:
    """What was typed, to be saved over the version that the person is shown now beside it."""
    typed = request.POST.copy()
    typed[name] = str(found.project.version)
    return typed


def _told(found: Cycle, form: type[Form]) -> dict[str, object]:
    return {name: getattr(found, name) for name in form.base_fields if hasattr(found, name)}


def _day_chosen(request: HttpRequest, days: list[DayNote], day_id: int) -> DayNote | None:
    """The day that somebody wants to change."""
    if request.method == "POST":
        return next((each for each in days if each.pk == day_id), None)
    wanted = parsed_day(request.GET.get("day", ""))
    return next((each for each in days if each.day == wanted), None)


def _seen(day: DayNote | None, today: date) -> dict[str, object]:
    if day is None:
        return {"day": today}
    return {name: getattr(day, name) for name in ("day", "count", "out_of", "note")}
