"""A vote on its page: everybody once, in secret, until who opened it closes it."""

import pytest
from django.test import Client

from tests.build.cast import NOW, Cast
from tests.build.kept import kept
from tests.build.projects import Team, a_project
from tests.build.signed_in import signed_in
from tests.build.tools import a_vote, ranked
from tests.web.html import page_of
from wellrun.projects.models import Project, Tool, ToolItem, Vote, VoteRound, VoteTurn
from wellrun.projects.services import tools as services

pytestmark = pytest.mark.django_db


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


@kept
def vote(team: Team) -> tuple[Tool, list[ToolItem]]:
    return a_vote(team)


def of(team: Team, tool: Tool) -> str:
    return f"/projects/{team.project.pk}/tools/{tool.pk}/"


def typed(items: list[ToolItem], *given: int | str) -> dict[str, int | str]:
    return {f"item_{item.pk}": number for item, number in zip(items, given, strict=True)}


def words(client: Client, team: Team, tool: Tool) -> str:
    return page_of(client.get(of(team, tool))).words


def test_a_vote_from_opening_to_the_result(team: Team, vote: tuple[Tool, list[ToolItem]]) -> None:
    tool, items = vote
    lead, partner = signed_in(team.lead), signed_in(team.partner)
    assert client_opens(lead, team, tool) == 303
    assert "People are voting on this." in words(lead, team, tool)
    page = words(partner, team, tool)
    assert "Give 3, 2, 1: the highest to the best, each once." in page
    assert "Nobody has voted yet. Amina Yusuf opened this vote, and closes it." in page
    assert "Close the vote" not in page
    for client in (lead, partner):
        assert client.post(f"{of(team, tool)}vote/", typed(items, 2, 3, 1)).status_code == 303
    page = words(partner, team, tool)
    assert "2 people have voted: Amina Yusuf Marcus Bell" in page
    assert "You have voted." in page
    assert " 6 " not in page, "no sum is shown while it is open"
    assert signed_in(team.coach).post(f"{of(team, tool)}round/", {"do": "close"}).status_code == 422
    assert lead.post(f"{of(team, tool)}round/", {"do": "close"})["Location"].endswith("#vote")
    page = words(partner, team, tool)
    assert "1 Softer lights 6 2 people 2 Quiet hours 4 2 people" in page
    assert "each can work out what the other chose" in page
    assert "An idea Softer lights In the driver diagram, it is" in page, "what came first stands ready"
    (row,) = [
        line
        for line in partner.get(f"{of(team, tool)}cards.csv").content.decode().splitlines()
        if "lights" in line
    ]
    assert row.endswith(",1,6,2")


def client_opens(client: Client, team: Team, tool: Tool, **told: object) -> int:
    return client.post(f"{of(team, tool)}round/", {"method": "rank", **told}).status_code


def test_what_was_chosen_stays_on_the_page_until_it_can_be_counted(
    team: Team, vote: tuple[Tool, list[ToolItem]]
) -> None:
    tool, items = vote
    client_opens(signed_in(team.lead), team, tool)
    partner = signed_in(team.partner)
    address = f"{of(team, tool)}vote/"
    answer = partner.post(address, typed(items, 3, 3, 1))
    assert answer.status_code == 422
    assert "Use each of these once, the highest for the best: 3, 2, 1." in page_of(answer).words
    assert page_of(answer).form(address)[f"item_{items[1].pk}"] == "3"
    for odd in (typed(items, "x", 2, 1), typed(items, 900, 2, 1), {}, {"item_0": 3}):
        assert partner.post(address, odd).status_code == 422
    assert not VoteTurn.objects.exists()
    assert partner.post(address, typed(items, 3, 2, 1)).status_code == 303
    assert "You have voted. Nobody can tell" in page_of(partner.post(address, typed(items, 1, 2, 3))).words
    assert sorted(Vote.objects.values_list("points", flat=True)) == [1, 2, 3]


