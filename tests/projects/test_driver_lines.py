"""Parts in their places: another parent, another level, another order, two parents, and never a circle."""

import pytest

from tests.build.cast import NOW
from tests.build.projects import Team
from wellrun.core.decision import NotAllowed, StaleEdit
from wellrun.core.models import AuditRecord
from wellrun.projects import queries
from wellrun.projects.models import Driver, DriverLink, Project
from wellrun.projects.services import (
    DriverRefused,
    add_driver,
    move_driver,
    remove_driver,
    restore_driver,
    serve_another,
    stop_serving,
    write_driver,
)


def add(team: Team, kind: str, text: str, *parents: Driver) -> Driver:
    first = parents[0].pk if parents else None
    driver = add_driver(actor=team.lead, project=team.project, kind=kind, text=text, parent_id=first, now=NOW)
    for parent in parents[1:]:
        serve_another(actor=team.lead, project=team.project, driver=driver, parent_id=parent.pk, now=NOW)
    return driver


def line(child: Driver, parent: Driver | None = None) -> DriverLink:
    return DriverLink.objects.get(child=child, parent=parent)


def move(team: Team, what: DriverLink, to: Driver | None, position: int = 9, seen: int | None = None) -> None:
    move_driver(
        actor=team.lead, project=team.project, link_id=what.pk, parent_id=to.pk if to else None,
        position=position, expected_version=seen, now=NOW,
    )  # fmt: skip


def outline(team: Team) -> list[str]:
    depth: dict[int | None, int] = {None: -1}
    out = []
    for branch in queries.branches_in(queries.diagram_of(team.project)):
        depth[branch.driver.pk] = depth[branch.parent_id] + 1
        out.append(f"{'.' * depth[branch.driver.pk]}{branch.driver.text} ({branch.driver.kind})")
    return out


def test_a_secondary_driver_becomes_primary_below_the_aim_and_back(team: Team) -> None:
    early = add(team, "primary", "Early")
    share = add(team, "secondary", "Share", early)
    add(team, "idea", "Card", share)
    move(team, line(share, early), None, 0)
    assert outline(team) == ["Share (primary)", ".Card (idea)", "Early (primary)"]
    record = AuditRecord.objects.filter(action="driver.moved").latest("pk")
    assert record.after == {"parent_id": None, "position": 0, "kind": "primary"}
    move(team, line(share), early)
    assert outline(team) == ["Early (primary)", ".Share (secondary)", "..Card (idea)"]


def test_a_part_cannot_serve_what_serves_it(team: Team) -> None:
    early = add(team, "primary", "Early")
    share = add(team, "secondary", "Share", early)
    card = add(team, "idea", "Card", share)
    for what, to in ((line(early), early), (line(early), share), (line(share, early), card)):
        with pytest.raises(DriverRefused, match="cannot serve itself, or a part that serves it"):
            move(team, what, to)
    with pytest.raises(DriverRefused, match="cannot serve itself"):
        serve_another(actor=team.lead, project=team.project, driver=share, parent_id=share.pk, now=NOW)
    assert outline(team) == ["Early (primary)", ".Share (secondary)", "..Card (idea)"]


def test_a_level_changes_only_where_nothing_is_left_hanging(team: Team) -> None:
    early, calm = add(team, "primary", "Early"), add(team, "primary", "Calm")
    share, sleep = add(team, "secondary", "Share", early, calm), add(team, "secondary", "Sleep", early)
    with pytest.raises(DriverRefused, match="has 2 secondary drivers of its own"):
        move(team, line(early), calm)
    with pytest.raises(DriverRefused, match="serves another driver too"):
        move(team, line(share, early), None)
    with pytest.raises(DriverRefused, match="below a primary driver"):
        move(team, line(calm), sleep)
    stop_serving(actor=team.lead, project=team.project, link_id=line(share, calm).pk, now=NOW)
    move(team, line(calm), early, 0)
    assert outline(team)[:2] == ["Early (primary)", ".Calm (secondary)"]


