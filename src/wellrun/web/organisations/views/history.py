"""The history of an organisation, for its administrators."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from django.http import HttpRequest, HttpResponse

from wellrun.exchange.organisations.audited import things_seen_by
from wellrun.organisations.queries import AuditFilter, audit_page
from wellrun.web.organisations.finding import administered_or_404
from wellrun.web.organisations.forms.settings import HistoryForm
from wellrun.web.organisations.presenters.administration import administration_trail
from wellrun.web.organisations.presenters.audit import present_audit
from wellrun.web.shell.methods import only
from wellrun.web.shell.render import render_page


@only("GET")
def history(request: HttpRequest, slug: str) -> HttpResponse:
    """Records as sentences, narrowed by person, kind and date, one page at a time."""
    actor, organisation = administered_or_404(request, slug)
    form = HistoryForm(request.GET or None)
    wanted = form.cleaned_data if form.is_valid() else {}
    asked = _filter(wanted, request.GET.get("before", ""))
    page = audit_page(organisation.pk, asked, seen=things_seen_by(actor))
    kept = {name: request.GET.get(name, "")[:100] for name in form.fields}
    context: dict[str, object] = {
        "organisation": organisation,
        "trail": administration_trail(organisation),
        "form": form,
        "page": present_audit(page, kept),
        "is_filtered": any(wanted.values()),
    }
    return render_page(request, "organisations/history.html", context, status=422 if form.errors else 200)


def _filter(wanted: dict[str, object], before: str) -> AuditFilter:
    since, until = wanted.get("since"), wanted.get("until")
    return AuditFilter(
        who=str(wanted.get("who", "")).strip(),
        kind=str(wanted.get("kind", "")),
        since=_begin(since) if isinstance(since, date) else None,
        until=_begin(until + timedelta(days=1)) if isinstance(until, date) else None,
        before=int(before) if before.isdecimal() and len(before) < 19 else None,
    )


def _begin(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=UTC)
