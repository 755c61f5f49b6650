"""Votes: secret, once each, nothing lost when all vote at once, ties broken by the people themselves."""

import json
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import OperationalError, connection

from tests.build.cast import NOW, Cast
from tests.build.projects import Team, a_project
from tests.build.tools import a_card, a_tool, a_vote, ranked
from wellrun.accounts.models import Notification
from wellrun.core.actor import Actor
from wellrun.core.decision import NotAllowed
from wellrun.core.models import AuditRecord, AuditWords
from wellrun.projects.models import Tool, ToolItem, Vote, VoteRound, VoteTurn
from wellrun.projects.queries import tools as queries
from wellrun.projects.services import tools as services
from wellrun.projects.services.tools import ToolRefused
from wellrun.projects.values.tools import Counted, ranks_for, standings, ties


def opened(team: Team, tool: Tool, method: str = "rank", **more: object) -> VoteRound:
    return services.open_round(actor=team.lead, tool=tool, method=method, now=NOW, **more)  # type: ignore[arg-type]


def vote(who: Actor, tool: Tool, ballot: Mapping[int, int]) -> None:
    services.cast_vote(actor=who, tool=tool, ballot=ballot, now=NOW)


def close(team: Team, tool: Tool) -> None:
    services.close_round(actor=team.lead, tool=tool, now=NOW)


def places(tool: Tool) -> list[tuple[str, int, tuple[int, ...], bool]]:
    texts = {item.pk: item.text for item in ToolItem.objects.all()}
    return [
        (texts[each.item_id], each.place, each.points, each.is_tied) for each in queries.standings_of(tool)
    ]


def test_a_vote_is_opened_told_to_all_counted_and_closed(team: Team) -> None:
    tool, (hours, lights, doors) = a_vote(team)
    running = opened(team, tool)
    assert (running.points, queries.candidates_of(running)) == (3, [hours, lights, doors])
    asked = Notification.objects.get(person_id=team.partner.id)
    assert (asked.text, asked.message) == (
        "A vote waits for you: What first?", "A vote waits for you: %(title)s",
    ), "it is read in each person's own language"  # fmt: skip
    assert asked.address == f"/projects/{team.project.pk}/tools/{tool.pk}/"
    vote(team.partner, tool, ranked([lights, hours, doors]))
    vote(team.lead, tool, ranked([lights, doors, hours]))
    vote(team.coach, tool, ranked([hours, lights, doors]))
    assert queries.voters_of(running) == ["Amina Yusuf", "Marcus Bell", "Siôn Rees"]
    assert queries.standings_of(tool) == (), "secret until it is closed"
    close(team, tool)
    assert not Notification.objects.filter(kind="vote.opened", read_at=None).exists()
    assert (
        Notification.objects.get(person_id=team.partner.id, read_at=None).text
        == "The vote is closed, see what came out: What first?"
    )
    assert places(tool) == [
        ("Softer lights", 1, (8,), False), ("Quiet hours", 2, (6,), False),
        ("Doors that close softly", 3, (4,), False),
    ]  # fmt: skip


def test_what_somebody_chose_is_nowhere(team: Team) -> None:
    """With other choices of the same people nothing differs but the sums."""

    def world(first: int) -> tuple[str, list[tuple[int, int]]]:
        tool, items = a_vote(team)
        opened(team, tool)
        before = AuditRecord.objects.count()
        for number, who in enumerate((team.partner, team.lead, team.coach)):
            vote(who, tool, ranked(items[(first + number) % 3 :] + items[: (first + number) % 3]))
        records = AuditRecord.objects.order_by("pk")[before:]
        words = AuditWords.objects.filter(record__in=[each.pk for each in records])
        said = [(each.action, each.before, each.after, each.reason) for each in records]
        assert {(each.before, each.after) for each in words} <= {(None, None), ("", ""), ("null", "null")}
        sums = Vote.objects.filter(vote_round__tool=tool).values_list("points", "people")
        return json.dumps(said), list(sums)

    one, other = world(0), world(1)
    assert one == other
    assert {field.name for field in Vote._meta.get_fields()} == {
        "id", "vote_round", "item", "points", "people",
    }  # fmt: skip
    assert {field.name for field in VoteTurn._meta.get_fields()} == {"id", "vote_round", "person"}


