"""Tools: cards in places, moved and taken out without loss, and turned into drivers and ideas."""

import pytest

from tests.build.cast import NOW, Cast
from tests.build.projects import Team, a_project
from tests.build.tools import a_card, a_tool, first_place
from wellrun.core.decision import NotAllowed, Refused, StaleEdit
from wellrun.core.models import AuditRecord
from wellrun.core.visibility import Visibility
from wellrun.projects import queries
from wellrun.projects.models import Driver, Project, Tool, ToolItem
from wellrun.projects.permissions import may_view_tool
from wellrun.projects.queries import tools as tool_queries
from wellrun.projects.queries.tools import Card
from wellrun.projects.services import remove_driver
from wellrun.projects.services import tools as services
from wellrun.projects.services.tools import ToolRefused
from wellrun.projects.values import State
from wellrun.projects.values.tools import KINDS, MOST_GROUPS, MOST_ITEMS, ToolKind

LONG = "x" * (5 * 1024 * 1024)
MARKUP = "<script>alert(1)</script><b>bold</b>"


def shown(cards: tuple[Card, ...]) -> list[object]:
    return [[card.item.text, *shown(card.below)] for card in cards]


def standing(tool: Tool) -> list[object]:
    return shown(tool_queries.cards_of(tool))


def move(team: Team, tool: Tool, item: ToolItem, **where: object) -> ToolItem:
    told: dict[str, object] = {"place": item.place, "parent_id": item.parent_id, **where}
    return services.move_item(actor=team.lead, tool=tool, item_id=item.pk, now=NOW, **told)  # type: ignore[arg-type]


def test_every_kind_is_started_filled_and_read_back(team: Team) -> None:
    for kind in ToolKind.values:
        tool = a_tool(team, kind)
        for text in ("First", MARKUP):
            a_card(team, tool, text)
        cards = tool_queries.cards_of(tool)
        assert [card.item.text for card in cards] == ["First", MARKUP]
        assert {card.item.place for card in cards} == {first_place(kind)}
        found = tool_queries.tools_of(team.partner, team.project)[0]
        assert (found, found.n_items, found.subject) == (tool, 2, "Evenings are loud")
        assert AuditRecord.objects.filter(action="tool_item.added", part__startswith=f"{kind}/").count() == 2


def test_the_table_of_kinds_helps_a_first_timer_with_every_kind() -> None:
    assert set(KINDS) == set(ToolKind.values)
    for kind in KINDS.values():
        assert len(kind.how) == 4
        assert all(map(str, (kind.asks, kind.what_for, kind.when_not, kind.subject, kind.example, kind.item)))
        words = " ".join(map(str, kind.how)).lower()
        assert any(word in words for word in ("patient", "those who", "who was there")), kind.kind


def test_bad_words_are_refused_beside_their_field(team: Team) -> None:
    for kind, title, field in (
        ("fishbone", " ", "title"),
        ("fishbone", LONG, "title"),
        ("wheel", "x", "kind"),
    ):
        with pytest.raises(ToolRefused) as refusal:
            services.add_tool(actor=team.lead, project=team.project, kind=kind, title=title, now=NOW)
        assert refusal.value.field == field
    tool = a_tool(team, "fishbone")
    for text in ("", " \n", LONG, "\0"):
        with pytest.raises(ToolRefused) as refusal:
            a_card(team, tool, text)
        assert refusal.value.field == "text"
    with pytest.raises(ToolRefused, match="Keep this to 300"):
        services.name_tool(actor=team.lead, tool=tool, title="x", subject=LONG, now=NOW)
    with pytest.raises(ToolRefused, match="Choose where it belongs"):
        a_card(team, tool, "x", place="nowhere")
    with pytest.raises(Refused, match="NHS number"):
        a_card(team, tool, "Ask 943 476 5919 what happened")
    assert not ToolItem.objects.exists()


def test_numbers_are_those_of_the_kind(team: Team) -> None:
    for kind, number, words in (
        ("pareto", None, "Choose or type a number"),
        ("force_field", None, "Choose or type a number"),
        ("force_field", 6, "Choose one of the list"),
        ("fishbone", 0, "Choose one of the list"),
        ("pareto", -1, "between 0 and 1,000,000"),
        ("process_map", 1_000_001, "between 0 and 1,000,000"),
        ("affinity", 1, "have no number"),
    ):
        tool = a_tool(team, kind)
        with pytest.raises(ToolRefused, match=words) as refusal:
            services.add_item(
                actor=team.lead, tool=tool, text="x", place=first_place(kind), number=number, now=NOW
            )
        assert refusal.value.field == "number"
    assert not ToolItem.objects.exists()


