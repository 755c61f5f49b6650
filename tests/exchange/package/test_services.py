"""Who may pack and bring, what stays behind, what a package cannot do here, and that both leave a record."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.build.brought import brought
from tests.build.cast import NOW, Cast, a_person, a_unit
from tests.build.packages import changed, packed, read, record_in
from tests.build.projects import Team, a_project, again
from wellrun.accounts.models import Notification, Person
from wellrun.conversations.models import Comment
from wellrun.conversations.services import edit_comment, react, remove_comment
from wellrun.core.actor import SYSTEM
from wellrun.core.decision import NotAllowed
from wellrun.core.models import AuditRecord
from wellrun.core.search.find import find
from wellrun.exchange.package.gathering import Choices
from wellrun.exchange.package.planning import Arrival, Plan, plan_import
from wellrun.exchange.package.refusals import BroughtBefore
from wellrun.exchange.package.services import Brought, copies_here, export_project, import_project
from wellrun.learning.models import Story
from wellrun.measures.models import Measure
from wellrun.organisations.models import Organisation
from wellrun.organisations.services import erase_member
from wellrun.projects import queries
from wellrun.projects.models import Agreement, Origin, PartnerOrganisation, Project, Request, Seat, Tag, Word
from wellrun.projects.services import share
from wellrun.projects.values import PartnerState

pytestmark = pytest.mark.django_db


def bring(cast: Cast, content: bytes, *, again: bool = False, **here: Any) -> Brought:
    plan = planned(cast, content, again=again, **here)
    return import_project(actor=cast.viewer, plan=plan, now=NOW)


def planned(cast: Cast, content: bytes, *, again: bool = False, **here: Any) -> Plan:
    package = read(content)
    numbers = {each["name"].split()[0]: each["number"] for each in package.record["people"]}
    unit = a_unit(cast.hillside, "Birch Ward") if not _wards(cast) else _wards(cast)[0]
    people = {numbers[name]: Person.objects.get(pk=actor.id) for name, actor in here.items()}
    arrival = Arrival(unit=unit, package=package, here=people, again=again)
    return plan_import(cast.viewer, arrival, now=NOW)


def _wards(cast: Cast) -> list[Any]:
    return list(cast.hillside.units.exclude(parent=None))


def test_the_team_packs_its_project_and_nobody_else_does(team: Team) -> None:
    share(actor=team.lead, project=_opened(team), visibility="network", now=NOW)
    for actor in (team.lead, team.partner, team.coach, SYSTEM):
        export_project(actor=actor, project=team.project, choices=Choices(), now=NOW)
    for actor in (team.sponsor, team.looker, team.colleague, team.leader, team.outsider):
        with pytest.raises(NotAllowed, match="takes its project along"):
            export_project(actor=actor, project=team.project, choices=Choices(), now=NOW)
    record = AuditRecord.objects.filter(action="project.exported").latest("pk")
    assert (record.actor_name, record.after and record.after["measures"]) == ("Wellrun", 2)


def _opened(team: Team) -> Project:
    Project.objects.filter(pk=team.project.pk).update(state="testing")
    team.project.refresh_from_db()
    return team.project


def test_what_is_told_in_confidence_travels_only_where_the_team_chooses(team: Team) -> None:
    record = record_in(packed(team.lead, team.project))
    assert (record["coaching"], record["left_out"]["coaching"]) == ([], True)
    assert (
        record_in(packed(team.coach, team.project, coaching=True))["coaching"][0]["what"]
        == "The lead is tired."
    )
    with pytest.raises(NotAllowed):
        export_project(actor=SYSTEM, project=team.project, choices=Choices(coaching=True), now=NOW)
    sealed = export_project(actor=SYSTEM, project=team.project, choices=Choices(), now=NOW)
    assert record_in(sealed.content)["partner_words"] == []


def test_a_package_holds_no_address_and_names_only_where_wanted(team: Team) -> None:
    with_names, without = packed(team.lead, team.project), packed(team.lead, team.project, names=False)
    for content in (with_names, without):
        assert "@" not in str(record_in(content))
    assert {"number": 1, "name": "Amina Yusuf"} in record_in(with_names)["people"]
    assert "Amina" not in str(record_in(without))
    assert record_in(without)["people"][0] == {"number": 1, "name": "Person 1"}


def test_a_measure_that_the_one_who_packs_cannot_see_is_counted_and_left_out(team: Team) -> None:
    assert len(record_in(packed(team.partner, team.project))["measures"]) == 2
    Measure.objects.filter(name="Seen in time").update(is_removed=True)
    assert len(record_in(packed(team.partner, team.project))["measures"]) == 1


def test_it_arrives_for_its_new_team_alone_and_tells_where_it_came_from(cast: Cast, team: Team) -> None:
    done = bring(cast, packed(team.lead, team.project))
    project = done.project
    assert (project.visibility, project.state, project.organisation) == (
        "team",
        team.project.state,
        cast.hillside,
    )
    assert [(seat.person.name, seat.role) for seat in queries.seats_of(project)] == [("Victor Lund", "lead")]
    assert [each.visibility for each in Measure.objects.filter(organisation=cast.hillside)] == [
        "team",
        "team",
    ]
    assert Story.objects.get(project=project).state == "draft"
    origin = Origin.objects.get(project=project)
    assert (origin.organisation, origin.original_id) == ("Riverside", team.project.pk)
    record = AuditRecord.objects.latest("pk")
    assert (record.action, record.thing_id, record.actor_name) == (
        "project.brought",
        project.pk,
        "Victor Lund",
    )


def test_nobody_here_is_made_to_have_agreed_asked_or_said_anything(cast: Cast, team: Team) -> None:
    marcus = a_person("Marta Lind", cast.hillside)
    before = (Agreement.objects.count(), Request.objects.count(), Word.objects.count())
    news = Notification.objects.count()
    done = bring(cast, packed(team.lead, team.project), Marcus=marcus)
    assert (Agreement.objects.count(), Request.objects.count(), Word.objects.count()) == before
    assert Notification.objects.count() == news
    assert Seat.objects.get(project=done.project, person_id=marcus.id).role == "service_user_partner"
    told = queries.told_for(done.project)
    level = queries.involvement_of(done.project)
    assert level is not None
    assert told.those_who_agreed(level.pk) == ("Marcus Bell",)
    assert told.wrote(f"aim/{queries.aims_of(done.project)[0].pk}", "Victor") == "Amina Yusuf"
    assert Person.objects.filter(name="Beverley Grant").count() == 1


def test_partners_travel_by_name_once_they_said_yes_and_a_tag_that_is_there_is_used_again(
    cast: Cast, team: Team
) -> None:
    PartnerOrganisation.objects.create(
        project=team.project, organisation=cast.hillside, state=PartnerState.INVITED
    )
    assert record_in(packed(team.lead, team.project))["project"]["partner_organisations"] == []
    PartnerOrganisation.objects.update(state=PartnerState.JOINED)
    content = packed(team.lead, team.project)
    assert record_in(content)["project"]["partner_organisations"] == ["Hillside"]
    here = Tag.objects.create(organisation=cast.hillside, name="Safety")
    done = bring(cast, content)
    assert list(done.project.tags.all()) == [here]
    assert not queries.partners_on(done.project)


def test_bringing_the_same_twice_asks(cast: Cast, team: Team) -> None:
    content = packed(team.lead, team.project)
    first = bring(cast, content)
    for same in (content, packed(team.lead, team.project, coaching=True)):
        with pytest.raises(BroughtBefore, match="here already"):
            bring(cast, same)
    seen, others = copies_here(again(cast.viewer), _wards(cast)[0], read(content))
    assert (seen, others) == ([first.project], 0)
    assert copies_here(a_person("Nora Lind", cast.hillside), _wards(cast)[0], read(content)) == ([], 1)
    second = bring(cast, content, again=True)
    assert second.project.pk != first.project.pk


def test_bringing_a_project_back_to_where_it_is_asks_too(cast: Cast, team: Team) -> None:
    with pytest.raises(BroughtBefore):
        brought(team.lead, team.ward, packed(team.lead, team.project))


def test_its_way_is_kept_over_several_stations(cast: Cast, team: Team) -> None:
    done = bring(cast, packed(team.lead, team.project))
    there = packed(cast.viewer, done.project)
    back = brought(team.lead, team.ward, there, again=True)
    source = record_in(packed(again(team.lead), back.project))["source"]
    assert [each["organisation"] for each in source["earlier"]] == ["Hillside", "Riverside"]


def test_a_preview_only_reads_and_says_what_will_happen(cast: Cast, team: Team) -> None:
    a_unit(cast.hillside, "Birch Ward")
    content = packed(team.lead, team.project)
    with CaptureQueriesContext(connection) as asked:
        plan = planned(cast, content)
    assert {each["sql"].split()[0] for each in asked.captured_queries} == {"SELECT"}
    assert (len(plan.measures), plan.left_out) == (2, [])
    done = import_project(actor=cast.viewer, plan=plan, now=NOW)
    assert (done.measures, done.left_out) == (2, ())


def test_only_who_belongs_to_the_place_brings_a_project_there(cast: Cast, team: Team) -> None:
    content, unit = packed(team.lead, team.project), a_unit(cast.hillside, "Birch Ward")
    for actor in (team.lead, cast.stranger):
        with pytest.raises(NotAllowed):
            brought(actor, unit, content)
    closed = a_unit(cast.hillside, "Old Ward")
    closed.is_closed = True
    with pytest.raises(NotAllowed, match="closed"):
        brought(cast.viewer, closed, content)


def test_what_looks_like_a_patient_is_left_out_and_the_rest_comes(cast: Cast, team: Team) -> None:
    Organisation.objects.filter(pk=cast.hillside.pk).update(country="GB")
    cast.hillside.refresh_from_db()

    def change(record: dict[str, Any]) -> None:
        record["aims"][0]["what"] = "Help 943 476 5919 sleep"
        record["barriers"][0]["answer"] = "943 476 5919 has a lamp"

    done = bring(cast, changed(packed(team.lead, team.project), change))
    assert [each.place for each in done.left_out] == ["aims 1, what", "barriers 1, answer"]
    assert "943" not in str([each.reason for each in done.left_out])
    kept = record_in(packed(cast.viewer, done.project))
    assert (kept["aims"][0]["what"], kept["barriers"][0]["answer"]) == ("(taken out)", "")


def test_a_measure_that_could_not_be_made_by_hand_is_left_out_with_its_reason(cast: Cast, team: Team) -> None:
    def change(record: dict[str, Any]) -> None:
        record["measures"][0]["definition"]["rules"] = "own/9"
        record["measures"][1]["observations"][2]["numerator"] = 11.0

    done = bring(cast, changed(packed(team.lead, team.project), change))
    assert done.measures == 0
    first, second = done.left_out
    assert (first.place, "own/9" in first.reason) == ("measures 1", True)
    assert (second.place, "11 is more than 10" in second.reason) == ("measures 2", True)
    assert not Measure.objects.filter(organisation=cast.hillside).exists()
    assert [each.measure_id for each in done.project.cycles.all()] == [None, None]


def test_formulas_and_html_are_just_text(cast: Cast, team: Team) -> None:
    def change(record: dict[str, Any]) -> None:
        record["project"]["title"] = "=cmd|'/C calc'!A0 <script>alert(1)</script>"

    done = bring(cast, changed(packed(team.lead, team.project), change))
    assert done.project.title == "=cmd|'/C calc'!A0 <script>alert(1)</script>"
    assert [
        each["label"] for each in record_in(packed(cast.viewer, done.project))["measures"][0]["annotations"]
    ] == ["=1+1 <b>cards</b>"]


def test_a_project_that_has_hardly_begun_travels_too(cast: Cast) -> None:
    team = a_project(cast)
    done = bring(cast, packed(team.lead, team.project))
    assert (done.project.state, done.measures) == ("idea", 0)


def test_who_is_forgotten_leaves_what_a_package_told_too(cast: Cast, team: Team) -> None:
    done = bring(cast, packed(team.lead, team.project))
    assert "Siôn Rees" in queries.told_for(done.project).people
    admin = a_person("Ruth Callaghan", cast.riverside, role="administrator")
    erase_member(actor=again(admin), person=Person.objects.get(pk=team.coach.id), reason="Asked", now=NOW)
    assert "Siôn" not in str(Origin.objects.get(project=done.project).told)
    assert "Siôn" not in str(record_in(packed(cast.viewer, done.project)))


def test_who_goes_by_another_name_here_is_forgotten_by_both(cast: Cast, team: Team) -> None:
    here = a_person("Marta Lind", cast.hillside)
    done = bring(cast, packed(team.lead, team.project), Marcus=here)
    assert "Marcus Bell" in queries.told_for(done.project).people
    admin = a_person("Ruth Callaghan", cast.hillside, role="administrator")
    erase_member(actor=again(admin), person=Person.objects.get(pk=here.id), reason="Asked", now=NOW)
    assert "Marcus" not in str(Origin.objects.get(project=done.project).told)
    assert "Amina Yusuf" in queries.told_for(done.project).people


def test_conversations_travel_where_the_team_chooses_and_only_with_names(cast: Cast, full: Team) -> None:
    lead, project = full.lead, full.project
    assert len(record_in(packed(lead, project, talk=True))["conversations"]) == 8
    for record in (
        record_in(packed(lead, project)),
        record_in(packed(lead, project, talk=True, names=False)),
    ):
        assert (record["conversations"], record["left_out"]["conversations"]) == ([], True)
    with pytest.raises(NotAllowed):
        export_project(actor=SYSTEM, project=project, choices=Choices(conversations=True), now=NOW)


def test_what_only_the_team_reads_and_ballots_stay(full: Team) -> None:
    sealed = export_project(actor=SYSTEM, project=full.project, choices=Choices(), now=NOW)
    record = record_in(sealed.content)
    assert record["left_out"]["tools"] == 1
    assert "stakeholders" not in {each["kind"] for each in record["tools"]}
    rounds = record["tools"][-1]["rounds"]
    assert [each["voters"] for each in rounds] == [2, 2], "the round that is still open is not counted"
    assert {name for each in rounds for vote in each["votes"] for name in vote} == {
        "item",
        "points",
        "people",
    }


def test_a_comment_that_came_is_nobodys_here_but_can_be_taken_away(cast: Cast, full: Team) -> None:
    marta = a_person("Marta Lind", cast.hillside)
    done = bring(cast, packed(full.lead, full.project, talk=True), Marcus=marta)
    comment = Comment.objects.get(kind="project", thing_id=done.project.pk, told_about="")
    assert (comment.told_by, comment.author_id, comment.text) == (
        "Marcus Bell", cast.viewer.id, "About the project <b>here</b>",
    )  # fmt: skip
    assert [row.pk for row in find(again(cast.viewer), "about here", kind="comment", most=9)] != []
    bringer = again(cast.viewer)
    with pytest.raises(NotAllowed, match="Only its author"):
        edit_comment(actor=bringer, comment=comment, text="Mine now", now=NOW)
    news = Notification.objects.count()
    react(actor=bringer, comment=comment, kind="thanks", is_on=True, now=NOW)
    assert Notification.objects.count() == news
    with pytest.raises(NotAllowed, match="Only its author"):
        remove_comment(actor=again(marta), comment=comment, now=NOW)
    remove_comment(actor=bringer, comment=comment, now=NOW)
    assert Comment.objects.get(pk=comment.pk).text == ""


def test_who_is_forgotten_takes_along_what_they_said_there(cast: Cast, full: Team) -> None:
    marta = a_person("Marta Lind", cast.hillside)
    done = bring(cast, packed(full.lead, full.project, talk=True), Marcus=marta)
    admin = a_person("Ruth Callaghan", cast.hillside, role="administrator")
    erase_member(actor=again(admin), person=Person.objects.get(pk=cast.viewer.id), reason="Asked", now=NOW)
    rows = Comment.objects.exclude(told_by="")
    assert set(rows.values_list("told_by", flat=True)) == {"Marcus Bell"}
    assert "" not in set(rows.values_list("text", flat=True)), "who brought them did not say them"
    erase_member(actor=again(admin), person=Person.objects.get(pk=marta.id), reason="Asked", now=NOW)
    assert set(Comment.objects.exclude(told_by="").values_list("text", flat=True)) == {""}
    assert "Marcus" not in str(list(Comment.objects.values_list("told_by", flat=True)))
    assert done.project.pk


def test_tests_come_in_the_order_in_which_they_were_planned(cast: Cast, team: Team) -> None:
    def change(record: dict[str, Any]) -> None:
        first, second = record["cycles"]
        first["created_at"], second["created_at"] = "2026-05-02T08:00:00+00:00", "2026-05-01T08:00:00+00:00"

    done = bring(cast, changed(packed(team.lead, team.project), change))
    assert [each.number for each in done.project.cycles.order_by("pk")] == [2, 1]
    kept = record_in(packed(cast.viewer, done.project))["cycles"]
    assert [each["number"] for each in kept] == [1, 2]


def test_what_was_said_of_a_control_item_stands_with_the_project_and_its_answers_are_nobodys_here(
    cast: Cast, full: Team
) -> None:
    marta = a_person("Marta Lind", cast.hillside)
    done = bring(cast, packed(full.lead, full.project, talk=True), Siôn=marta)
    comment = Comment.objects.get(kind="project", thing_id=done.project.pk, version=3)
    assert comment.told_about == Measure.objects.filter(organisation=cast.hillside).earliest("pk").name
    assert [each.text for each in comment.editions.all()] == [
        "About the control_item <b>here</b>",
        "Put right",
    ]
    assert [(each.name, each.person_id) for each in comment.reactions.all()] == [
        ("Amina Yusuf", None), ("Siôn Rees", None), ("Siôn Rees", None),
    ]  # fmt: skip
    react(actor=again(marta), comment=comment, kind="thanks", is_on=True, now=NOW)
    react(actor=again(marta), comment=comment, kind="thanks", is_on=False, now=NOW)
    assert comment.reactions.count() == 3
    admin = a_person("Ruth Callaghan", cast.hillside, role="administrator")
    erase_member(actor=again(admin), person=Person.objects.get(pk=marta.id), reason="Asked", now=NOW)
    assert [each.name for each in comment.reactions.all()] == ["Amina Yusuf"]
    kept = record_in(packed(again(cast.viewer), done.project, talk=True))["conversations"]
    assert [(each["about"], each["number"]) for each in kept if len(each["earlier"]) == 2] == [
        ("control_item", 1)
    ]


def test_words_that_rows_are_told_apart_by_are_replaced_and_never_merged(cast: Cast, full: Team) -> None:
    Organisation.objects.filter(pk=cast.hillside.pk).update(country="GB")
    cast.hillside.refresh_from_db()

    def change(record: dict[str, Any]) -> None:
        tool = record["tools"][0]
        tool["groups"][0] = tool["items"][0]["place"] = "Bed 943 476 5919"
        for version in record["diagram_versions"]:
            version["name"] += " 943 476 5919"
        record["conversations"][0]["text"] = "943 476 5919 sleeps"
        record["conversations"][-1]["earlier"][0]["text"] = "943 476 5919 slept"
        for each in record["measures"][0]["observations"]:
            each["stratum"] = each["stratum"] and "943 476 5919"

    done = bring(cast, changed(packed(full.lead, full.project, talk=True), change))
    kept = record_in(packed(cast.viewer, done.project, talk=True))
    assert "943" not in str(kept)
    assert kept["tools"][0]["groups"][0] == kept["tools"][0]["items"][0]["place"] == "(taken out)"
    assert [each["name"] for each in kept["diagram_versions"]] == ["(taken out)", "(taken out) 2"]
    assert kept["conversations"][0]["text"] == "(taken out)"
    assert "(taken out)" in [each["text"] for row in kept["conversations"] for each in row["earlier"]]
    assert {each["stratum"] for each in kept["measures"][0]["observations"]} == {"", "(taken out)"}