def test_a_driver_that_was_taken_out_comes_back_only_where_it_can_stand(team: Team) -> None:
    early, calm = add(team, "primary", "Early"), add(team, "primary", "Calm")
    share = add(team, "secondary", "Share", calm)
    remove_driver(actor=team.lead, project=team.project, driver=share, now=NOW)
    move(team, line(calm), early)
    with pytest.raises(DriverRefused, match="“Calm” is a secondary driver now"):
        restore_driver(actor=team.lead, project=team.project, driver_id=share.pk, now=NOW)


def test_one_of_two_lines_is_taken_away_and_the_last_one_stays(team: Team) -> None:
    early, calm = add(team, "primary", "Early"), add(team, "primary", "Calm")
    card = add(team, "idea", "Card", early, calm)
    stop_serving(actor=team.partner, project=team.project, link_id=line(card, calm).pk, now=NOW)
    assert outline(team) == ["Early (primary)", ".Card (idea)", "Calm (primary)"]
    assert AuditRecord.objects.latest("pk").before == {"parent_id": calm.pk}
    with pytest.raises(DriverRefused, match="serves nothing else"):
        stop_serving(actor=team.lead, project=team.project, link_id=line(card, early).pk, now=NOW)
    serve_another(actor=team.lead, project=team.project, driver=card, parent_id=calm.pk, now=NOW)
    remove_driver(actor=team.lead, project=team.project, driver=calm, now=NOW)
    with pytest.raises(DriverRefused, match="serves nothing else"):
        stop_serving(actor=team.lead, project=team.project, link_id=line(card, early).pk, now=NOW)
    with pytest.raises(NotAllowed):
        stop_serving(actor=team.looker, project=team.project, link_id=line(card, early).pk, now=NOW)


def test_a_place_counts_what_is_shown(team: Team) -> None:
    one, two, three = (add(team, "primary", text) for text in ("One", "Two", "Three"))
    remove_driver(actor=team.lead, project=team.project, driver=two, now=NOW)
    move(team, line(one), None, 1)
    assert outline(team) == ["Three (primary)", "One (primary)"]
    restore_driver(actor=team.lead, project=team.project, driver_id=two.pk, now=NOW)
    assert outline(team) == ["Two (primary)", "Three (primary)", "One (primary)"]
    move(team, line(three), None, -5)
    assert outline(team)[0] == "Three (primary)"


def test_what_somebody_else_moved_is_not_moved_away_unseen(team: Team) -> None:
    early, calm = add(team, "primary", "Early"), add(team, "primary", "Calm")
    rest = add(team, "primary", "Rest")
    card = add(team, "idea", "Card", early)
    seen = Project.objects.get().version
    move_driver(
        actor=team.partner, project=team.project, link_id=line(card, early).pk, parent_id=calm.pk,
        position=0, now=NOW,
    )  # fmt: skip
    with pytest.raises(StaleEdit) as stale:
        move(team, line(card, calm), rest, seen=seen)
    assert (stale.value.theirs, stale.value.yours) == ("Calm", "Rest")
    assert stale.value.sentence.startswith("Marcus Bell put this in another place on 14 April 2026")
    move(team, line(card, calm), rest, seen=Project.objects.get().version)
    move(team, line(card, rest), early, seen=seen + 1)
    assert line(card, early), "one's own moves are no surprise"


def test_the_reason_and_whose_idea_it_was_are_kept_apart_from_the_words(team: Team) -> None:
    early = add(team, "primary", "Early")
    write = {"actor": team.lead, "project": team.project, "driver": early, "now": NOW}
    write_driver(**write, text="Early", why="They said so", source="Marcus, at the ward meeting")
    write_driver(**write, text="Earlier", why="They said so")
    early.refresh_from_db()
    assert (early.text, early.source) == ("Earlier", "Marcus, at the ward meeting")
    seen = Project.objects.get().version
    write_driver(**(write | {"actor": team.partner}), text="Earlier", why="We saw it on nights")
    with pytest.raises(StaleEdit) as stale:
        write_driver(**write, text="Earlier", why="A study says so", expected_version=seen)
    assert (stale.value.theirs, stale.value.yours) == ("We saw it on nights", "A study says so")
    with pytest.raises(DriverRefused):
        write_driver(**write, text="Earlier", source="x" * 201)