def test_a_ballot_that_cannot_be_counted_changes_nothing(team: Team) -> None:
    for method, points, ballots in (
        (
            "rank", 0,
            (
                ((3, 3, 1), "Use each of these once"),
                ((3, 2, 0), "the highest for the best: 3, 2, 1"),
                ((), "Use each of these once"),
                ((30, 2, 1), "Use each of these once"),
            ),
        ),
        (
            "points", 5,
            (
                ((5, 5, 5), "You have 5 points. You gave 15"),
                ((), "You gave 0"),
                ((7, -2, 0), "Points start at 0"),
            ),
        ),
    ):  # fmt: skip
        tool, items = a_vote(team)
        opened(team, tool, method, points=points)
        for given, words in ballots:
            with pytest.raises(ToolRefused, match=words):
                vote(team.partner, tool, dict(zip([item.pk for item in items], given, strict=False)))
    assert not VoteTurn.objects.exists()
    assert set(Vote.objects.values_list("points", flat=True)) == {0}


def test_nobody_votes_twice_nor_after_it_is_closed_nor_for_what_is_not_there(team: Team) -> None:
    tool, items = a_vote(team)
    with pytest.raises(NotAllowed, match="is closed"):
        vote(team.partner, tool, ranked(items))
    opened(team, tool)
    with pytest.raises(ToolRefused, match="Load the page again"):
        vote(team.partner, tool, {0: 3})
    vote(team.partner, tool, ranked(items))
    for again in (ranked(items), ranked(items[::-1])):
        with pytest.raises(ToolRefused, match="You have voted"):
            vote(team.partner, tool, again)
    vote(team.coach, tool, ranked(items))
    close(team, tool)
    with pytest.raises(NotAllowed, match="is closed"):
        vote(team.lead, tool, ranked(items))
    assert [each.points for each in queries.standings_of(tool)] == [(6,), (4,), (2,)]


def test_points_may_all_go_to_one(team: Team) -> None:
    tool, (hours, lights, _doors) = a_vote(team)
    opened(team, tool, "points", points=5)
    vote(team.partner, tool, {hours.pk: 5})
    vote(team.lead, tool, {hours.pk: 1, lights.pk: 4})
    close(team, tool)
    assert places(tool)[:2] == [("Quiet hours", 1, (6,), False), ("Softer lights", 2, (4,), False)]


def test_a_tie_is_shown_and_broken_among_the_tied(team: Team) -> None:
    tool, (hours, lights, doors) = a_vote(team)
    opened(team, tool)
    vote(team.partner, tool, ranked([hours, lights, doors]))
    vote(team.lead, tool, ranked([lights, hours, doors]))
    close(team, tool)
    assert [(place, tied) for _text, place, _points, tied in places(tool)] == [
        (1, True),
        (1, True),
        (3, False),
    ]
    (tied,) = ties(queries.standings_of(tool))
    with pytest.raises(ToolRefused, match="not tied any more"):
        opened(team, tool, among=[hours.pk, doors.pk])
    second = opened(team, tool, among=tied)
    assert queries.candidates_of(second) == [hours, lights]
    vote(team.partner, tool, ranked([lights, hours]))
    vote(team.lead, tool, ranked([hours, lights]))
    close(team, tool)
    assert ties(queries.standings_of(tool)) == (tied,), "still tied: talk, and vote once more"
    opened(team, tool, among=tied)
    for who in (team.partner, team.lead):
        vote(who, tool, ranked([lights, hours]))
    close(team, tool)
    assert places(tool) == [
        ("Softer lights", 1, (5, 3, 4), False), ("Quiet hours", 2, (5, 3, 2), False),
        ("Doors that close softly", 3, (2,), False),
    ]  # fmt: skip


def test_a_later_vote_on_everything_starts_anew(team: Team) -> None:
    tool, items = a_vote(team)
    for order in (items, items[::-1]):
        opened(team, tool)
        vote(team.partner, tool, ranked(order))
        vote(team.lead, tool, ranked(order))
        close(team, tool)
    assert [text for text, *_rest in places(tool)] == [item.text for item in items[::-1]]


