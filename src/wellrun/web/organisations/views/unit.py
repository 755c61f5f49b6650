"""One unit: its people, its measures, and the units below it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.organisations.queries import After, Unit
from wellrun.web.organisations.finding import unit_or_404
from wellrun.web.organisations.presenters.unit import gather_unit, present_unit
from wellrun.web.organisations.showing import saved
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page


@only("GET")
def unit_page(request: HttpRequest, slug: str, unit: str) -> HttpResponse:
    actor, found = unit_or_404(request, slug, unit)
    return render_unit(request, actor, found)


def render_unit(
    request: HttpRequest, actor: Actor, unit: Unit, *, trouble: str = "", status: int = 200
) -> HttpResponse:
    """The page, after a look or where something could not be done."""
    sources = gather_unit(actor, unit, after=After.read(request.GET.get("after", "")))
    context: dict[str, object] = {
        "page": present_unit(sources),
        "trouble": trouble,
        "title_mark": _("Not saved:") if trouble else "",
        "toast": saved(request, actor, unit.organisation),
    }
    return render_page(request, "organisations/unit.html", context, status=status)