def test_whys_stand_below_each_other_and_never_below_themselves(team: Team) -> None:
    tool = a_tool(team, "five_whys")
    first = a_card(team, tool, "The trolley came late")
    second = a_card(team, tool, "The lift was out of use", below=first)
    third = a_card(team, tool, "Nobody reported it", below=second)
    assert standing(tool) == [[first.text, [second.text, [third.text]]]]
    for below in (first, second, third):
        with pytest.raises(ToolRefused, match="cannot stand below itself"):
            move(team, tool, first, parent_id=below.pk)
    move(team, tool, third, parent_id=first.pk)
    move(team, tool, second, parent_id=None)
    assert standing(tool) == [[first.text, [third.text]], [second.text]]


def test_no_tool_grows_deeper_than_its_kind(team: Team) -> None:
    bone = a_tool(team, "fishbone")
    cause = a_card(team, bone, "Doors slam")
    why = a_card(team, bone, "No dampers", below=cause)
    deep = a_card(team, bone, "Never ordered", below=why)
    other = a_card(team, bone, "Loud floors")
    with pytest.raises(ToolRefused, match="too deep"):
        a_card(team, bone, "No budget", below=deep)
    with pytest.raises(ToolRefused, match="too deep"):
        move(team, bone, cause, place="", parent_id=other.pk)
    flat = a_tool(team, "pareto")
    with pytest.raises(ToolRefused, match="too deep"):
        a_card(team, flat, "Below", below=a_card(team, flat, "Pain"))
    services.remove_item(actor=team.lead, tool=bone, item_id=cause.pk, now=NOW)
    with pytest.raises(ToolRefused, match="is gone"):
        a_card(team, bone, "Below what nobody sees", below=why)
    with pytest.raises(ToolRefused, match="is gone"):
        a_card(team, bone, "Of another tool", below=ToolItem.objects.get(text="Pain"))


def test_cards_are_put_in_order_and_in_other_places(team: Team) -> None:
    grid = a_tool(team, "effort_impact")
    one, two, three = (a_card(team, grid, text) for text in ("One", "Two", "Three"))
    move(team, grid, three, position=0)
    assert standing(grid) == [["Three"], ["One"], ["Two"]]
    move(team, grid, one, place="plan")
    one.refresh_from_db()
    assert (one.place, one.position) == ("plan", 0)
    moved = AuditRecord.objects.filter(action="tool_item.moved").count()
    move(team, grid, two, position=9)
    move(team, grid, two, position=9)
    assert AuditRecord.objects.filter(action="tool_item.moved").count() == moved, "nothing moved"


def test_the_steps_of_a_map_have_one_order_across_its_lanes(team: Team) -> None:
    tool = a_tool(team, "process_map")
    lanes = ("Patient or carer", "Ward team", "Patient or carer")
    ring, answer, wait = (
        a_card(team, tool, text, place=lane)
        for text, lane in zip(("Ring", "Answer", "Wait"), lanes, strict=True)
    )
    move(team, tool, wait, position=1)
    move(team, tool, answer, place="Others", position=2)
    assert standing(tool) == [["Ring"], ["Wait"], ["Answer"]]
    assert ToolItem.objects.get(pk=answer.pk).place == "Others"
    assert ring.place == "Patient or carer"


def test_what_is_taken_out_can_be_put_back_with_what_stood_below_it(team: Team) -> None:
    tool = a_tool(team, "five_whys")
    first = a_card(team, tool, "First")
    a_card(team, tool, "Below", below=first)
    services.remove_item(actor=team.lead, tool=tool, item_id=first.pk, now=NOW)
    assert standing(tool) == []
    assert tool_queries.removed_items(tool) == [first]
    for late in (
        lambda: services.remove_item(actor=team.lead, tool=tool, item_id=first.pk, now=NOW),
        lambda: services.write_item(actor=team.lead, tool=tool, item_id=first.pk, text="x", now=NOW),
        lambda: a_card(team, tool, "Late", below=first),
    ):
        with pytest.raises(ToolRefused, match="is gone"):
            late()
    below = ToolItem.objects.get(text="Below")
    ToolItem.objects.filter(pk=below.pk).update(is_removed=True)
    with pytest.raises(ToolRefused, match="Put back “First” first"):
        services.restore_item(actor=team.partner, tool=tool, item_id=below.pk, now=NOW)
    for item in (first, below):
        services.restore_item(actor=team.partner, tool=tool, item_id=item.pk, now=NOW)
    assert standing(tool) == [["First", ["Below"]]]
    with pytest.raises(ToolRefused, match="nothing to put back"):
        services.restore_item(actor=team.partner, tool=tool, item_id=first.pk, now=NOW)


