"""The driver diagram: one theory in levels. A driver may serve two parents; nothing runs in a circle."""

import pytest

from tests.build.cast import NOW
from tests.build.kept import kept
from tests.build.projects import Team
from wellrun.core.decision import NotAllowed, StaleEdit
from wellrun.core.models import AuditRecord
from wellrun.projects import queries
from wellrun.projects.models import Driver, Project
from wellrun.projects.policies import diagram_hints
from wellrun.projects.queries import Branch
from wellrun.projects.services import (
    DriverRefused,
    add_driver,
    move_driver,
    remove_driver,
    restore_driver,
    serve_another,
    write_driver,
)


def add(team: Team, kind: str, text: str, parent: Driver | None = None) -> Driver:
    return add_driver(
        actor=team.partner, project=team.project, kind=kind, text=text,
        parent_id=parent.pk if parent else None, now=NOW,
    )  # fmt: skip


def shown(branches: tuple[Branch, ...]) -> list[object]:
    return [[branch.driver.text, *shown(branch.below)] for branch in branches]


@kept
def theory(team: Team) -> dict[str, Driver]:
    early = add(team, "primary", "Spotting distress early")
    calm = add(team, "primary", "A calm place")
    share = add(team, "secondary", "Everyone shares", early)
    card = add(team, "idea", "Distress card", share)
    huddle = add(team, "idea", "Huddles", share)
    return {"early": early, "calm": calm, "share": share, "card": card, "huddle": huddle}


def test_it_is_drawn_from_the_aim_to_what_is_tried(team: Team, theory: dict[str, Driver]) -> None:
    assert shown(queries.diagram_of(team.project)) == [
        ["Spotting distress early", ["Everyone shares", ["Distress card"], ["Huddles"]]],
        ["A calm place"],
    ]
    assert [idea.text for idea in queries.ideas_of(team.project)] == ["Distress card", "Huddles"]
    assert queries.drivers_of(team.project)[0] == theory["early"]
    assert AuditRecord.objects.filter(action="driver.added").count() == 5


@pytest.mark.parametrize(
    ("kind", "parent", "words"),
    [
        ("primary", "early", "right below the aim"),
        ("secondary", None, "below a primary driver"),
        ("secondary", "share", "below a primary driver"),
        ("idea", None, "below a driver"),
        ("idea", "card", "below a driver"),
        ("wish", None, "Choose a driver or a change idea"),
    ],
)
def test_each_kind_stands_where_it_can(
    team: Team, theory: dict[str, Driver], kind: str, parent: str | None, words: str
) -> None:
    with pytest.raises(DriverRefused, match=words):
        add(team, kind, "Something", theory[parent] if parent else None)


def test_a_driver_may_serve_two_parents(team: Team, theory: dict[str, Driver]) -> None:
    for _ in range(2):
        serve_another(
            actor=team.lead, project=team.project, driver=theory["card"], parent_id=theory["calm"].pk, now=NOW
        )
    early, calm = queries.diagram_of(team.project)
    assert calm.below[0].driver == theory["card"] == early.below[0].below[0].driver
    assert (calm.below[0].also_serves, early.below[0].below[0].also_serves) == (1, 1)
    with pytest.raises(DriverRefused, match="“Distress card” is there already"):
        move_driver(
            actor=team.lead, project=team.project, link_id=calm.below[0].link_id,
            parent_id=theory["share"].pk, position=0, now=NOW,
        )  # fmt: skip


def test_it_is_moved_and_put_in_order(team: Team, theory: dict[str, Driver]) -> None:
    early, calm = queries.diagram_of(team.project)
    huddle = early.below[0].below[1]

    def put(link: Branch, parent: Driver | None, position: int) -> None:
        move_driver(
            actor=team.lead, project=team.project, link_id=link.link_id,
            parent_id=parent.pk if parent else None, position=position, now=NOW,
        )  # fmt: skip

    put(huddle, theory["share"], 0)
    put(calm, None, 0)
    put(early.below[0], theory["calm"], 9)
    assert shown(queries.diagram_of(team.project)) == [
        ["A calm place", ["Everyone shares", ["Huddles"], ["Distress card"]]],
        ["Spotting distress early"],
    ]
    moved = AuditRecord.objects.filter(action="driver.moved").count()
    put(calm, None, 0)
    assert AuditRecord.objects.filter(action="driver.moved").count() == moved, "nothing moved"
    with pytest.raises(DriverRefused, match="cannot serve itself, or a part that serves it"):
        put(early.below[0], theory["card"], 0)
    with pytest.raises(DriverRefused, match="is gone"):
        move_driver(actor=team.lead, project=team.project, link_id=0, parent_id=None, position=0, now=NOW)


