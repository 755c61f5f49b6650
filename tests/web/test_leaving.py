"""Pages for somebody who goes: what they look after, who takes it, and the end of their sign-in."""

from allauth.mfa.models import Authenticator
from django.test import Client

from tests.build.accounts import can_sign_in, try_to_sign_in
from tests.build.cast import NOW, Cast, a_person
from tests.build.kept import kept
from tests.build.projects import Team, a_project
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.accounts.models import Person
from wellrun.core.actor import Actor
from wellrun.core.models import AuditRecord
from wellrun.core.visibility import Visibility
from wellrun.organisations.models import Membership
from wellrun.organisations.values import Role
from wellrun.projects.models import Project, Seat
from wellrun.projects.services import add_action

HERE = "/organisations/riverside/administration/"


@kept
def ada(cast: Cast) -> Actor:
    return a_person("Ada Moss", cast.riverside, role=Role.ADMINISTRATOR)


@kept
def admin(ada: Actor) -> Client:
    return signed_in(ada)


@kept
def team(cast: Cast) -> Team:
    team = a_project(cast)
    Project.objects.filter(pk=team.project.pk).update(visibility=Visibility.ORGANISATION)
    return team


def address_of(actor: Actor) -> str:
    return f"{HERE}people/{actor.id}/"


def test_an_administrator_sees_passes_on_and_ends_the_sign_in(admin: Client, team: Team) -> None:
    here, theirs = address_of(team.lead), signed_in(team.lead)
    page = page_of(admin.get(here))
    assert "Leads Calmer evenings on Alder Ward" in page.words
    kept = admin.post(here, {"do": "end", "reason": "Retired", "leaves_work": "first"})
    assert kept.status_code == 422
    assert "They look after 1 thing." in page_of(kept).words
    assert 'value="Retired"' in kept.content.decode(), "nothing typed is lost"
    seat = Seat.objects.get(person_id=team.lead.id, ended_at=None)
    assert admin.post(here, {"do": "pass-on", f"lead-{seat.pk}": str(team.coach.id)}).status_code == 303
    assert admin.post(here, {"do": "end", "reason": "Retired"}).status_code == 303
    assert theirs.get("/").status_code == 303, "their next request leads to the sign-in page"
    assert "Cannot sign in" in page_of(admin.get(here)).words
    assert admin.post(here, {"do": "allow"}).status_code == 303
    assert Person.objects.get(pk=team.lead.id).is_active


def test_no_way_of_signing_in_is_left(admin: Client, cast: Cast) -> None:
    priya = can_sign_in(cast.member)
    Authenticator.objects.create(user=priya, type=Authenticator.Type.WEBAUTHN, data={"name": "Key"})
    assert admin.post(address_of(cast.member), {"do": "end"}).status_code == 303
    browser = Client()
    try_to_sign_in(browser, priya.email)
    assert browser.get("/").status_code == 303
    assert not browser.session.get("_auth_user_id")


def test_what_was_left_behind_is_listed(admin: Client, team: Team) -> None:
    assert "Nothing was left behind" in page_of(admin.get(f"{HERE}left-behind/")).words
    admin.post(address_of(team.lead), {"do": "end", "leaves_work": "rests"})
    page = page_of(admin.get(f"{HERE}left-behind/"))
    assert "Amina Yusuf Cannot sign in 1 thing" in page.words
    assert address_of(team.lead) in page.links()


def test_who_lost_every_role_too_is_found_and_let_in_again(admin: Client, cast: Cast) -> None:
    here = address_of(cast.member)
    admin.post(here, {"do": "end"})
    admin.post(here, {"do": "end-roles"})
    listed = page_of(admin.get(f"{HERE}left-behind/"))
    assert "Closed accounts without a role here" in listed.words
    assert here in listed.links()
    assert "Give them one afterwards" in page_of(admin.get(here)).words
    assert admin.post(here, {"do": "allow", "reason": "Came back"}).status_code == 303
    assert Person.objects.get(pk=cast.member.id).is_active
    assert AuditRecord.objects.get(action="person.reactivated").reason == "Came back"
    assert "Closed accounts" not in page_of(admin.get(f"{HERE}left-behind/")).words


def test_who_went_from_another_organisation_last_is_let_in_there(admin: Client, cast: Cast) -> None:
    both = a_person("Mina Berg", cast.riverside, cast.hillside)
    hana = signed_in(a_person("Hana Berg", cast.hillside, role=Role.ADMINISTRATOR))
    theirs = f"/organisations/hillside/administration/people/{both.id}/"
    admin.post(address_of(both), {"do": "end-roles"})
    hana.post(theirs, {"do": "end"})
    hana.post(theirs, {"do": "end-roles"})
    page = page_of(admin.get(address_of(both)))
    assert "its administrators decide" in page.words
    assert "Hillside" not in page.words
    assert admin.post(address_of(both), {"do": "allow"}).status_code == 422
    assert hana.post(theirs, {"do": "allow"}).status_code == 303
    assert Person.objects.get(pk=both.id).is_active