def test_a_tool_is_taken_away_and_put_back_whole(team: Team) -> None:
    tool = a_tool(team, "affinity")
    a_card(team, tool, "A note")
    services.remove_tool(actor=team.lead, tool=tool, now=NOW)
    assert tool_queries.tool_for(team.lead, team.project, tool.pk) is None
    assert list(tool_queries.removed_tools(team.lead, team.project)) == [tool]
    with pytest.raises(NotAllowed, match="was taken away"):
        a_card(team, tool, "Late")
    services.restore_tool(actor=team.partner, tool=tool, now=NOW)
    assert standing(tool) == [["A note"]]
    with pytest.raises(ToolRefused, match="nothing to put back"):
        services.restore_tool(actor=team.partner, tool=tool, now=NOW)


def test_groups_are_the_teams_own(team: Team) -> None:
    tool = a_tool(team, "fishbone")
    card = a_card(team, tool, "Doors slam")
    services.add_group(actor=team.lead, tool=tool, name=" Money ", now=NOW)
    services.name_group(actor=team.lead, tool=tool, group="Place", name="The building", now=NOW)
    services.name_group(actor=team.lead, tool=tool, group="The building", name=" The building ", now=NOW)
    services.move_group(actor=team.lead, tool=tool, group="Money", position=0, now=NOW)
    tool.refresh_from_db()
    assert tool.groups == [
        "Money", "People", "The building", "Equipment", "How we work", "Information",
        "What matters to patients",
    ]  # fmt: skip
    card.refresh_from_db()
    assert card.place == "The building"
    with pytest.raises(ToolRefused, match="Move what stands in “The building” first"):
        services.remove_group(actor=team.lead, tool=tool, group="The building", now=NOW)
    services.remove_item(actor=team.lead, tool=tool, item_id=card.pk, now=NOW)
    services.remove_group(actor=team.lead, tool=tool, group="The building", now=NOW)
    services.restore_item(actor=team.lead, tool=tool, item_id=card.pk, now=NOW)
    card.refresh_from_db()
    assert card.place == "Money", "what comes back stands where people see it"


def test_groups_have_names_of_their_own_and_are_not_too_many(team: Team) -> None:
    tool = a_tool(team, "affinity")
    for number in range(MOST_GROUPS):
        services.add_group(actor=team.lead, tool=tool, name=f"Group {number}", now=NOW)
    with pytest.raises(ToolRefused, match="There are 12 already"):
        services.add_group(actor=team.lead, tool=tool, name="One more", now=NOW)
    for name, words in (("GROUP 1", "of this name"), (" ", "Give it a name"), (LONG, "Keep this to 60")):
        with pytest.raises(ToolRefused, match=words):
            services.name_group(actor=team.lead, tool=tool, group="Group 0", name=name, now=NOW)
    for service in (services.remove_group, services.move_group, services.name_group):
        told = {services.move_group: {"position": 0}, services.name_group: {"name": "x"}}.get(service, {})
        with pytest.raises(ToolRefused, match="Load the page again"):
            service(actor=team.lead, tool=tool, group="Gone", now=NOW, **told)  # type: ignore[operator]
    with pytest.raises(ToolRefused, match="fixed places"):
        services.add_group(actor=team.lead, tool=a_tool(team, "force_field"), name="x", now=NOW)


def test_a_map_keeps_one_lane(team: Team) -> None:
    tool = a_tool(team, "process_map")
    for lane in ("Others", "Ward team"):
        services.remove_group(actor=team.lead, tool=tool, group=lane, now=NOW)
    with pytest.raises(ToolRefused, match="Keep at least one"):
        services.remove_group(actor=team.lead, tool=tool, group="Patient or carer", now=NOW)


def test_people_count_where_it_happens(team: Team) -> None:
    tool = a_tool(team, "pareto")
    pain = a_card(team, tool, "Pain")
    for who, more in ((team.lead, 1), (team.partner, 1), (team.coach, -1), (team.partner, 1)):
        services.count_item(actor=who, tool=tool, item_id=pain.pk, more=more, now=NOW)
    pain.refresh_from_db()
    assert pain.number == 5
    same = services.write_item(actor=team.lead, tool=tool, item_id=pain.pk, text="Pain", number=5, now=NOW)
    assert same == pain
    assert not AuditRecord.objects.filter(action="tool_item.written").exists()
    for _slip in range(7):
        services.count_item(actor=team.lead, tool=tool, item_id=pain.pk, more=-1, now=NOW)
    assert ToolItem.objects.get(pk=pain.pk).number == 0
    with pytest.raises(ToolRefused, match="Nothing is counted"):
        services.count_item(actor=team.lead, tool=tool, item_id=pain.pk, more=500, now=NOW)
    bone = a_tool(team, "fishbone")
    cause = a_card(team, bone, "x")
    with pytest.raises(ToolRefused, match="Nothing is counted"):
        services.count_item(actor=team.lead, tool=bone, item_id=cause.pk, more=1, now=NOW)


