"""An organisation: what it is, and the tree of its units."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from wellrun.organisations.permissions import may_administer
from wellrun.organisations.queries import root_of, tree_below, units_found
from wellrun.web.organisations.finding import organisation_or_404
from wellrun.web.organisations.presenters.organisation import present_organisation
from wellrun.web.organisations.showing import saved
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page


@only("GET")
def organisation_page(request: HttpRequest, slug: str) -> HttpResponse:
    """The tree from the top; with words to find, the units that they name."""
    actor, organisation = organisation_or_404(request, slug)
    search = request.GET.get("q", "").strip()[:100]
    root = root_of(organisation.pk)
    page = present_organisation(
        organisation,
        root,
        tree=None if search else tree_below(root),
        found=units_found(organisation.pk, search) if search else (),
        search=search,
        may_administer=bool(may_administer(actor, root)),
    )
    context: dict[str, object] = {"page": page, "toast": saved(request, actor, organisation)}
    return render_page(request, "organisations/organisation.html", context)