def test_an_administrator_forgets_somebody_who_asked_for_it(admin: Client, cast: Cast) -> None:
    here, email = address_of(cast.member), Person.objects.get(pk=cast.member.id).email
    wrong = admin.post(here, {"do": "erase", "address": "amina@wellrun.example", "reason": "By letter"})
    assert wrong.status_code == 422
    assert "not the address of this person" in page_of(wrong).words
    assert 'value="By letter"' in wrong.content.decode(), "nothing typed is lost"
    assert admin.post(here, {"do": "erase", "address": email.upper()}).status_code == 303
    gone = Person.objects.get(pk=cast.member.id)
    assert (gone.is_active, "Priya" in gone.name) == (False, False)
    page = page_of(admin.get(here)).words
    assert "Priya" not in page
    assert "This account was erased." in page
    assert "Forget them" not in page
    assert admin.post(here, {"do": "allow"}).status_code == 422


def test_no_role_is_given_back_to_somebody_who_was_forgotten(admin: Client, cast: Cast) -> None:
    email = Person.objects.get(pk=cast.member.id).email
    admin.post(address_of(cast.member), {"do": "erase", "address": email})
    ended = AuditRecord.objects.get(action="membership.ended")
    answer = admin.post(f"/organisations/riverside/changes/{ended.pk}/undo/")
    assert answer.status_code == 409
    assert "This account was erased." in page_of(answer).words
    assert not Membership.objects.filter(person_id=cast.member.id, ended_at=None).exists()


def test_somebody_who_has_gone_is_forgotten_by_their_last_organisation(admin: Client, cast: Cast) -> None:
    here, email = address_of(cast.member), Person.objects.get(pk=cast.member.id).email
    admin.post(here, {"do": "end-roles"})
    assert admin.post(here, {"do": "erase", "address": email}).status_code == 303
    assert "Priya" not in Person.objects.get(pk=cast.member.id).name


def test_somebody_of_two_organisations_is_forgotten_by_neither_alone(admin: Client, cast: Cast) -> None:
    both = a_person("Mina Berg", cast.riverside, cast.hillside)
    here = address_of(both)
    assert "Forget them" not in page_of(admin.get(here)).words
    assert admin.post(here, {"do": "erase", "address": "mina@wellrun.example"}).status_code == 422
    assert Person.objects.get(pk=both.id).name == "Mina Berg"


def test_the_team_chooses_who_leads(admin: Client, team: Team) -> None:
    admin.post(address_of(team.lead), {"do": "end", "leaves_work": "rests"})
    here = f"/projects/{team.project.pk}/team/"
    partner = signed_in(team.partner)
    assert "Nobody leads this project now" in page_of(partner.get(here)).words
    assert "Nobody leads" not in page_of(signed_in(team.colleague).get(here)).words
    assert partner.post(f"{here}lead/").status_code == 303
    assert "Nobody leads" not in page_of(partner.get(here)).words
    assert "Somebody leads this project." in page_of(signed_in(team.coach).post(f"{here}lead/")).words


def test_who_leaves_a_team_is_asked_who_takes_their_next_actions(team: Team) -> None:
    add_action(actor=team.lead, project=team.project, text="Ask nights", person_id=team.coach.id, now=NOW)
    seat = Seat.objects.get(person_id=team.coach.id, ended_at=None)
    end, lead = f"/projects/{team.project.pk}/team/{seat.pk}/end/", signed_in(team.lead)
    asked = lead.post(end)
    assert asked.status_code == 422
    assert "Choose who takes them: Ask nights" in page_of(asked).words
    assert lead.post(end, {"actions_to": str(team.partner.id)}).status_code == 303
    assert Seat.objects.get(pk=seat.pk).ended_at is not None


def test_for_others_there_is_no_such_page(admin: Client, cast: Cast, team: Team) -> None:
    for actor in (cast.member, team.leader, team.outsider):
        browser = signed_in(actor)
        assert browser.get(address_of(team.lead)).status_code == 404
        assert browser.post(address_of(team.lead), {"do": "end"}).status_code == 404
        assert browser.get(f"{HERE}left-behind/").status_code == 404
    assert admin.get(address_of(team.outsider)).status_code == 404, "they never worked here"
    assert admin.get(f"{HERE}people/999999/").status_code == 404


def test_somebody_of_two_organisations_stays_in_the_other(admin: Client, demo: Actor) -> None:
    page = page_of(admin.get(address_of(demo)))
    assert "only their roles here can end" in page.words
    assert admin.post(address_of(demo), {"do": "end"}).status_code == 422
    assert admin.post(address_of(demo), {"do": "end-roles"}).status_code == 303
    assert Person.objects.get(pk=demo.id).is_active
    assert "None any more." in page_of(admin.get(address_of(demo))).words


def test_an_administrator_does_not_lock_themselves_out(admin: Client, ada: Actor) -> None:
    assert "This is you." in page_of(admin.get(address_of(ada))).words
    for told in ({"do": "end"}, {"do": "erase", "address": "ada@wellrun.example"}):
        answer = admin.post(address_of(ada), told)
        assert answer.status_code == 422
        assert "Riverside would have no administrator." in page_of(answer).words
    assert Person.objects.get(pk=ada.id).is_active


def test_the_end_of_a_last_role_says_what_is_left(admin: Client, team: Team) -> None:
    row = Membership.objects.get(person_id=team.lead.id)
    page = page_of(admin.get(f"/organisations/riverside/roles/{row.pk}/"))
    assert "This is their last role here, and they look after 1 thing." in page.words
    assert address_of(team.lead) in page.links()
    other = Membership.objects.get(person_id=team.coach.id)
    assert "last role" not in page_of(admin.get(f"/organisations/riverside/roles/{other.pk}/")).words