def test_two_people_who_write_on_one_card_lose_nothing(team: Team) -> None:
    tool = a_tool(team, "force_field")
    card, other = a_card(team, tool, "Families ask for it"), a_card(team, tool, "Other")
    seen = Project.objects.get().version
    services.write_item(
        actor=team.partner, tool=tool, item_id=card.pk, text="Families want it", number=5, now=NOW
    )
    services.write_item(
        actor=team.lead, tool=tool, item_id=other.pk, text="Others", number=4, expected_version=seen, now=NOW
    )
    with pytest.raises(StaleEdit) as stale:
        services.write_item(
            actor=team.lead,
            tool=tool,
            item_id=card.pk,
            text="Families",
            number=2,
            expected_version=seen,
            now=NOW,
        )
    assert (stale.value.theirs, stale.value.yours) == ("Families want it (5)", "Families (2)")
    seen = Project.objects.get().version
    services.name_tool(actor=team.partner, tool=tool, title="Visits", subject="Longer", now=NOW)
    with pytest.raises(StaleEdit) as stale:
        services.name_tool(actor=team.lead, tool=tool, title="Stays", expected_version=seen, now=NOW)
    assert (stale.value.theirs, stale.value.yours) == ("Visits: Longer", "Stays")
    assert services.name_tool(
        actor=team.lead, tool=tool, title="Visits", subject="Longer", expected_version=seen, now=NOW
    )


def test_a_move_and_a_new_group_stand_in_nobodys_way(team: Team) -> None:
    tool = a_tool(team, "fishbone")
    card = a_card(team, tool, "Doors slam")
    seen = Project.objects.get().version
    move(team, tool, card, place="People")
    services.add_group(actor=team.partner, tool=tool, name="Money", now=NOW)
    services.write_item(
        actor=team.lead, tool=tool, item_id=card.pk, text="Doors bang", expected_version=seen, now=NOW
    )
    services.name_tool(actor=team.lead, tool=tool, title="Noise", expected_version=seen, now=NOW)
    assert Tool.objects.get().title == "Noise"


def test_a_card_becomes_a_driver_or_an_idea_and_shows_it(team: Team) -> None:
    tool = a_tool(team, "fishbone")
    cause, idea = a_card(team, tool, "Doors slam"), a_card(team, tool, "Fit dampers")
    version = Project.objects.get().version
    driver = services.turn_into_driver(
        actor=team.partner, tool=tool, item_id=cause.pk, kind="primary", now=NOW
    )
    assert (driver.text, driver.kind, driver.source) == ("Doors slam", "primary", "Calm evenings")
    assert Project.objects.get().version == version + 1, "one change, one record"
    made = services.turn_into_driver(
        actor=team.lead, tool=tool, item_id=idea.pk, kind="idea", parent_id=driver.pk, now=NOW
    )
    assert [row.text for row in queries.ideas_of(team.project)] == ["Fit dampers"]
    record = AuditRecord.objects.filter(action="driver.added").latest("pk")
    assert record.part == f"driver/{made.pk}"
    assert record.after["from"] == f"fishbone/{tool.pk}/{idea.pk}"
    assert {item.became_id for item in ToolItem.objects.all()} == {driver.pk, made.pk}
    with pytest.raises(ToolRefused, match="in the driver diagram already"):
        services.turn_into_driver(actor=team.lead, tool=tool, item_id=idea.pk, kind="primary", now=NOW)
    remove_driver(actor=team.lead, project=team.project, driver=made, now=NOW)
    services.turn_into_driver(
        actor=team.lead, tool=tool, item_id=idea.pk, kind="idea", parent_id=driver.pk, now=NOW
    )
    with pytest.raises(Refused, match="below a driver"):
        services.turn_into_driver(
            actor=team.lead, tool=tool, item_id=a_card(team, tool, "x").pk, kind="idea", now=NOW
        )


def test_who_somebody_is_does_not_travel_into_the_diagram(team: Team) -> None:
    tool = a_tool(team, "stakeholders", title="Who is against it")
    card = a_card(team, tool, "Night staff")
    driver = services.turn_into_driver(actor=team.lead, tool=tool, item_id=card.pk, kind="primary", now=NOW)
    assert driver.source == ""