def test_what_is_taken_out_can_be_put_back_where_it_was(team: Team, theory: dict[str, Driver]) -> None:
    remove_driver(actor=team.lead, project=team.project, driver=theory["share"], now=NOW)
    assert shown(queries.diagram_of(team.project))[0] == ["Spotting distress early"]
    with pytest.raises(DriverRefused, match="is gone"):
        write_driver(actor=team.lead, project=team.project, driver=theory["share"], text="x", now=NOW)
    restore_driver(actor=team.partner, project=team.project, driver_id=theory["share"].pk, now=NOW)
    assert shown(queries.diagram_of(team.project))[0] == [
        "Spotting distress early", ["Everyone shares", ["Distress card"], ["Huddles"]],
    ]  # fmt: skip
    with pytest.raises(DriverRefused, match="nothing to put back"):
        restore_driver(actor=team.partner, project=team.project, driver_id=theory["share"].pk, now=NOW)


def test_two_people_who_write_on_one_driver_lose_nothing(team: Team, theory: dict[str, Driver]) -> None:
    seen = Project.objects.get().version
    card = theory["card"]
    write_driver(actor=team.partner, project=team.project, driver=card, text="Card, together", now=NOW)
    write_driver(
        actor=team.lead, project=team.project, driver=theory["huddle"], text="Huddles twice",
        expected_version=seen, now=NOW,
    )  # fmt: skip
    with pytest.raises(StaleEdit) as stale:
        write_driver(
            actor=team.lead, project=team.project, driver=card, text="A card", expected_version=seen, now=NOW
        )
    assert (stale.value.theirs, stale.value.yours) == ("Card, together", "A card")


def test_words_are_needed_and_bounded(team: Team) -> None:
    for text in (" ", "x" * 201):
        with pytest.raises(DriverRefused):
            add(team, "primary", text)
    with pytest.raises(DriverRefused):
        add_driver(actor=team.lead, project=team.project, kind="primary", text="x", why="y" * 2001, now=NOW)
    with pytest.raises(NotAllowed):
        add_driver(actor=team.looker, project=team.project, kind="primary", text="x", now=NOW)


def test_hints_say_what_to_think_about_next(team: Team, theory: dict[str, Driver]) -> None:
    rows = queries.drivers_of(team.project)
    parents = {theory["early"].pk, theory["share"].pk}
    hints = diagram_hints(rows, parents=parents, tested=set(), has_aim=False)
    assert "Agree the aim first" in hints[0]
    assert "“A calm place” has nothing below it yet" in hints[1]
    assert "No idea is tested yet" in hints[2]
    hints = diagram_hints(rows, parents=parents, tested={theory["card"].pk}, has_aim=True)
    assert hints[1].startswith("“Huddles”: nobody tests it yet")
    theory["calm"].text = "“Shall we go?”"
    (hint,) = diagram_hints([theory["calm"]], parents=(), tested=(), has_aim=True)
    assert hint.startswith("“‘Shall we go?’” has nothing below it")


def test_a_driver_that_no_measure_watches_is_named_once_tests_run(
    team: Team, theory: dict[str, Driver]
) -> None:
    rows = [theory["early"], theory["card"]]
    parents, tested = {theory["early"].pk}, {theory["card"].pk}
    hints = diagram_hints(rows, parents=parents, tested=tested, has_aim=True)
    assert [hint.startswith("No measure watches “Spotting distress early”") for hint in hints] == [True]
    watched = {theory["early"].pk}
    assert diagram_hints(rows, parents=parents, tested=tested, watched=watched, has_aim=True) == ()
