"""What people come back for: a coach's weekly round, and a service user who leads the work with a nurse."""

from datetime import timedelta

from playwright.sync_api import Page, expect

from tests.browser.conftest import Visit
from tests.browser.test_axe import findings
from tests.build.cast import NOW, Cast, a_person
from tests.build.projects import Team, a_project, again
from tests.build.teamwork import a_project_under_way
from wellrun.accounts.models import Person
from wellrun.organisations.values import Perspective
from wellrun.projects.models import Project
from wellrun.projects.services import NewProject, give_seat, record_involvement, start_project
from wellrun.projects.values import SeatRole


def add_to_team(page: Page, email: str, role: str, side: str) -> None:
    page.get_by_label("Their e-mail address").fill(email)
    page.get_by_label("Role").select_option(role)
    page.get_by_label("Comes as").select_option(side)
    page.get_by_role("button", name="Add to the team").click()


def a_quiet_team_of(coach: Team) -> Project:
    """Another project with the same coach, of which nobody has heard for nine weeks."""
    long_ago = NOW - timedelta(weeks=9)
    quiet = start_project(
        actor=coach.lead, unit=coach.ward, project=NewProject(title="Safe nights"), now=long_ago
    )
    person = Person.objects.get(pk=coach.coach.id)
    give_seat(actor=again(coach.lead), project=quiet, person=person, role=SeatRole.COACH, now=long_ago)
    return quiet


def test_a_coach_makes_the_weekly_round(visit: Visit, cast: Cast) -> None:
    team = a_project_under_way(cast)
    a_quiet_team_of(team)
    page = visit("/coaching/", who=again(team.coach))
    teams = page.get_by_role("table", name="Teams you coach").get_by_role("row")
    expect(teams).to_have_count(3)
    expect(teams.nth(1)).to_contain_text("Safe nights")  # the quietest first
    expect(teams.nth(2)).to_contain_text(team.project.title)
    teams.nth(2).get_by_role("link").click()
    expect(page.get_by_role("table", name="Evidence for each score")).to_be_visible()
    page.get_by_text("Agree on a score").click()
    page.get_by_label("Where is the project, in your eyes?").select_option("3")
    page.get_by_role("button", name="Save the score").click()
    expect(page.get_by_role("alert")).to_be_visible()  # it differs from the record: say why
    page.get_by_label("Why?").fill("I saw the card at work on two late shifts.")
    page.get_by_role("button", name="Save the score").click()
    expect(page.get_by_text("I saw the card at work on two late shifts.")).to_be_visible()
    page.get_by_label("What did you talk about?").fill("Nights try the card too.")
    page.get_by_label("Next step").fill("Ask one night nurse")
    page.get_by_role("button", name="Write it down").click()
    expect(page.get_by_text("Nights try the card too.")).to_be_visible()
    page.goto("/coaching/")
    expect(page.get_by_role("row", name=team.project.title)).to_contain_text("Next: Ask one night nurse")
    nurse = visit("/notifications/", who=team.lead, width=390)  # the team is told
    expect(nurse.get_by_role("link", name="Ask one night nurse")).to_be_visible()


def test_a_service_user_leads_together_with_a_nurse(visit: Visit, cast: Cast) -> None:
    """On a phone: he becomes joint lead, asks somebody to join, changes the aim, and says how it is."""
    team = a_project(cast)
    carer = a_person("Joanne Whitlock", cast.riverside)
    nurse = visit(f"/projects/{team.project.pk}/team/", who=team.lead)
    add_to_team(nurse, "marcus@wellrun.example", SeatRole.LEAD, Perspective.SERVICE_USER)
    partner = visit("/notifications/", who=again(team.partner), width=390)
    found = findings(partner)
    partner.goto(f"/projects/{team.project.pk}/team/")
    add_to_team(partner, "joanne@wellrun.example", SeatRole.SERVICE_USER_PARTNER, Perspective.CARER)
    expect(partner.get_by_role("row", name="Joanne Whitlock")).to_be_visible()
    partner.goto(f"/projects/{team.project.pk}/aim/")
    partner.get_by_label("What do you want to achieve?").fill("Nobody is held when they could be asked")
    partner.get_by_role("button", name="Save the aim").click()
    expect(partner.get_by_text("Nobody is held when they could be asked").first).to_be_visible()
    record_involvement(
        actor=team.lead, project=team.project, level="led", practice="Marcus leads with Amina.", now=NOW
    )
    partner.goto(f"/projects/{team.project.pk}/involvement/")
    found += findings(partner)
    partner.get_by_role("button", name="I agree: this is how it is").click()
    expect(partner.get_by_role("button", name="I agree: this is how it is")).to_have_count(0)
    assert partner.evaluate("document.documentElement.scrollWidth") <= 390
    assert found == []
    leads = team.project.seats.filter(role=SeatRole.LEAD, ended_at=None).values_list(
        "person__name", flat=True
    )
    assert set(leads) == {team.lead.name, team.partner.name}
    assert team.project.seats.filter(person_id=carer.id, role=SeatRole.SERVICE_USER_PARTNER).exists()
