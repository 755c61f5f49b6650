"""More of what an address can name, for the world of the matrix of access: a function for each kind of thing.

A new kind with pages of its own gets a function here, and a place in ``PARTS``.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import time, timedelta
from typing import Any

from django.utils import timezone

from tests.build.cast import NOW, a_person_on, an_organisation
from tests.build.crew import Units, seat
from tests.build.projects import again
from tests.build.tools import NUMBERS, PLACES
from wellrun.accounts.models import Person
from wellrun.control.services import choose_agenda, set_huddle
from wellrun.conversations.services import edit_comment, follow, hide_comment, post_comment, react
from wellrun.conversations.values import Topic, topic_of
from wellrun.core.actor import Actor
from wellrun.organisations.queries import root_of
from wellrun.organisations.services import invite
from wellrun.organisations.values import Role
from wellrun.projects.models import DriverLink, PartnerOrganisation, Project, Seat, Tool
from wellrun.projects.services import (
    NewProject,
    add_driver,
    add_tag,
    answer_partner_invitation,
    invite_partner,
    keep_version,
    save_view,
    seat_from_partner,
    serve_another,
    share,
    start_project,
)
from wellrun.projects.services import tools as tool_services
from wellrun.projects.values import Filters, SeatRole
from wellrun.projects.values.tools import KINDS, ToolKind

Things = dict[str, Any]
People = dict[str, Actor]


def _of_the_portfolio(units: Units, people: People, things: Things) -> Things:
    """A leader's view for themselves, one that the improvement office shares, and a tag."""
    keep: Callable[..., Any] = lambda who, **told: save_view(  # noqa: E731
        actor=people[who], filters=Filters(state="testing"), organisation_id=units.organisation.pk, now=NOW,
        **told,
    )  # fmt: skip
    own = keep("unit-leader", name="Under test")
    shared = keep("office", name="All under test", is_shared=True)
    tag = add_tag(actor=people["lead"], project=_project(things), name="evenings", now=NOW)
    return {"view_id": own.pk, "shared_view": shared.pk, "tag_id": tag.pk}


def _of_the_theory(_units: Units, people: People, things: Things) -> Things:
    """An idea that serves two drivers, and a version of the diagram."""
    lead, project = people["lead"], _project(things)
    shared = add_driver(
        actor=lead, project=project, kind="idea", text="Soft lights", parent_id=things["driver_id"], now=NOW
    )
    serve_another(actor=lead, project=project, driver=shared, parent_id=things["other_driver"], now=NOW)
    version = keep_version(actor=lead, project=project, name="Before the first tests", now=NOW)
    link = DriverLink.objects.get(child=shared, parent=things["other_driver"])
    return {
        "shared_idea": shared.pk,
        "shared_link": link.pk,
        "version_id": version.pk,
        "driver_version": version.pk,
    }


def _of_the_tools(_units: Units, people: People, things: Things) -> Things:
    """All nine kinds, a vote that runs and one that does not, and what was taken away."""
    by_kind = {kind: _tool(people["lead"], things, kind) for kind in ToolKind.values}
    gone = _tool(people["lead"], things, ToolKind.FISHBONE)
    tool_services.remove_tool(actor=people["lead"], tool=gone, now=NOW)
    running = _tool(people["lead"], things, ToolKind.VOTING)
    tool_services.open_round(actor=people["lead"], tool=running, method="rank", now=NOW)
    first, second = _cards(running)[:2]
    ballot = {first: 2, second: 1}
    for who in ("carer-one", "carer-two"):
        tool_services.cast_vote(actor=people[who], tool=running, ballot=ballot, now=NOW)
    fishbone = by_kind[ToolKind.FISHBONE]
    kept, removed = _cards(fishbone)
    tool_services.remove_item(actor=people["lead"], tool=fishbone, item_id=removed, now=NOW)
    return {f"{kind}_tool": tool.pk for kind, tool in by_kind.items()} | {
        "tool_id": fishbone.pk, "card_id": kept, "removed_card": removed, "removed_tool": gone.pk,
        "tally_id": _cards(by_kind[ToolKind.PARETO])[0], "group": fishbone.groups[0],
        "other_group": fishbone.groups[1], "grid_place": KINDS[ToolKind.STAKEHOLDERS].places[0].key,
        "running_vote": running.pk, "vote_first": first, "vote_second": second, "tool_kind": "fishbone",
    }  # fmt: skip


def _tool(lead: Actor, things: Things, kind: str) -> Tool:
    tool = tool_services.add_tool(
        actor=lead, project=_project(things), kind=kind, title=f"Our {kind}", subject="Evenings", now=NOW
    )
    for text in ("Loud doors", "Bright lights"):
        tool_services.add_item(
            actor=lead, tool=tool, text=text, place=_place_in(tool), number=NUMBERS.get(kind), now=NOW
        )
    return tool


def _place_in(tool: Tool) -> str:
    places = KINDS[tool.kind].places
    if places:
        return places[0].key
    return str(tool.groups[0]) if tool.groups else PLACES.get(tool.kind, "")


