"""The page of a unit: a fixed number of questions, and the answers in plain values."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.actor import Actor
from wellrun.core.decision import Decision
from wellrun.measures.queries import MeasureRow, listed_for
from wellrun.organisations import queries
from wellrun.organisations.permissions import may_add_below, may_administer, may_give_role, may_move
from wellrun.organisations.queries import After, Branch, MembershipPage, Unit
from wellrun.organisations.values import Change
from wellrun.web.components.crumbs.tag import Crumb
from wellrun.web.components.measure_card.tag import MeasureCard
from wellrun.web.components.page_header.tag import Fact
from wellrun.web.components.timeline.tag import Moment
from wellrun.web.components.unit_tree.tag import TreeNode
from wellrun.web.measures.presenters.lists import present_card
from wellrun.web.organisations.presenters.history import present_moments
from wellrun.web.organisations.presenters.people import PersonLine, present_people
from wellrun.web.organisations.presenters.trees import present_hidden, present_tree
from wellrun.web.organisations.showing import address_of, unit_trail
from wellrun.web.shell.paging import next_page

MOST_MEASURES = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSources:
    """A unit with everything its page shows."""

    actor: Actor
    unit: Unit
    line: list[Unit]
    people: MembershipPage
    tree: Branch
    measures: list[MeasureRow]
    history: list[Change]
    helpers: tuple[str, ...]
    """Who administers the unit, by name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Action:
    """Something an administrator can do. ``refusal`` says why it cannot be done now."""

    text: str
    href: str
    icon: str
    refusal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitPage:
    """What the page of a unit shows."""

    title: str
    trail: tuple[Crumb, ...]
    facts: tuple[Fact, ...]
    people: tuple[PersonLine, ...]
    more_people: str
    nodes: tuple[TreeNode, ...]
    hidden: str
    measures: tuple[MeasureCard, ...]
    measures_href: str
    history: tuple[Moment, ...]
    actions: tuple[Action, ...]
    may_administer: bool
    ask: str
    is_closed: bool
    can_close: bool
    toggle_url: str


def gather_unit(actor: Actor, unit: Unit, *, after: After | None) -> UnitSources:
    """Ask each question once."""
    return UnitSources(
        actor=actor,
        unit=unit,
        line=queries.line_of(unit),
        people=queries.people_of(unit, after=after),
        tree=queries.tree_below(unit, with_closed=True),
        measures=listed_for(actor, unit=unit, limit=MOST_MEASURES),
        history=queries.history_of("unit", unit.pk),
        helpers=queries.administrators_of(unit),
    )


def present_unit(sources: UnitSources) -> UnitPage:
    unit, organisation = sources.unit, sources.unit.organisation
    administers = may_administer(sources.actor, unit)
    return UnitPage(
        title=unit.name,
        trail=unit_trail(organisation, sources.line[:-1]),
        facts=_facts(unit),
        people=present_people(sources.people.memberships, organisation.slug, may_change=bool(administers)),
        more_people=f"{next_page(sources.people.next)}#people" if sources.people.next else "",
        nodes=present_tree(sources.tree, organisation),
        hidden=present_hidden(sources.tree),
        measures=tuple(present_card(row) for row in sources.measures),
        measures_href=f"{reverse('measures:list')}?unit={unit.pk}",
        history=present_moments(sources.history),
        actions=_actions(sources.actor, unit) if administers else (),
        may_administer=bool(administers),
        ask=_ask(administers, sources.helpers),
        is_closed=unit.is_closed,
        can_close=bool(administers) and not unit.is_root,
        toggle_url=address_of(unit, organisation, "reopen-unit" if unit.is_closed else "close-unit"),
    )


def _facts(unit: Unit) -> tuple[Fact, ...]:
    return (
        *((Fact(text=unit.kind),) if unit.kind else ()),
        *((Fact(text=unit.code),) if unit.code else ()),
        *((Fact(text=_("Closed"), icon="info"),) if unit.is_closed else ()),
    )


def _actions(actor: Actor, unit: Unit) -> tuple[Action, ...]:
    organisation = unit.organisation

    def action(text: str, page: str, icon: str, decision: Decision) -> Action:
        return Action(
            text=text, href=address_of(unit, organisation, page), icon=icon, refusal=decision.refusal
        )

    always = may_administer(actor, unit)
    invite = Action(
        text=_("Invite somebody"),
        href=reverse("invitations:list"),
        icon="plus",
        refusal=may_give_role(actor, unit).refusal,
    )
    return (
        action(_("Give a role"), "give-role", "plus", may_give_role(actor, unit)),
        *((invite,) if actor.organisation_id == unit.organisation_id else ()),  # one invites where one is
        action(_("Add a unit below"), "add-unit", "plus", may_add_below(actor, unit)),
        *(() if unit.is_root else (
            action(_("Rename"), "change-unit", "edit", always),
            action(_("Move"), "move-unit", "arrow", may_move(actor, unit)),
        )),
    )  # fmt: skip


def _ask(administers: Decision, helpers: tuple[str, ...]) -> str:
    """Who can help, by name, for those who cannot change it themselves."""
    if administers:
        return ""
    if not helpers:
        return administers.refusal
    return _("%(refusal)s Ask %(names)s.") % {"refusal": administers.refusal, "names": ", ".join(helpers)}