def test_a_vote_after_the_close_and_one_by_somebody_else_count_for_nothing(
    team: Team, vote: tuple[Tool, list[ToolItem]]
) -> None:
    tool, items = vote
    address = f"{of(team, tool)}vote/"
    partner = signed_in(team.partner)
    assert "This vote is closed." in page_of(partner.post(address, typed(items, 3, 2, 1))).words
    client_opens(signed_in(team.lead), team, tool, method="points", points="5")
    assert "You have 5 points." in words(partner, team, tool)
    assert signed_in(team.looker).post(address, typed(items, 5, 0, 0)).status_code == 422
    assert signed_in(team.outsider).post(address, typed(items, 5, 0, 0)).status_code == 404
    assert "Marcus Bell" not in words(signed_in(team.looker), team, tool)
    for who in (team.lead, team.coach):
        services.cast_vote(actor=who, tool=tool, ballot={items[0].pk: 5}, now=NOW)
    services.close_round(actor=team.lead, tool=tool, now=NOW)
    answer = partner.post(address, typed(items, 0, 5, 0))
    assert answer.status_code == 422
    assert "This vote is closed." in page_of(answer).words
    assert sum(Vote.objects.values_list("points", flat=True)) == 10


def test_a_tie_is_broken_from_the_page(team: Team, vote: tuple[Tool, list[ToolItem]]) -> None:
    tool, items = vote
    lead = signed_in(team.lead)
    client_opens(lead, team, tool)
    for who, order in ((team.lead, items), (team.partner, [items[1], items[0], items[2]])):
        services.cast_vote(actor=who, tool=tool, ballot=ranked(order), now=NOW)
    assert "At least 2" not in words(lead, team, tool)
    lead.post(f"{of(team, tool)}round/", {"do": "close"})
    page = page_of(lead.get(of(team, tool)))
    assert "These are tied Quiet hours Softer lights" in page.words
    assert client_opens(lead, team, tool, among=f"{items[0].pk},{items[2].pk}") == 422
    assert (
        client_opens(
            lead,
            team,
            tool,
            among=page.form(f"{of(team, tool)}round/").get("among") or f"{items[0].pk},{items[1].pk}",
        )
        == 303
    )
    for who in (team.lead, team.partner):
        services.cast_vote(actor=who, tool=tool, ballot=ranked([items[1], items[0]]), now=NOW)
    lead.post(f"{of(team, tool)}round/", {"do": "close"})
    assert "1 Softer lights 5, then 4" in words(lead, team, tool)


def test_who_is_not_of_the_team_is_told_how_many_have_voted_and_nobody_by_name(
    team: Team, vote: tuple[Tool, list[ToolItem]]
) -> None:
    tool, items = vote
    Project.objects.filter(pk=team.project.pk).update(visibility="organisation")
    client_opens(signed_in(team.lead), team, tool)
    services.cast_vote(actor=team.partner, tool=tool, ballot=ranked(items), now=NOW)
    others = signed_in(team.colleague)
    page = words(others, team, tool)
    assert "1 person has voted." in page
    assert "Marcus Bell" not in page
    part = others.get(f"{of(team, tool)}round/?had=0", headers={"HX-Request": "true"})
    assert "1 person has voted." in page_of(part).words
    assert "Marcus Bell" not in page_of(part).words


def test_an_open_page_hears_who_has_voted_and_that_it_is_closed(
    team: Team, vote: tuple[Tool, list[ToolItem]]
) -> None:
    tool, items = vote
    lead = signed_in(team.lead)
    address = f"{of(team, tool)}round/"
    client_opens(lead, team, tool)
    assert lead.get(address)["Location"] == f"{of(team, tool)}#vote"
    part = lead.get(f"{address}?had=0", headers={"HX-Request": "true"})
    assert (part.status_code, part.content) == (204, b""), "nothing is new, and nothing is read out again"
    services.cast_vote(actor=team.partner, tool=tool, ballot=ranked(items), now=NOW)
    part = lead.get(f"{address}?had=0", headers={"HX-Request": "true"})
    assert 'id="i-check"' in part.content.decode(), "the drawing comes along"
    assert "1 person has voted: Marcus Bell" in page_of(part).words
    assert f'hx-get="{address}?had=1"' in part.content.decode()
    assert "At least 2 people" in page_of(lead.post(address, {"do": "close"})).words
    assert lead.post(address, {"do": "stop"}).status_code == 303
    assert not VoteRound.objects.exists()
    part = lead.get(address, headers={"HX-Request": "true"})
    assert "The vote is closed. See what came out" in page_of(part).words
    refused = lead.post(address, {"method": "shout"})
    assert refused.status_code == 422
