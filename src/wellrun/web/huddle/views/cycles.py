"""What is said of a test in a huddle goes to the test: what happened, what came out, what is decided."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.utils import timezone

from wellrun.core.actor import Actor
from wellrun.core.decision import Refused, StaleEdit
from wellrun.pdsa import services
from wellrun.pdsa.queries import Cycle, cycles_of, predictions_of
from wellrun.projects.queries import Project
from wellrun.web.huddle.forms import HappenedForm, Typed, ids
from wellrun.web.huddle.views.showing import back_with, render_huddle
from wellrun.web.pdsa.forms.learning import ActForm, StudyForm, act_told
from wellrun.web.pdsa.views.showing import beside_its_field
from wellrun.web.projects.views.finding import project_or_404
from wellrun.web.shell.methods import only

Forms = dict[str, Form]
PARTS = {"told": "do", "studied": "study", "decided": "act"}
"""What was done, and the part of the test that it is: as the page of the test names what it keeps."""


@only("POST")
def happened(request: HttpRequest, project_id: int, cycle_id: int) -> HttpResponse:
    """A note about a test goes to its Do."""
    actor, project, cycle = _found(request, project_id, cycle_id)

    def made(typed: QueryDict) -> Forms:
        return {"happened": HappenedForm(typed, auto_id=ids("happened", cycle.pk))}

    def saved(forms: Forms, **moment: Any) -> object:
        told = {name: forms["happened"].cleaned_data[name] for name in ("happened", "surprises")}
        version = forms["happened"].cleaned_data["version"]
        return services.tell_what_happened(
            actor=actor, cycle=cycle, expected_version=version, **told, **moment
        )

    return _part(request, actor, project, cycle, made, saved, "told")


@only("POST")
def study(request: HttpRequest, project_id: int, cycle_id: int) -> HttpResponse:
    """What came out beside each prediction; and the decision, where the team is as far."""
    actor, project, cycle = _found(request, project_id, cycle_id)

    def made(typed: QueryDict) -> Forms:
        predictions, theory = predictions_of(cycle), cycle.idea.why
        return {
            "study": StudyForm(typed, predictions=predictions, theory=theory, auto_id=ids("study", cycle.pk)),
            "act": ActForm(typed, auto_id=ids("act", cycle.pk)),
        }

    def saved(forms: Forms, **moment: Any) -> object:
        told = forms["study"].told() | {"act": act_told(forms["act"], is_asked=False)}  # type: ignore[attr-defined]
        return services.study(actor=actor, cycle=cycle, **told, **moment)

    return _part(request, actor, project, cycle, made, saved, "studied")


@only("POST")
def act(request: HttpRequest, project_id: int, cycle_id: int) -> HttpResponse:
    """What the team decides about a test that was studied."""
    actor, project, cycle = _found(request, project_id, cycle_id)

    def made(typed: QueryDict) -> Forms:
        return {"act": ActForm(typed, auto_id=ids("act", cycle.pk))}

    def saved(forms: Forms, **moment: Any) -> object:
        return services.decide(actor=actor, cycle=cycle, **forms["act"].cleaned_data, **moment)

    return _part(request, actor, project, cycle, made, saved, "decided")


def _found(request: HttpRequest, project_id: int, cycle_id: int) -> tuple[Actor, Project, Cycle]:
    actor, project = project_or_404(request, project_id)
    cycle = cycles_of(project).filter(pk=cycle_id).first()
    if cycle is None:
        raise Http404
    return actor, project, cycle


def _part(
    request: HttpRequest,
    actor: Actor,
    project: Project,
    cycle: Cycle,
    made: Callable[[QueryDict], Forms],
    saved: Callable[..., object],
    done: str,
) -> HttpResponse:
    """Save it, or show the huddle again with what was typed, and both texts where somebody was first."""
    forms, trouble, stale = made(request.POST), "", None
    if not [form for form in forms.values() if not form.is_valid()]:
        try:
            saved(forms, now=timezone.now())
        except StaleEdit as edit:
            forms, stale = made(_over_the_newest(request, project)), edit
        except Refused as refusal:
            trouble = beside_its_field(refusal, forms.values())
        else:
            kept = f"cycle-{cycle.pk}-{PARTS[done]}"
            return back_with(request, project, "#tested", done=done, kept=kept)
    typed = Typed(kind="test", about=cycle.pk, forms=forms)
    return render_huddle(request, actor, project, typed=typed, trouble=trouble, stale=stale)


def _over_the_newest(request: HttpRequest, project: Project) -> QueryDict:
    """What was typed, to be saved over the version that the person is shown now beside it."""
    typed = request.POST.copy()
    for name in ("version", "expected_version"):
        typed[name] = str(project.version)
    return typed
