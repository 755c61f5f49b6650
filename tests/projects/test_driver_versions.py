"""A diagram is kept under a name, never changes, and is compared with another."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.build.cast import NOW
from tests.build.projects import Team
from wellrun.core.decision import NotAllowed, Refused, StaleEdit
from wellrun.core.models import AuditRecord
from wellrun.projects import queries
from wellrun.projects.models import Driver, DriverLink
from wellrun.projects.policies import differences, open_ends
from wellrun.projects.services import (
    DriverRefused,
    add_driver,
    keep_version,
    move_driver,
    remove_driver,
    rename_version,
    revise_aim,
    serve_another,
    write_driver,
)
from wellrun.projects.values import Part, Theory


def keep(team: Team, name: str) -> Theory:
    kept = keep_version(actor=team.partner, project=team.project, name=name, now=NOW)
    theory = queries.kept_theory(team.project, kept.pk)
    assert theory is not None
    return theory


def test_two_versions_say_what_was_added_removed_moved_and_reworded(team: Team) -> None:
    def add(kind: str, text: str, parent: int | None = None) -> int:
        common = {"actor": team.lead, "project": team.project, "now": NOW}
        return add_driver(**common, kind=kind, text=text, parent_id=parent).pk

    parts = {driver: add("primary", driver) for driver in ("Early", "Calm", "Trust")}
    card, huddle = add("idea", "Card", parts["Early"]), add("idea", "Huddles", parts["Early"])
    poster = add("idea", "Poster", parts["Early"])
    before = keep(team, "Before the tests")
    by_id = {driver.pk: driver for driver in queries.drivers_of(team.project)}
    change = {"actor": team.lead, "project": team.project, "now": NOW}
    write_driver(**change, driver=by_id[huddle], text="Huddles twice a day", why="Two shifts")
    serve_another(**change, driver=by_id[card], parent_id=parts["Calm"])
    remove_driver(**change, driver=by_id[poster])
    last = DriverLink.objects.get(child_id=parts["Trust"])
    move_driver(**change, link_id=last.pk, parent_id=None, position=0)
    add("idea", "Peer evenings", parts["Calm"])
    revise_aim(actor=team.lead, project=team.project, what="Halve restraints", now=NOW)
    found = differences(before, keep(team, "After"))
    assert [part.text for part in found.added] == ["Peer evenings"]
    assert [part.text for part in found.removed] == ["Poster"]
    assert [(each.before.text, each.after.text, each.after.why) for each in found.reworded] == [
        ("Huddles", "Huddles twice a day", "Two shifts")
    ]
    (moved,) = found.moved
    assert (moved.part.text, [part and part.text for part in moved.after]) == ("Card", ["Early", "Calm"])
    assert [part.text for part in found.reordered] == ["Trust"]
    assert found.aim is not None
    assert found.aim[1].startswith("Halve restraints")


def test_a_version_needs_a_name_of_its_own_and_something_to_keep(team: Team) -> None:
    with pytest.raises(DriverRefused, match="nothing in the diagram yet"):
        keep(team, "Empty")
    add_driver(actor=team.lead, project=team.project, kind="primary", text="Early", now=NOW)
    keep(team, "  Before   the tests ")
    assert [version.name for version in queries.versions_of(team.project)] == ["Before the tests"]
    record = AuditRecord.objects.latest("pk")
    assert (record.action, record.after) == ("drivers.kept", {"name": "Before the tests", "parts": 1})
    for name in ("Before the tests", " ", "x" * 121):
        with pytest.raises(DriverRefused):
            keep(team, name)
    with pytest.raises(Refused, match="NHS number"):
        keep(team, "About 943 476 5919")
    with pytest.raises(NotAllowed):
        keep_version(actor=team.looker, project=team.project, name="Mine", now=NOW)


def test_open_ends_name_what_nobody_tests_watches_or_fills(team: Team) -> None:
    def add(kind: str, text: str, parent: int | None = None) -> Driver:
        common = {"actor": team.lead, "project": team.project, "now": NOW}
        return add_driver(**common, kind=kind, text=text, parent_id=parent)

    early, calm = add("primary", "Early"), add("primary", "Calm")
    share = add("secondary", "Share", early.pk)
    card = add("idea", "Card", share.pk)
    lines = [(None, early.pk), (None, calm.pk), (early.pk, share.pk), (share.pk, card.pk)]
    rows = [early, calm, share, card]
    ends = open_ends(rows, lines=lines, tested=set(), watched={share.pk})
    assert (ends.untested, ends.unwatched, ends.bare) == ((card,), (calm,), (calm,))
    ends = open_ends(rows, lines=lines, tested={card.pk}, watched={early.pk, calm.pk})
    assert (ends.untested, ends.unwatched, ends.bare) == ((), (share,), (calm,))


def theory(order: list[int]) -> Theory:
    parts = tuple(Part(id=number, kind="primary", text=f"Part {number}") for number in sorted(order))
    return Theory(aim="", parts=parts, lines=tuple((None, number) for number in order))


@given(st.permutations(list(range(8))), st.integers(0, 7), st.integers(0, 7))
@settings(max_examples=50, deadline=None)
def test_one_part_that_is_put_elsewhere_is_one_difference(order: list[int], which: int, to: int) -> None:
    moved = [each for each in order if each != order[which]]
    moved.insert(to, order[which])
    found = differences(theory(list(order)), theory(moved))
    assert len(found.reordered) == (0 if to == which else 1)
    assert found.is_none == (to == which)
    assert Theory.of_json(theory(moved).as_json()) == theory(moved)


def test_a_kept_version_gets_another_name_and_holds_what_it_held(team: Team) -> None:
    add_driver(actor=team.lead, project=team.project, kind="primary", text="Calm", now=NOW)
    kept = keep(team, "Before")
    version = queries.versions_of(team.project).get()
    told = {"project": team.project, "version_id": version.pk, "now": NOW}
    rename_version(actor=team.lead, name=" Before  the tests", was="Before", **told)
    assert queries.versions_of(team.project).get().name == "Before the tests"
    assert queries.kept_theory(team.project, version.pk) == kept
    record = AuditRecord.objects.latest("pk")
    assert (record.action, record.before, record.after) == (
        "drivers.renamed", {"name": "Before"}, {"name": "Before the tests"},
    )  # fmt: skip
    with pytest.raises(StaleEdit) as stale:
        rename_version(actor=team.partner, name="At first", was="Before", **told)
    assert (stale.value.theirs, stale.value.yours) == ("Before the tests", "At first")
    rename_version(actor=team.partner, name="At first", was="Before the tests", **told)
    keep(team, "Later")
    for name, why in (("Later", "of this name"), ("", "Give it a name"), ("x" * 121, "120 characters")):
        with pytest.raises(DriverRefused, match=why):
            rename_version(actor=team.lead, name=name, **told)
    with pytest.raises(DriverRefused, match="not one of this project"):
        rename_version(actor=team.lead, name="Lost", project=team.project, version_id=0, now=NOW)
    with pytest.raises(NotAllowed):
        rename_version(actor=team.sponsor, name="Mine", **told)
