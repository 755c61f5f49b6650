"""Another organisation joins a project, and its people see that project and nothing else."""

from collections.abc import Callable

import pytest
from django.test import Client

from tests.build.cast import NOW, Cast, a_person, a_unit
from tests.build.kept import kept
from tests.build.measures import a_measure
from tests.build.projects import Team, a_project, again
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.accounts.models import Notification, Person
from wellrun.control.queries import visible_to as items_visible
from wellrun.core.actor import Actor
from wellrun.core.decision import NotAllowed, Refused
from wellrun.core.models import AuditRecord
from wellrun.learning.queries import visible_to as stories_visible
from wellrun.measures.queries import visible_to as measures_visible
from wellrun.measures.services import use_measure
from wellrun.organisations.queries import people_visible_to, units_visible_to
from wellrun.organisations.queries import visible_to as organisations_visible
from wellrun.organisations.values import Role
from wellrun.projects.models import PartnerOrganisation, Seat
from wellrun.projects.queries import barriers_visible_to, visible_to
from wellrun.projects.services import (
    answer_partner_invitation,
    end_partnership,
    give_seat,
    invite_partner,
    seat_from_partner,
    share,
    start_project,
)
from wellrun.projects.services.projects import NewProject
from wellrun.projects.values import PartnerState, SeatRole

OWN = "/organisations/hillside/partnerships/"


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


@kept
def speaker(cast: Cast) -> Actor:
    """Leads Hillside as a whole."""
    return a_person("Olu Ade", cast.hillside, role=Role.LEADER)


@kept
def asked(team: Team, speaker: Actor) -> PartnerOrganisation:
    return invite_partner(
        actor=team.lead, project=team.project, organisation="hillside", message="Bring the district", now=NOW
    )


@kept
def joined(asked: PartnerOrganisation, speaker: Actor) -> PartnerOrganisation:
    return answer_partner_invitation(actor=speaker, partner=asked, is_yes=True, now=NOW)


def seated(cast: Cast, joined: PartnerOrganisation, speaker: Actor) -> Actor:
    """Victor of Hillside, on the team."""
    seat_from_partner(actor=speaker, partner=joined, email="Victor@wellrun.example", now=NOW)
    return again(cast.viewer)


def test_who_answers_for_an_organisation_is_asked(asked: PartnerOrganisation, speaker: Actor) -> None:
    told = Notification.objects.get(person_id=speaker.id)
    assert told.sentence == "Riverside asks Hillside to join “Calmer evenings on Alder Ward”"
    page = page_of(signed_in(speaker).get(told.address))
    assert "Calmer evenings on Alder Ward" in page.words
    assert "Bring the district" in page.words
    assert "Evenings are loud." not in page.words, "why it matters stays with the team"


def test_being_asked_and_saying_yes_shows_nobody_anything(
    team: Team, joined: PartnerOrganisation, speaker: Actor, cast: Cast
) -> None:
    for actor in (again(speaker), again(cast.viewer)):
        assert list(visible_to(actor)) == []
        assert signed_in(actor).get(f"/projects/{team.project.pk}/").status_code == 404


SEEN: list[Callable[[Actor], object]] = [
    organisations_visible, units_visible_to, people_visible_to, items_visible, barriers_visible_to,
    stories_visible,
]  # fmt: skip


