"""The projects of the demo: every state, believable records, and something to do for each of the eight."""

from collections import Counter
from datetime import timedelta

import pytest

from tests.build.brought import brought, by_name
from tests.build.cast import NOW
from tests.build.demo_world import somebody
from tests.build.packages import packed, record_in
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.access import actor_for
from wellrun.capability.queries import suggestion_for
from wellrun.control.models import ClosingReview, ControlItem
from wellrun.conversations.models import Comment, Mention
from wellrun.core.audit_check import Walk, faults
from wellrun.core.models import AuditRecord
from wellrun.learning.models import Story
from wellrun.measures.models import MeasureUse
from wellrun.measures.queries import main_of
from wellrun.organisations.models import Unit
from wellrun.pdsa.models import Cycle
from wellrun.projects.models import (
    Aim,
    Barrier,
    Involvement,
    PartnerOrganisation,
    Project,
    Request,
    Seat,
    Tool,
    ToolItem,
)
from wellrun.projects.queries import private_below, results_of, views_for, visible_to
from wellrun.projects.queries.portfolio import QUIET, Wanted, portfolio_for
from wellrun.projects.queries.tools import result_of, running_round
from wellrun.projects.values import SeatRole, State
from wellrun.projects.values.tools import ToolKind

pytestmark = pytest.mark.usefixtures("world")

EIGHT = {
    "amina.yusuf": {
        "Siôn Rees asks you about “Doses of as-needed medicine”",
        "A vote waits for you",
        "A test waiting for its Study",
        "A leader answered",
        "You said you would do this",
    },
    "marcus.bell": {"Three questions", "A test waiting for its Study", "Only you can agree"},
    "sion.rees": {"A vote waits for you", "A team you coach"},
    "beverley.grant": {"A team waits for your answer", "Joanne Whitlock asks you"},
    "nadia.rahman": {"A team waits for your answer", "Grace Namutebi asks you"},
    "helen.ashworth": {"An idea waits for your yes", "Dr Rajesh Pillai asks you"},
    "samuel.okello": {"A team waits for your answer", "asks Mbale Community Health to join", "Moses Wandera"},
    "callum.reid": {"You said you would do this", "Fiona MacLeod asks you"},
}
STORY = "Calmer evenings on Alder Ward"


def the(title: str) -> Project:
    return Project.objects.get(title=title)


def test_twelve_projects_are_in_every_state() -> None:
    states = Counter(Project.objects.values_list("state", flat=True))
    assert sum(states.values()) == 12
    assert set(states) == set(State.values)
    assert {each.organisation.slug for each in Project.objects.all()} == {"riverside", "harbour", "mbale"}
    assert all(each.is_invented for each in Project.objects.all())
    assert {each.visibility for each in Project.objects.all()} == {
        "team",
        "organisation",
        "network",
        "public",
    }


def test_each_that_has_begun_has_an_aim_a_theory_and_measures() -> None:
    for project in Project.objects.exclude(state=State.IDEA):
        assert Aim.objects.filter(project=project).exclude(by_when=None).exclude(goal=None), project
        kinds = set(project.drivers.values_list("kind", flat=True))
        assert {"primary", "idea"} <= kinds, project
        assert set(MeasureUse.objects.filter(project=project).values_list("kind", flat=True)) >= {"outcome"}


def test_predictions_come_before_results_and_some_are_wrong() -> None:
    done = Cycle.objects.filter(stage="done")
    assert {each.decision for each in done} == {"adopt", "adapt", "expand", "abandon"}
    assert all(each.prediction and each.result and each.learned and each.decision_why for each in done)
    assert all(each.locked_at and each.decided_at and each.locked_at < each.decided_at for each in done)
    assert Cycle.objects.filter(decision="abandon").count() >= 5
    assert {"plan", "do", "study"} <= set(Cycle.objects.values_list("stage", flat=True))


