"""A tool's page with all its forms, one of which may hold what is to be put right."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.forms import BaseForm
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from wellrun.core.decision import Refused, StaleEdit
from wellrun.projects.permissions import may_change_tool, may_use_tool
from wellrun.projects.queries.tools import (
    ToolItem,
    cards_of,
    item_of,
    removed_items,
    running_round,
)
from wellrun.projects.values.tools import KINDS, ToolKind
from wellrun.web.shell.render import applied, render_page, see_other
from wellrun.web.tools.forms import (
    BallotForm,
    BecomeForm,
    CardForm,
    GroupForm,
    NameForm,
    RoundForm,
    WriteForm,
)
from wellrun.web.tools.presenters.cards import become_choices, place_choices
from wellrun.web.tools.presenters.page import ToolPage, ToolSources, present_tool
from wellrun.web.tools.presenters.votes import VoteView, present_vote
from wellrun.web.tools.views.finding import Found, number_in
from wellrun.web.tools.words import flat


def address(found: Found, rest: str = "") -> str:
    return reverse("tools:tool", args=[found.project.pk, found.tool.pk]) + rest


def changed(
    request: HttpRequest,
    found: Found,
    service: Callable[..., Any],
    *,
    to: str = "",
    at: ToolItem | None = None,
    **told: Any,
) -> HttpResponse:
    """Make a change that has no form of its own, and look there; or say on the page why not."""
    try:
        service(actor=found.actor, tool=found.tool, now=timezone.now(), **told)
    except Refused as refusal:
        return show(request, found, at=at, trouble=refusal.sentence)
    return see_other(address(found, to))


def saved(found: Found, form: BaseForm, service: Callable[..., Any], **told: Any) -> Any:
    """What the service made; ``None`` where the form now says what to put right."""
    return applied(form, service, actor=found.actor, tool=found.tool, now=timezone.now(), **told)


def show(
    request: HttpRequest,
    found: Found,
    *,
    at: ToolItem | None = None,
    trouble: str = "",
    stale: StaleEdit | None = None,
    typed: Mapping[str, BaseForm] | None = None,
) -> HttpResponse:
    """The page. ``typed`` are forms that came back, by their name in the template: they stand open."""
    typed = typed or {}
    sources = _sources(request, found, at)
    page = present_tool(sources)
    wrong = next((form for form in typed.values() if form.errors), None)
    context: dict[str, object] = {
        "page": page,
        "forms": _forms(request, found, sources.at, page) | dict(typed),
        "opened": dict.fromkeys(typed, True),
        "wrong": wrong,
        "trouble": trouble,
        "stale": stale,
    }
    status = 422 if wrong or trouble or stale else 200
    return render_page(request, "tools/tool.html", context, fragment="work", status=status)


def _sources(request: HttpRequest, found: Found, at: ToolItem | None) -> ToolSources:
    tool, cards = found.tool, cards_of(found.tool)
    running = running_round(tool) if tool.kind == ToolKind.VOTING else None
    vote = present_vote(found.actor, tool, running, flat(cards)) if tool.kind == ToolKind.VOTING else None
    return ToolSources(
        project=found.project,
        tool=tool,
        cards=cards,
        removed=removed_items(tool),
        at=at or _named(request, found, vote),
        undo=number_in(request.GET.get("removed", "")),
        more=number_in(request.GET.get("more", "")),
        less=number_in(request.GET.get("less", "")),
        use=may_use_tool(found.actor, tool),
        change=may_change_tool(found.actor, tool, running),
        vote=vote,
    )


def _named(request: HttpRequest, found: Found, vote: VoteView | None) -> ToolItem | None:
    """The card in the address; after a vote, what came first."""
    wanted = number_in(request.GET.get("at", "") or request.GET.get("why", ""))
    if not wanted and vote is not None and not vote.is_open:
        wanted = vote.winner_id
    return item_of(found.tool, wanted) if wanted else None


def _forms(request: HttpRequest, found: Found, at: ToolItem | None, page: ToolPage) -> dict[str, BaseForm]:
    tool, kind = found.tool, KINDS[found.tool.kind]
    named = {"title": tool.title, "subject": tool.subject, "expected_version": page.version}
    where = request.GET.get("where", "")
    forms: dict[str, BaseForm] = {
        "add": CardForm(kind=kind, places=place_choices(tool), initial={"where": where}),
        "name": NameForm(kind=tool.kind, initial=named, auto_id="name_%s"),
        "group": GroupForm(auto_id="group_%s"),
    }
    if where:  # the next card after one was added: whoever writes many keeps writing
        forms["add"].fields["text"].widget.attrs["autofocus"] = True
    if at is not None:
        written = {"text": at.text, "number": at.number, "expected_version": page.version}
        forms["write"] = WriteForm(kind=kind, initial=written)
        forms["below"] = CardForm(kind=kind, places=(), auto_id="below_%s")
        if request.GET.get("why"):
            forms["below"].fields["text"].widget.attrs["autofocus"] = True
        forms["become"] = BecomeForm(choices=become_choices(tool, found.project))
    if page.vote is not None:
        forms["round"] = RoundForm()
        forms["ballot"] = ballot_form(page.vote)
    return forms


def ballot_form(vote: VoteView, data: Any = None) -> BallotForm:
    return BallotForm(data, candidates=vote.candidates, method=vote.method, points=vote.points)