def test_only_the_team_works_in_tools(team: Team) -> None:
    Project.objects.update(visibility=Visibility.PUBLIC)
    tool = a_tool(team, "fishbone")
    card = a_card(team, tool, "Doors slam")
    who = {"tool": tool, "now": NOW}
    for stranger in (team.looker, team.sponsor, team.colleague, team.leader, team.outsider):
        for service, told in (
            (services.add_item, {"text": "x", "place": "Place"}),
            (services.write_item, {"item_id": card.pk, "text": "x"}),
            (services.move_item, {"item_id": card.pk, "place": "People"}),
            (services.count_item, {"item_id": card.pk, "more": 1}),
            (services.remove_item, {"item_id": card.pk}),
            (services.restore_item, {"item_id": card.pk}),
            (services.turn_into_driver, {"item_id": card.pk, "kind": "primary"}),
            (services.name_tool, {"title": "Mine"}),
            (services.add_group, {"name": "Mine"}),
            (services.name_group, {"group": "Place", "name": "Mine"}),
            (services.move_group, {"group": "Place", "position": 0}),
            (services.remove_group, {"group": "Information"}),
            (services.open_round, {"method": "rank"}),
            (services.cast_vote, {"ballot": {}}),
            (services.remove_tool, {}),
            (services.restore_tool, {}),
        ):
            with pytest.raises(NotAllowed):
                service(actor=stranger, **who, **told)  # type: ignore[operator]
        with pytest.raises(NotAllowed):
            services.add_tool(actor=stranger, project=team.project, kind="fishbone", title="x", now=NOW)
    assert not Driver.objects.exists()


def test_a_closed_project_is_read_and_not_written(cast: Cast) -> None:
    team = a_project(cast)
    tool = a_tool(team, "fishbone")
    card = a_card(team, tool, "Doors slam")
    Project.objects.update(state=State.CLOSED)
    assert tool_queries.tool_for(team.lead, team.project, tool.pk) == tool
    for late in (
        lambda: a_card(team, tool, "x"),
        lambda: services.remove_item(actor=team.lead, tool=tool, item_id=card.pk, now=NOW),
        lambda: services.turn_into_driver(
            actor=team.lead, tool=tool, item_id=card.pk, kind="primary", now=NOW
        ),
        lambda: a_tool(team, "pareto"),
    ):
        with pytest.raises(NotAllowed, match="is closed"):
            late()


def test_the_list_agrees_with_who_may_view_and_people_are_a_team_matter(team: Team) -> None:
    made = [a_tool(team, "fishbone"), a_tool(team, "stakeholders")]
    a_card(team, made[1], "Night staff")
    for visibility in Visibility.values:
        Project.objects.update(visibility=visibility)
        project = Project.objects.get()
        for actor in (team.lead, team.partner, team.looker, team.sponsor, team.colleague, team.outsider):
            visible = queries.get_for(actor, project.pk) is not None
            listed = set(tool_queries.tools_of(actor, project)) if visible else set()
            for tool in made:
                tool.project = project
                assert (tool in listed) == bool(may_view_tool(actor, tool)), (actor.name, tool.kind)
                if visible:
                    found = tool_queries.tool_for(actor, project, tool.pk)
                    assert (found is not None) == (tool in listed)
        assert tool_queries.tool_for(team.sponsor, project, made[1].pk) is None


def test_the_history_of_a_project_tells_of_tools_and_not_of_every_card(team: Team) -> None:
    a_card(team, a_tool(team, "fishbone"), "Doors slam")
    services.name_tool(
        actor=team.lead, tool=a_tool(team, "stakeholders"), title="Dr Gray is against", now=NOW
    )
    for_all = [event.action for event in queries.history_of(team.project, last=9)]
    for_the_team = [event.action for event in queries.history_of(team.project, last=9, is_team=True)]
    assert for_all[:2] == ["tool.added", "seat.given"]
    assert for_the_team[:3] == ["tool.named", "tool.added", "tool.added"]


def test_a_tool_holds_what_people_can_work_with(team: Team) -> None:
    tool = a_tool(team, "affinity")
    rows = [ToolItem(tool=tool, text=f"Note {number}", created_at=NOW) for number in range(MOST_ITEMS - 1)]
    ToolItem.objects.bulk_create(rows)
    last = a_card(team, tool, "The last one")
    with pytest.raises(ToolRefused, match="150 cards here already"):
        a_card(team, tool, "One too many")
    services.remove_item(actor=team.lead, tool=tool, item_id=last.pk, now=NOW)
    assert a_card(team, tool, "Now it fits")