def test_what_got_no_vote_is_no_tie_to_break() -> None:
    found = standings(
        (Counted(item_id=1, points=5, people=2), Counted(item_id=2, points=0, people=0),
         Counted(item_id=3, points=0, people=0)), (),
    )  # fmt: skip
    assert [(each.item_id, each.place, each.is_tied) for each in found] == [
        (1, 1, False), (2, 2, True), (3, 2, True),
    ]  # fmt: skip
    assert ties(found) == ()
    assert [ranks_for(many) for many in (2, 5, 40)] == [(2, 1), (5, 4, 3, 2, 1), (5, 4, 3, 2, 1)]


def test_one_vote_alone_is_not_shown_and_a_vote_can_be_stopped(team: Team) -> None:
    tool, items = a_vote(team)
    opened(team, tool)
    vote(team.partner, tool, ranked(items))
    with pytest.raises(NotAllowed, match="At least 2 people"):
        close(team, tool)
    services.stop_round(actor=team.lead, tool=tool, now=NOW)
    assert not VoteRound.objects.exists()
    assert not Vote.objects.exists()
    assert not VoteTurn.objects.exists()
    with pytest.raises(ToolRefused, match="closed already"):
        close(team, tool)


def test_who_opened_it_or_leads_closes_it_and_nobody_else(team: Team) -> None:
    tool, items = a_vote(team)
    services.open_round(actor=team.partner, tool=tool, method="rank", now=NOW)
    for who in (team.partner, team.lead):
        vote(who, tool, ranked(items))
    for stranger in (team.coach, team.looker, team.outsider):
        for service in (services.close_round, services.stop_round):
            with pytest.raises(NotAllowed):
                service(actor=stranger, tool=tool, now=NOW)
    close(team, tool)


def test_what_people_vote_on_stays_as_it_is(team: Team) -> None:
    tool, items = a_vote(team)
    opened(team, tool)
    for late in (
        lambda: a_card(team, tool, "Late"),
        lambda: services.remove_item(actor=team.lead, tool=tool, item_id=items[0].pk, now=NOW),
        lambda: services.write_item(actor=team.lead, tool=tool, item_id=items[0].pk, text="x", now=NOW),
        lambda: services.remove_tool(actor=team.lead, tool=tool, now=NOW),
        lambda: opened(team, tool),
    ):
        with pytest.raises(NotAllowed, match="People are voting"):
            late()


def test_a_vote_that_makes_no_sense_is_not_opened(team: Team) -> None:
    tool, _items = a_vote(team)
    with pytest.raises(ToolRefused, match="how to vote"):
        opened(team, tool, "shout")
    with pytest.raises(ToolRefused, match="how many points"):
        opened(team, tool, "points", points=4)
    lonely, _one = a_vote(team, ["One idea"])
    with pytest.raises(ToolRefused, match="2 ideas or more"):
        opened(team, lonely)
    with pytest.raises(ToolRefused, match="Only ideas in a vote"):
        opened(team, a_tool(team, "affinity"))


def patiently(who: Actor, tool: Tool, ballot: Mapping[int, int]) -> None:
    """SQLite in memory, which only tests use, does not let a writer wait: so it is asked again."""
    until = time.monotonic() + 10
    while True:
        try:
            return vote(who, tool, ballot)
        except OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)


@pytest.mark.django_db(transaction=True)
def test_when_all_vote_at_the_same_moment_nothing_is_lost(transactional_db: None, cast: Cast) -> None:
    team = a_project(cast)
    tool, items = a_vote(team)
    opened(team, tool)
    voters = (team.lead, team.partner, team.coach)
    together = Barrier(len(voters))

    def go(who: Actor) -> None:
        together.wait(10)
        try:
            patiently(who, tool, ranked(items))
        finally:
            connection.close()

    with ThreadPoolExecutor(len(voters)) as pool:
        list(pool.map(go, voters))
    close(team, tool)
    assert [each.points for each in queries.standings_of(tool)] == [(9,), (6,), (3,)]
    assert VoteTurn.objects.count() == 3