def _cards(tool: Tool) -> list[int]:
    return list(tool.items.order_by("pk").values_list("pk", flat=True))


def _of_the_neighbours(units: Units, people: People, things: Things) -> Things:
    """A third organisation: the place asks it, it asks the place twice, and once the place said yes."""
    place = units.organisation
    neighbours = an_organisation(f"{place.name} Neighbours")
    asked = invite_partner(
        actor=people["lead"], project=_project(things), organisation=neighbours.name, message="Join us",
        now=NOW,
    )  # fmt: skip
    further = an_organisation(f"{place.name} Friends")
    owner = a_person_on(f"neighbour-{place.slug} Example", root_of(neighbours.pk), role=Role.ADMINISTRATOR)
    titles = (f"Shared beds near {place.name}", f"Shared cars near {place.name}")
    waits, joined = (_asking(owner, neighbours.pk, title, place.name) for title in titles)
    answer_partner_invitation(actor=people["admin"], partner=joined, is_yes=True, now=NOW)
    email = Person.objects.get(pk=people["sponsor"].id).email
    seat_from_partner(actor=people["admin"], partner=joined, email=email, now=NOW)
    return {
        "partner_id": asked.pk, "asked_of_us": waits.pk, "joined_id": joined.pk, "further": further.name,
    }  # fmt: skip


def _asking(owner: Actor, organisation_id: int, title: str, whom: str) -> PartnerOrganisation:
    project = start_project(
        actor=owner, unit=root_of(organisation_id), project=NewProject(title=title, why=""), now=NOW
    )
    return invite_partner(actor=again(owner), project=project, organisation=whom, now=NOW)


def _of_the_leaderless(units: Units, people: People, _things: Things) -> Things:
    """A project whose lead has gone, with everybody else of a team."""
    lead, title = people["lead"], f"Nobody leads this at {units.organisation.name}"
    project = start_project(
        actor=lead,
        unit=units.ward,
        project=NewProject(title=title, why=""),
        now=NOW,
    )
    lead = again(lead)
    seat(project, lead, people, ("member", "partner", "coach", "sponsor", "viewer", "guest"))
    share(actor=lead, project=project, visibility="organisation", now=NOW)
    Seat.objects.filter(project=project, role=SeatRole.LEAD).update(ended_at=NOW)
    return {"leaderless_id": project.pk}


def _of_invitations(units: Units, people: People, _things: Things) -> Things:
    """One to somebody who has an account already."""
    email = Person.objects.get(pk=people["newcomer"].id).email
    row, _token = invite(actor=people["admin"], unit=units.ward, email=email, now=timezone.now())
    return {"own_invitation": row.pk}


def _of_conversations(_units: Units, people: People, things: Things) -> Things:
    """A comment about one thing of every kind; the project's was put right once, and answered."""
    about = {
        "project": "project_id", "aim": "project_id", "driver": "idea_id", "barrier": "barrier_id",
        "measure": "measure_id", "cycle": "cycle_id", "control_item": "item_id", "story": "story_id",
    }  # fmt: skip
    said = {
        kind: post_comment(
            actor=people["lead" if kind == "story" else "member"], topic=_topic(kind, things[name]),
            text=f"The nights are calmer ({kind})", now=NOW,
        )
        for kind, name in about.items()
    }  # fmt: skip
    comment = said["project"]
    later = NOW + timedelta(hours=1)
    edit_comment(actor=people["member"], comment=comment, text="The nights are much calmer", now=later)
    react(actor=people["coach"], comment=comment, kind="thanks", is_on=True, now=NOW)
    unkind = post_comment(
        actor=people["member"], topic=_topic("aim", things["project_id"]), text="He never listens", now=NOW
    )
    hide_comment(actor=people["lead"], comment=unkind, why="About a person, not about the work", now=later)
    follow(actor=people["ward"], topic=_topic("project", things["project_id"]), is_following=True, now=NOW)
    talk = {f"talk_{kind}": kind for kind in about}
    remarks = {f"{kind}_comment": row.pk for kind, row in said.items()}
    return talk | remarks | {"comment_id": comment.pk, "hidden_comment": unkind.pk}


def _topic(kind: str, thing_id: int) -> Topic:
    topic = topic_of(kind, thing_id)
    assert topic is not None, kind
    return topic


def _of_the_huddle(_units: Units, people: People, things: Things) -> Things:
    project = _project(things)
    set_huddle(actor=people["lead"], project=project, weekday=2, at=time(8, 45), now=NOW)
    choose_agenda(actor=people["lead"], project=project, is_wanted=True, now=NOW)
    return {}


def _project(things: Things) -> Project:
    return Project.objects.get(pk=things["project_id"])


PARTS: tuple[Callable[[Units, People, Things], Things], ...] = (
    _of_the_portfolio, _of_the_theory, _of_the_tools, _of_the_neighbours, _of_the_leaderless, _of_invitations,
    _of_conversations, _of_the_huddle,
)  # fmt: skip
"""In this order, when everything of `whole_world` is there."""