def test_a_partners_person_sees_that_project_and_nothing_else(
    team: Team, joined: PartnerOrganisation, speaker: Actor, cast: Cast
) -> None:
    """With all that Riverside has at the levels of team and organisation beside it."""
    other = start_project(
        actor=cast.member,
        unit=a_unit(cast.riverside, "Birch Ward"),
        project=NewProject(title="Other"),
        now=NOW,
    )
    share(actor=again(cast.member), project=other, visibility="organisation", now=NOW)
    used = a_measure(cast, values=[1, 2, 3], visibility="team", name="Restraints here")
    use_measure(actor=team.lead, project=team.project, measure=used, kind="outcome", now=NOW)
    unused = a_measure(cast, values=[1, 2, 3], visibility="organisation", name="Falls")
    before = {rule: {row.pk for row in rule(again(cast.viewer))} for rule in SEEN}  # type: ignore[attr-defined]
    victor = seated(cast, joined, speaker)
    assert [row.pk for row in visible_to(victor)] == [team.project.pk]
    assert [row.pk for row in measures_visible(victor)] == [used.pk]
    assert {rule: {row.pk for row in rule(victor)} for rule in SEEN} == before  # type: ignore[attr-defined]
    browser = signed_in(victor)
    assert browser.get(f"/projects/{team.project.pk}/").status_code == 200
    for address in (
        f"/projects/{other.pk}/", f"/measures/{unused.pk}/", "/organisations/riverside/",
        "/organisations/riverside/units/alder-ward/", "/organisations/riverside/partnerships/",
        f"/people/{cast.member.id}/",
    ):  # fmt: skip
        assert browser.get(address).status_code == 404, address
    for address in ("/projects/", "/search/?q=other", "/people/", "/measures/", "/"):
        page = page_of(browser.get(address))
        assert "Birch Ward" not in page.words, address
        assert "Falls" not in page.words, address
        assert "Priya Nair" not in page.words, address


def test_only_own_people_are_put_on_the_team(
    joined: PartnerOrganisation, speaker: Actor, cast: Cast, team: Team
) -> None:
    for email in ("priya@wellrun.example", "nobody@wellrun.example"):
        with pytest.raises(Refused, match="Nobody of Hillside"):
            seat_from_partner(actor=speaker, partner=joined, email=email, now=NOW)
    for role in (SeatRole.LEAD, SeatRole.SPONSOR, "king"):
        with pytest.raises(Refused, match="one of the roles"):
            seat_from_partner(
                actor=speaker, partner=joined, email="victor@wellrun.example", role=role, now=NOW
            )
    seated(cast, joined, speaker)
    seated(cast, joined, speaker)
    assert Seat.objects.filter(person_id=cast.viewer.id, ended_at=None).count() == 1


def test_only_who_may_speaks_for_it(asked: PartnerOrganisation, cast: Cast, team: Team) -> None:
    for actor in (cast.viewer, team.lead, team.leader):
        with pytest.raises(NotAllowed, match="Hillside as a whole"):
            answer_partner_invitation(actor=actor, partner=asked, is_yes=True, now=NOW)
    with pytest.raises(NotAllowed, match="leads this project"):
        invite_partner(actor=team.partner, project=team.project, organisation="Hillside", now=NOW)


def test_no_is_an_answer_and_it_can_be_asked_again(
    asked: PartnerOrganisation, speaker: Actor, team: Team
) -> None:
    row = answer_partner_invitation(actor=speaker, partner=asked, is_yes=False, now=NOW)
    assert row.state == PartnerState.DECLINED
    with pytest.raises(Refused, match="answered already"):
        answer_partner_invitation(actor=speaker, partner=asked, is_yes=True, now=NOW)
    with pytest.raises(Refused, match="Say yes first"):
        seat_from_partner(actor=speaker, partner=asked, email="victor@wellrun.example", now=NOW)
    again_asked = invite_partner(actor=team.lead, project=team.project, organisation="Hillside", now=NOW)
    assert (again_asked.pk, again_asked.state) == (asked.pk, PartnerState.INVITED)


@pytest.mark.parametrize("by", ["speaker", "lead"])
def test_when_it_ends_its_people_see_nothing_more(
    by: str, joined: PartnerOrganisation, speaker: Actor, cast: Cast, team: Team
) -> None:
    victor = seated(cast, joined, speaker)
    assert visible_to(victor).exists()
    end_partnership(actor=speaker if by == "speaker" else team.lead, partner=joined, now=NOW)
    assert not visible_to(again(victor)).exists()
    assert signed_in(victor).get(f"/projects/{team.project.pk}/").status_code == 404
    actions = AuditRecord.objects.filter(action__startswith="partner_organisation").order_by("pk")
    assert list(actions.values_list("action", flat=True)) == [
        "partner_organisation.invited", "partner_organisation.joined", "partner_organisation.left",
    ]  # fmt: skip


