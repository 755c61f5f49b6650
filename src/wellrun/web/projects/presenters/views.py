"""Saved views of the portfolio as tabs, and what can be done with the one that is open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.projects.permissions import may_change_view, may_share_view
from wellrun.projects.queries import SavedView
from wellrun.projects.values import Filters
from wellrun.web.components.tabs.tag import Tab
from wellrun.web.projects.presenters.portfolio import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenView:
    """The view whose filters are in force."""

    id: int
    name: str
    whose: str
    is_own: bool
    is_shared: bool
    may_share: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ViewsBar:
    """The tabs, and the open view or the offer to save one."""

    tabs: tuple[Tab, ...]
    open: OpenView | None
    changes: OpenView | None
    """One's own view that was open before the filters were changed: it can take them on."""
    may_save: bool
    """The list is narrowed in a way that no tab stands for."""
    may_share: bool
    refusal: str


def home_of(actor: Actor) -> int | None:
    """The organisation whose people a new view can be shared with."""
    return actor.organisation_id or min(actor.organisation_ids, default=None)


def view_address(view: SavedView) -> str:
    kept = Filters.of_json(view.filters)
    asked = Asked(
        search=kept.search, state=kept.state, whose=kept.whose, tag=kept.tag, unit=kept.unit, view=view.pk
    )
    return reverse("projects:list") + asked.address()


def present_views(actor: Actor, views: Iterable[SavedView], asked: Asked) -> ViewsBar:
    rows = sorted(views, key=lambda view: (view.owner_id != actor.person_id, view.name.casefold(), view.pk))
    at = found = next((view for view in rows if view.pk == asked.view), None)
    if at is not None and Filters.of_json(at.filters) != asked.filters:
        at = None  # narrowed further: another set of filters, that could be saved itself
    every = Tab(
        text=_("All projects"), href=reverse("projects:list"), is_current=at is None and not asked.is_narrowed
    )
    share = may_share_view(actor, home_of(actor))
    return ViewsBar(
        tabs=(
            every,
            *(Tab(text=view.name, href=view_address(view), is_current=view is at) for view in rows),
        )
        if rows
        else (),
        open=_open(actor, at) if at is not None else None,
        changes=_open(actor, found)
        if found is not None and at is None and asked.is_narrowed and may_change_view(actor, found)
        else None,
        may_save=asked.is_narrowed and at is None,
        may_share=bool(share),
        refusal=share.refusal,
    )


def _open(actor: Actor, view: SavedView) -> OpenView:
    is_own = bool(may_change_view(actor, view))
    return OpenView(
        id=view.pk,
        name=view.name,
        whose="" if is_own else _("%(name)s shares this view with you.") % {"name": view.owner.name},
        is_own=is_own,
        is_shared=view.is_shared,
        may_share=bool(may_share_view(actor, view.organisation_id)),
    )