def test_service_users_lead_and_agree_over_time() -> None:
    leads = Seat.objects.filter(role="lead", perspective="service_user").values_list(
        "person__name", flat=True
    )
    assert set(leads) == {"Marcus Bell", "Margaret Doyle"}
    levels = Involvement.objects.filter(project=the(STORY)).order_by("at").values_list("level", flat=True)
    assert list(levels) == ["consulted", "co_design", "full_partner"]
    assert {"none", "informed"} <= set(Involvement.objects.values_list("level", flat=True))


def test_barriers_are_answered_late_and_moved_up() -> None:
    assert {each.state for each in Barrier.objects.all()} == {"waiting", "answered", "closed"}
    assert {each.helped for each in Barrier.objects.exclude(helped="")} == {"yes", "partly", "no"}
    late = Request.objects.filter(answered_at=None, moved_up_at=None, reply_by__lt=NOW.date())
    assert late.filter(barrier__state="waiting").exists()
    assert Request.objects.exclude(moved_up_at=None).exists()


def test_gains_are_handed_over_and_failures_closed_with_their_story() -> None:
    endings = {
        each.project.title: (each.ending, each.aim_met) for each in ClosingReview.objects.exclude(ending="")
    }
    assert endings == {
        "Steady on your feet": ("handed_over", "met"),
        "Test, then treat": ("handed_over", "met"),
        "Home before noon": ("closed", "not_met"),
        "Call-backs on the crisis line": ("closed", "not_met"),
    }
    items = ControlItem.objects.all()
    assert {each.project.title for each in items if each.project} == {
        "Steady on your feet",
        "Test, then treat",
    }
    assert all(each.owner and each.trigger and each.first_step for each in items)
    published = Story.objects.filter(state="published")
    assert {each.project.title for each in published} == set(endings)


def test_the_data_tell_the_stories() -> None:
    words = {}
    for project in Project.objects.exclude(state=State.IDEA):
        lead = Seat.objects.filter(project=project, role="lead").order_by("pk")[0]
        main = main_of(somebody(lead.person.email.partition("@")[0]), project)
        words[project.title] = main.word if main else ""
    assert words[STORY] == "Improving"
    assert words["Never an empty shelf"] == "Concerning"
    assert words["Home before noon"] == "Steady", "the one that never moved"
    assert suggestion_for(the(STORY)).score == 3.5


def test_all_came_about_in_the_order_of_time() -> None:
    lived = AuditRecord.objects.filter(thing="project").order_by("pk").values_list("at", flat=True)
    assert list(lived) == sorted(lived)
    assert max(lived) <= NOW
    assert min(lived) < NOW - timedelta(days=500)
    assert not list(faults(Walk()))


def test_causes_became_drivers_and_a_vote_chose_the_first_test() -> None:
    """The way from a fishbone to a test is there to be walked."""
    kinds = set(Tool.objects.values_list("kind", flat=True))
    assert kinds == set(ToolKind.values)
    became = ToolItem.objects.filter(tool__project=the(STORY)).exclude(became=None)
    assert {(each.tool.kind, each.became.kind) for each in became if each.became} == {
        ("fishbone", "primary"),
        ("voting", "idea"),
    }
    vote = Tool.objects.get(title="What shall we test first?")
    found = result_of(vote)
    assert found is not None
    first = min(found.standings, key=lambda each: each.place)
    assert ToolItem.objects.get(pk=first.item_id).text == "Safety huddles twice a day"
    tested = Cycle.objects.filter(project=vote.project).order_by("pk")[0].idea
    assert ToolItem.objects.get(pk=first.item_id).became == tested
    assert running_round(Tool.objects.get(title__startswith="What shall Sunday")) is not None


def test_partners_were_asked_how_it_is_and_an_organisation_takes_part() -> None:
    assert [each.n_answers for each in results_of(the(STORY))] == [3, 3]
    states = PartnerOrganisation.objects.values_list("project__title", "organisation__slug", "state")
    assert set(states) == {
        ("Body health checks on day one", "mbale", "joined"),
        ("Pain relief in 30 minutes, whoever you are", "mbale", "invited"),
    }
    guest = somebody("sarah.nafula")
    shown = visible_to(guest).filter(organisation__slug="riverside").exclude(visibility="public")
    assert the("Body health checks on day one") in shown
    assert the(STORY) not in shown


