"""One measure."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from wellrun.web.measures.views.finding import measure_or_404
from wellrun.web.measures.views.showing import render_measure, saved_change
from wellrun.web.shell.methods import only
from wellrun.web.shell.sign_in import open_to_all


@open_to_all
@only("GET")
def measure_detail(request: HttpRequest, measure_id: int) -> HttpResponse:
    actor, measure = measure_or_404(request, measure_id)
    change = saved_change(request, actor)
    is_ours = change is not None and change.measure_id == measure.pk
    return render_measure(request, actor, measure, change=change if is_ours else None)