def test_a_goodbye_that_is_too_long_is_given_back(team: Team, joined: PartnerOrganisation) -> None:
    with pytest.raises(Refused, match="Keep this to 1,000 characters; it has 1,001"):
        end_partnership(actor=team.lead, partner=joined, reason="x" * 1001, now=NOW)
    joined.refresh_from_db()
    assert joined.state == "joined"


def test_a_project_keeps_its_lead_when_a_partner_leaves(
    joined: PartnerOrganisation, speaker: Actor, cast: Cast, team: Team
) -> None:
    victor = Person.objects.get(pk=seated(cast, joined, speaker).id)
    give_seat(actor=team.lead, project=team.project, person=victor, role=SeatRole.LEAD, now=NOW)
    Seat.objects.filter(person_id=team.lead.id).update(ended_at=NOW)
    with pytest.raises(Refused, match="needs somebody who leads it"):
        end_partnership(actor=speaker, partner=joined, now=NOW)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("Hill", "Do you mean one of these"),
        ("Nowhere", "No organisation here"),
        ("Riverside", "own organisation"),
    ],
)
def test_which_organisation_is_asked_is_certain(typed: str, said: str, team: Team) -> None:
    with pytest.raises(Refused, match=said):
        invite_partner(actor=team.lead, project=team.project, organisation=typed, now=NOW)
    answer = signed_in(team.lead).post(f"/projects/{team.project.pk}/partners/", {"organisation": typed})
    assert answer.status_code == 422
    assert typed in answer.content.decode()


def test_the_pages_take_it_from_the_question_to_the_end(team: Team, speaker: Actor, cast: Cast) -> None:
    lead, theirs = signed_in(team.lead), signed_in(speaker)
    here = f"/projects/{team.project.pk}/partners/"
    assert lead.post(here, {"organisation": "HILLSIDE", "message": "Join us"}).status_code == 303
    row = PartnerOrganisation.objects.get()
    assert theirs.post(f"{OWN}{row.pk}/answer/", {"answer": "yes"}).status_code == 303
    wrong = theirs.post(f"{OWN}{row.pk}/people/", {"email": "priya@wellrun.example", "role": "member"})
    assert (wrong.status_code, "Nobody of Hillside" in page_of(wrong).words) == (422, True)
    told = {"email": "victor@wellrun.example", "role": "member"}
    assert theirs.post(f"{OWN}{row.pk}/people/", told).status_code == 303
    assert "Of your organisation on the team: Victor Lund" in page_of(theirs.get(OWN)).words
    assert "Hillside Join us Takes part" in page_of(lead.get(here)).words
    assert "Hillside" in page_of(lead.get(f"/projects/{team.project.pk}/team/")).words
    assert theirs.post(f"{OWN}{row.pk}/leave/").status_code == 303
    assert "Has left" in page_of(theirs.get(OWN)).words
    assert "Hillside no longer takes part" in page_of(lead.get(f"/projects/{team.project.pk}/")).words


def test_for_others_there_is_no_such_page(asked: PartnerOrganisation, team: Team, cast: Cast) -> None:
    member, lead = signed_in(cast.viewer), signed_in(team.lead)
    for browser in (member, lead, Client()):
        assert browser.get(OWN).status_code in {303, 404}
        for part in ("answer", "people", "leave"):
            assert browser.post(f"{OWN}{asked.pk}/{part}/").status_code in {303, 404}
    assert PartnerOrganisation.objects.get().state == PartnerState.INVITED
    olu = signed_in(a_person("Ruth Callaghan", cast.riverside, role=Role.LEADER))
    assert olu.post(f"/organisations/riverside/partnerships/{asked.pk}/answer/").status_code == 404
    assert (
        signed_in(team.partner).post(f"/projects/{team.project.pk}/partners/{asked.pk}/end/").status_code
        == 422
    )
