"""Saved views of the portfolio, and tags: who keeps, shares and changes them, and what they never show."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from tests.build.cast import NOW, Cast, a_person, a_unit
from tests.build.projects import Team, again
from wellrun.accounts.models import Person
from wellrun.core.actor import NOBODY, Actor
from wellrun.core.decision import NotAllowed, Refused
from wellrun.core.models import AuditRecord
from wellrun.core.visibility import Visibility
from wellrun.organisations.values import Role
from wellrun.projects.models import Project, SavedView, Tag
from wellrun.projects.permissions import may_view_saved
from wellrun.projects.queries import Wanted, count_for, portfolio_for, tags_in_sight, view_for, views_for
from wellrun.projects.services import (
    NewProject,
    TagRefused,
    ViewRefused,
    add_tag,
    give_seat,
    refilter_view,
    remove_tag,
    remove_view,
    rename_view,
    save_view,
    share_view,
    start_project,
)
from wellrun.projects.values import Filters, SeatRole

QUIET = Filters(whose="quiet", search="calmer")


def saved(actor: Actor, name: str = "Quiet ones", *, at: Cast, is_shared: bool = False) -> SavedView:
    return save_view(
        actor=actor, name=name, filters=QUIET, organisation_id=at.riverside.pk, is_shared=is_shared, now=NOW
    )


def test_a_view_is_kept_for_oneself_and_read_back(cast: Cast, team: Team) -> None:
    view = saved(cast.member, "  Quiet   ones ", at=cast)
    assert Filters.of_json(view.filters) == QUIET
    assert [each.name for each in views_for(cast.member)] == ["Quiet ones"]
    assert list(views_for(team.leader)) == list(views_for(NOBODY)) == []
    record = AuditRecord.objects.latest("pk")
    assert (record.action, record.after) == ("view.saved", {"name": "Quiet ones", "is_shared": False})


def test_who_leads_shares_a_view_and_others_cannot(cast: Cast, team: Team) -> None:
    coach = a_person("Nia Coach", cast.riverside, role=Role.COACH)
    for actor, name in ((team.leader, "Led"), (coach, "Coached")):
        saved(actor, name, at=cast, is_shared=True)
    assert {each.name for each in views_for(cast.member)} == {"Led", "Coached"}
    assert list(views_for(cast.viewer)) == [], "another organisation"
    with pytest.raises(NotAllowed, match="can share views"):
        saved(cast.member, at=cast, is_shared=True)
    own = saved(cast.member, at=cast)
    with pytest.raises(NotAllowed):
        share_view(actor=cast.member, view=own, is_shared=True, now=NOW)
    with pytest.raises(NotAllowed, match="your own organisation only"):
        saved(cast.viewer, at=cast)


def test_only_its_owner_shares_a_view_or_takes_it_away(cast: Cast, team: Team) -> None:
    view = saved(team.leader, at=cast, is_shared=True)
    for change in (
        lambda: share_view(actor=cast.member, view=view, is_shared=False, now=NOW),
        lambda: remove_view(actor=cast.member, view=view, now=NOW),
    ):
        with pytest.raises(NotAllowed, match="Only the person who saved this view"):
            change()
    share_view(actor=team.leader, view=view, is_shared=False, now=NOW)
    assert view_for(cast.member, view.pk) is None
    remove_view(actor=team.leader, view=view, now=NOW)
    assert AuditRecord.objects.latest("pk").before == {
        "name": "Quiet ones", "filters": QUIET.as_json(), "is_shared": False,
    }  # fmt: skip
    with pytest.raises(ViewRefused, match="This view is gone"):
        remove_view(actor=team.leader, view=view, now=NOW)


def test_the_list_of_views_and_the_permission_agree(cast: Cast, team: Team) -> None:
    for actor, name in ((team.leader, "Led"), (cast.member, "Mine"), (team.lead, "Other")):
        saved(actor, name, at=cast, is_shared=actor is team.leader)
    for actor in (team.leader, cast.member, team.lead, cast.viewer, NOBODY):
        seen = {view.pk for view in views_for(actor)}
        assert seen == {view.pk for view in SavedView.objects.all() if may_view_saved(actor, view)}


@pytest.mark.parametrize(
    ("name", "filters", "words"),
    [
        (" ", QUIET, "Give the view a name"),
        ("x" * 61, QUIET, "Keep this to 60 characters"),
        ("Everything", Filters(), "Narrow the list first"),
        ("Odd", Filters(state="done"), "cannot be kept"),
        ("Odd", Filters(whose="yours"), "cannot be kept"),
        ("Long", Filters(search="x" * 101), "cannot be kept"),
        ("About 943 476 5919", QUIET, "NHS number"),
        ("Fine", Filters(search="943 476 5919"), "NHS number"),
    ],
)
def test_a_view_needs_a_name_and_filters_that_there_are(
    cast: Cast, name: str, filters: Filters, words: str
) -> None:
    with pytest.raises(Refused, match=words):
        save_view(actor=cast.member, name=name, filters=filters, organisation_id=cast.riverside.pk, now=NOW)


def test_names_are_used_once_by_each_person_and_twenty_are_enough(cast: Cast) -> None:
    saved(cast.member, at=cast)
    saved(cast.owner, at=cast)
    with pytest.raises(ViewRefused, match="a view of this name"):
        saved(cast.member, at=cast)
    for number in range(19):
        saved(cast.member, f"View {number}", at=cast)
    with pytest.raises(ViewRefused, match="You have 20 views"):
        saved(cast.member, "One more", at=cast)
    with pytest.raises(IntegrityError), transaction.atomic():
        SavedView.objects.create(owner_id=cast.viewer.id, name="x", filters={}, is_shared=True, at=NOW)


def test_a_team_tags_its_project_and_a_word_is_used_again(cast: Cast, team: Team) -> None:
    tag = add_tag(actor=team.partner, project=team.project, name=" Restraint ", now=NOW)
    assert add_tag(actor=team.lead, project=team.project, name="restraint", now=NOW) == tag
    assert [each.name for each in team.project.tags.all()] == ["Restraint"]
    assert AuditRecord.objects.filter(action="tag.added").count() == 1
    (row,) = portfolio_for(team.lead, Wanted(tag="Restraint"), limit=9)
    assert row.tags == ("Restraint",)
    assert count_for(team.lead, Wanted(tag="falls")) == 0
    remove_tag(actor=team.lead, project=team.project, tag_id=tag.pk, now=NOW)
    remove_tag(actor=team.lead, project=team.project, tag_id=tag.pk, now=NOW)
    assert AuditRecord.objects.filter(action="tag.removed").count() == 1
    assert list(tags_in_sight(team.lead)) == []
    with pytest.raises(NotAllowed):
        add_tag(actor=team.looker, project=team.project, name="Mine", now=NOW)
    with pytest.raises(NotAllowed):
        remove_tag(actor=team.looker, project=team.project, tag_id=tag.pk, now=NOW)


def test_a_tag_is_short_names_nobody_and_there_are_twelve(cast: Cast, team: Team) -> None:
    for name in (" ", "x" * 61):
        with pytest.raises(TagRefused):
            add_tag(actor=team.lead, project=team.project, name=name, now=NOW)
    with pytest.raises(Refused, match="NHS number"):
        add_tag(actor=team.lead, project=team.project, name="943 476 5919", now=NOW)
    for number in range(12):
        add_tag(actor=team.lead, project=team.project, name=f"Tag {number}", now=NOW)
    with pytest.raises(TagRefused, match="at most 12 tags"):
        add_tag(actor=team.lead, project=team.project, name="One more", now=NOW)


def test_the_tag_of_a_private_project_is_offered_to_its_team_alone(cast: Cast, team: Team) -> None:
    add_tag(actor=team.lead, project=team.project, name="Whistleblowing", now=NOW)
    assert list(tags_in_sight(team.partner)) == ["Whistleblowing"]
    assert list(tags_in_sight(team.colleague)) == []
    Project.objects.update(visibility=Visibility.ORGANISATION)
    assert list(tags_in_sight(team.colleague)) == ["Whistleblowing"]
    assert list(tags_in_sight(cast.viewer)) == []


def test_a_guest_of_the_team_tags_with_the_words_of_its_organisation(cast: Cast, team: Team) -> None:
    tag = Tag.objects.create(organisation=cast.riverside, name="falls")
    person = Person.objects.get(pk=cast.viewer.id)
    give_seat(
        actor=team.lead,
        project=team.project,
        person=person,
        role=SeatRole.MEMBER,
        perspective="staff",
        now=NOW,
    )
    assert add_tag(actor=again(cast.viewer), project=team.project, name="Falls", now=NOW) == tag


def test_a_closed_project_is_not_asked_for_news(cast: Cast, team: Team) -> None:
    ward = a_unit(cast.riverside, "Birch Ward")
    start_project(actor=team.lead, unit=ward, project=NewProject(title="Other"), now=NOW)
    Project.objects.filter(pk=team.project.pk).update(state="closed_with_learning")
    wanted = Wanted(quiet_at=NOW + timedelta(weeks=10))
    assert [row.title for row in portfolio_for(again(team.lead), wanted, limit=9)] == ["Other"]


def test_a_view_is_renamed_and_takes_on_other_filters(cast: Cast, team: Team) -> None:
    view, other = saved(cast.member, at=cast), saved(cast.member, "Others", at=cast)
    rename_view(actor=cast.member, view=view, name="  Silent   ones", now=NOW)
    refilter_view(actor=cast.member, view=view, filters=Filters(state="testing"), now=NOW)
    view.refresh_from_db()
    assert (view.name, Filters.of_json(view.filters)) == ("Silent ones", Filters(state="testing"))
    records = AuditRecord.objects.filter(thing="saved_view", thing_id=view.pk).order_by("-pk")
    assert [each.action for each in records] == ["view.refiltered", "view.renamed", "view.saved"]
    assert records[1].before == {"name": "Quiet ones"}
    for name, why in (("Others", "of this name"), (" ", "Give the view a name"), ("x" * 61, "60 characters")):
        with pytest.raises(ViewRefused, match=why):
            rename_view(actor=cast.member, view=view, name=name, now=NOW)
    with pytest.raises(ViewRefused, match="Narrow the list first"):
        refilter_view(actor=cast.member, view=other, filters=Filters(), now=NOW)
    rename_view(actor=cast.member, view=view, name="Silent ones", now=NOW)
    assert records.count() == 3, "the same name again is no change"
    with pytest.raises(NotAllowed):
        rename_view(actor=team.leader, view=view, name="Mine", now=NOW)