def test_people_talk_across_units_and_everybody_is_asked_something() -> None:
    asked = Mention.objects.values_list("person__email", flat=True)
    assert {f"{key}@demo.wellrun.example" for key in EIGHT} <= set(asked)
    assert {"project", "aim", "driver", "barrier", "measure"} == set(
        Comment.objects.values_list("kind", flat=True)
    )


def test_tags_and_views_narrow_the_portfolio() -> None:
    office = somebody("nadia.rahman")
    names = {each.name for each in views_for(office)}
    assert {"Quiet for 6 weeks: ask them", "Going home, everywhere"} <= names
    found = portfolio_for(office, Wanted(tag="going home"), limit=9)
    assert [each.title for each in found] == ["Letters home within 24 hours", "Home before noon"]
    assert all(each.tags.exists() for each in Project.objects.all())


def test_two_teams_are_quiet_and_one_of_them_keeps_to_itself() -> None:
    quiet = Project.objects.filter(last_news_at__lt=NOW - QUIET).exclude(state=State.CLOSED)
    titles = [each.title for each in quiet.order_by("title")]
    assert titles == ["Safe nights on Cedar Ward", "The first hour, for families"]
    seen = {key for key in EIGHT if visible_to(somebody(key)).filter(title=titles[0])}
    assert seen == {"sion.rees"}
    office = somebody("nadia.rahman")
    found = portfolio_for(office, Wanted(quiet_at=NOW), limit=9)
    assert ([each.title for each in found], private_below(office)) == (titles[1:], 1)


@pytest.mark.parametrize("key", list(EIGHT))
def test_today_has_something_for_each_and_their_own_projects(
    key: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("django.utils.timezone.now", lambda: NOW)
    page = page_of(signed_in(somebody(key)).get("/?all=1"))
    assert "Nothing needs you today" not in page.words
    assert {kind for kind in EIGHT[key] if kind not in page.words} == set()
    assert "My projects" in page.words


@pytest.mark.parametrize("key", ["amina.yusuf", "helen.ashworth"])
def test_every_page_of_every_project_in_sight_opens(key: str) -> None:
    client, actor = signed_in(somebody(key)), somebody(key)
    for project in visible_to(actor):
        for part in ("", "measures/", "drivers/", "tests/"):
            assert client.get(f"/projects/{project.pk}/{part}").status_code == 200, (project, part)
    hidden = Project.objects.exclude(pk__in=visible_to(actor))
    assert {client.get(f"/projects/{each.pk}/").status_code for each in hidden} == {404}


def test_every_page_of_the_flagship_opens_for_its_lead() -> None:
    client, project = signed_in(somebody("amina.yusuf")), the(STORY)
    for part in ("team", "aim", "huddle", "coaching", "barriers", "involvement", "closing"):
        assert client.get(f"/projects/{project.pk}/{part}/").status_code == 200, part
    for cycle in Cycle.objects.filter(project=project):
        assert client.get(f"/tests/{cycle.pk}/").status_code == 200
    assert "Wrote in the project" not in page_of(client.get(f"/projects/{project.pk}/")).words


def test_every_project_is_the_same_where_it_is_brought_but_for_its_place() -> None:
    sister = somebody("fiona.macleod")
    ward = Unit.objects.get(organisation__slug="harbour", slug="ward-7")
    there = list(Project.objects.order_by("pk"))
    assert len(there) >= 12
    for project in there:
        seat = Seat.objects.filter(project=project, role=SeatRole.LEAD, ended_at=None).first()
        assert seat is not None, project
        lead = actor_for(seat.person)
        first = packed(lead, project, coaching=True, talk=True)
        done = brought(sister, ward, first, here={lead.name: sister}, again=True)
        assert done.left_out == (), project
        second = packed(sister, done.project, coaching=True, talk=True)
        expected = by_name(record_in(first), **{lead.name: sister.name})
        expected["project"]["unit"] = ward.name
        assert by_name(record_in(second)) == expected, project
