"""Single sign-on of one organisation: what is set up, what is used, and whether everybody has to use it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from wellrun.access.sign_on_rule import standings_in
from wellrun.core.decision import Refused
from wellrun.organisations import services
from wellrun.organisations.queries import Organisation
from wellrun.web.organisations.finding import administered_or_404
from wellrun.web.organisations.presenters.administration import administration_trail
from wellrun.web.organisations.presenters.sign_on import present_services
from wellrun.web.organisations.showing import look_again, saved
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page


@only("GET", "POST")
def single_sign_on(request: HttpRequest, slug: str) -> HttpResponse:
    actor, organisation = administered_or_404(request, slug)
    trouble = ""
    if request.method == "POST":
        is_required = request.POST.get("required") == "yes"
        try:
            change = services.require_sign_on(
                actor=actor, organisation=organisation, is_required=is_required, now=timezone.now()
            )
        except Refused as refusal:
            trouble = refusal.sentence
        else:
            return look_again(request.path, change)
    context = _context(organisation) | {
        "trouble": trouble,
        "toast": saved(request, actor, organisation),
    }
    status = 422 if trouble else 200
    return render_page(request, "organisations/single_sign_on.html", context, status=status)


def _context(organisation: Organisation) -> dict[str, object]:
    return {
        "organisation": organisation,
        "trail": administration_trail(organisation),
        "services": present_services(standings_in(organisation), organisation),
    }
