"""What goes wrong in forms: a clear answer that says what to do, and nothing that was typed lost."""

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from tests.build.cast import NOW, Cast
from tests.build.kept import kept
from tests.build.projects import Team, a_project
from tests.build.signed_in import signed_in
from tests.web.html import Page, page_of
from wellrun.access.sessions import SEEN_KEY
from wellrun.pdsa.models import Cycle
from wellrun.pdsa.services import plan_cycle, start_cycle
from wellrun.pdsa.values import Plan
from wellrun.projects.models import Aim, Driver, Project, Seat
from wellrun.projects.services import add_driver, end_seat, raise_barrier, revise_aim

pytestmark = pytest.mark.django_db
UNSEEN = "\u200b \u2060\ufeff"
TYPED = "Seven of nine had a card"


@kept
def team(cast: Cast) -> Team:
    return a_project(cast, state="explored")


@kept
def client(team: Team) -> Client:
    return signed_in(team.lead)


@kept
def idea(team: Team) -> Driver:
    early = add_driver(actor=team.lead, project=team.project, kind="primary", text="Early", now=NOW)
    return add_driver(
        actor=team.lead, project=team.project, kind="idea", text="Card", parent_id=early.pk, now=NOW
    )


@kept
def cycle(team: Team, idea: Driver) -> Cycle:
    plan = Plan(question="In a day?", prediction="8 in 10")
    return plan_cycle(actor=team.lead, project=team.project, idea=idea, plan=plan, now=NOW)


def refused(client: Client, address: str, told: dict[str, object], *, status: int = 422) -> Page:
    answer = client.post(address, told)
    assert answer.status_code == status
    return page_of(answer)


def kept_in(page: Page, text: str) -> bool:
    """Whether what was typed stands on the page to be used again."""
    return text in page.words or any(text in each for form in page.forms.values() for each in form.values())


def test_what_cannot_be_seen_is_not_said(client: Client, team: Team, idea: Driver, cycle: Cycle) -> None:
    here = f"/projects/{team.project.pk}/"
    for address, told, words in (
        ("aim/", {"what": UNSEEN}, "Say what you want to make better."),
        ("tags/", {"name": UNSEEN}, "Type a word or two"),
        ("drivers/", {"kind": "primary", "text": UNSEEN}, "Say it in a few words."),
        (f"drivers/{idea.pk}/", {"text": UNSEEN}, "Say it in a few words."),
        ("drivers/versions/", {"name": UNSEEN}, "name"),
        ("tools/new/fishbone/", {"title": UNSEEN}, "name"),
        ("state/", {"target": "idea", "reason": UNSEEN}, "Say why in a few words."),
        ("tests/new/", {"idea": idea.pk, "question": UNSEEN}, "Write it as a question."),
    ):
        assert words in refused(client, here + address, told).words, address
    assert (
        "Write a few words first"
        in refused(client, f"/conversations/project/{team.project.pk}/", {"text": UNSEEN}).words
    )
    Cycle.objects.filter(pk=cycle.pk).update(prediction=f"- \n{UNSEEN}")
    assert "Write a prediction first" in refused(client, f"/tests/{cycle.pk}/start/", {}).words


def test_numbers_as_others_write_them_are_read_or_put_right(client: Client, team: Team) -> None:
    address = f"/projects/{team.project.pk}/aim/"
    for typed, fix in (
        ("1.234,5", "like 1234.5."), ("1 234,5", "like 1234.5."), ("٣٫٥", "like 3.5."),
        ("1’234", "Type it as 1234."),
        ("9" * 29, "Type an ordinary number"),
        ("1e999", "Type a number, like 3."), ("NaN", "Type a number, like 3."), ("5%", "without the sign"),
    ):  # fmt: skip
        page = refused(client, address, {"what": "Fewer falls", "goal": typed})
        assert fix in page.words, typed
        assert page.form(address)["goal"] == typed
    assert (
        client.post(address, {"what": "Fewer falls", "start": "١٢٣", "goal": "1\u2009to\u20092"}).status_code
        == 422
    )
    told = {"what": "Fewer falls", "start": "١٢٣", "goal": "\u22121\u202f234"}
    assert client.post(address, told).status_code == 303
    assert Aim.objects.values_list("start", "goal").get() == (123, -1234)


def test_days_that_are_none_or_far_away_are_asked_about(client: Client, team: Team) -> None:
    address = f"/projects/{team.project.pk}/aim/"
    for typed in ("0000-01-01", "0026-04-13", "9999-12-31", "2026-02-31", "31/12/2026", "tomorrow"):
        page = refused(client, address, {"what": "Fewer falls", "by_when": typed})
        assert "Check the year" in page.words or "Type a date like 2026-04-13" in page.words, typed
        assert page.form(address)["by_when"] == typed


def test_an_aim_that_goes_nowhere_or_is_over_is_coached_and_saved(client: Client, team: Team) -> None:
    here = f"/projects/{team.project.pk}/"
    told = {"what": "Fewer falls", "start": "3", "goal": "3", "by_when": "2020-01-01"}
    assert client.post(f"{here}aim/", told).status_code == 303
    assert "The day has passed" in page_of(client.get(here)).words
    assert "From and to are the same" in page_of(client.get(f"{here}aim/")).words


def test_a_text_that_is_too_long_comes_back_whole(client: Client, team: Team) -> None:
    long = "Falls at night " * 100
    here = f"/projects/{team.project.pk}/"
    for address, told in (
        ("state/", {"target": "idea", "reason": long}),
        ("tags/", {"name": long}),
        ("drivers/", {"kind": "primary", "text": long}),
    ):
        page = refused(client, here + address, told)
        assert "Keep this to" in page.words
        assert any(
            value.strip() == long.strip() for _tag, each in page.elements if (value := each.get("value", ""))
        )
        assert not any("maxlength" in each for _tag, each in page.elements if each.get("name") != "q")


def test_what_is_sent_for_a_test_that_was_decided_meanwhile_is_shown_and_explained(
    client: Client, team: Team, cycle: Cycle
) -> None:
    here = f"/tests/{cycle.pk}/"
    for part, told in (
        ("do", {"happened": TYPED}),
        ("days", {"day": "2026-04-06", "note": TYPED}),
        ("study", {"happened-1": TYPED}),
        ("act", {"decision": "adopt", "why": TYPED}),
    ):
        page = refused(client, f"{here}{part}/", told)
        assert "first" in page.words
        assert kept_in(page, TYPED), part
        Cycle.objects.filter(pk=cycle.pk).update(stage="done", locked_at=NOW, decision="adopt")
        page = refused(client, f"{here}{part}/", told)
        assert "Plan the next one instead." in page.words
        assert kept_in(page, TYPED), part
        Cycle.objects.filter(pk=cycle.pk).update(stage="plan", locked_at=None, decision="")
    Cycle.objects.filter(pk=cycle.pk).update(stage="done", locked_at=NOW)
    page = refused(client, f"/projects/{team.project.pk}/huddle/test/{cycle.pk}/", {"happened": TYPED})
    assert "Plan the next one instead." in page.words
    assert kept_in(page, TYPED)


def test_a_prediction_from_an_old_tab_is_refused_aloud(client: Client, team: Team, cycle: Cycle) -> None:
    address = f"/tests/{cycle.pk}/plan/"
    old = page_of(client.get(address)).form(address)
    start_cycle(actor=team.lead, cycle=cycle, now=NOW)
    page = refused(client, address, old | {"prediction": "It will be ten in ten"})
    assert "The prediction is locked since the test began." in page.words
    assert kept_in(page, "It will be ten in ten")
    assert client.post(address, old | {"who": "Priya"}).status_code == 303
    cycle.refresh_from_db()
    assert (cycle.prediction, cycle.who, cycle.starts_on) == ("8 in 10", "Priya", NOW.date())


def test_a_form_for_what_is_gone_or_no_longer_ones_own_gives_the_text_back(
    client: Client, team: Team, cycle: Cycle
) -> None:
    guest = signed_in(team.partner)
    end_seat(actor=team.lead, seat=Seat.objects.get(person_id=team.partner.id), now=NOW)
    Project.objects.filter(pk=team.project.pk).update(visibility="organisation")
    told: dict[str, object] = {"what": TYPED}
    assert kept_in(refused(guest, f"/projects/{team.project.pk}/aim/", told, status=403), TYPED)
    Cycle.objects.filter(pk=cycle.pk).update(is_removed=True)
    told = {"happened": TYPED, "password": "never to be shown"}
    page = refused(client, f"/tests/{cycle.pk}/do/", told, status=404)
    assert kept_in(page, TYPED)
    assert not kept_in(page, "never to be shown")


def test_a_session_that_ends_while_somebody_types_gives_the_text_back(client: Client, team: Team) -> None:
    session, address = client.session, f"/projects/{team.project.pk}/aim/"
    session[SEEN_KEY] = (timezone.now() - settings.SESSION_ENDS_UNUSED - timedelta(minutes=1)).timestamp()
    session.save()
    page = refused(client, address, {"what": TYPED}, status=403)
    assert "You were signed out" in page.words
    assert kept_in(page, TYPED)
    assert "/sign-in/" in page.links()
    assert client.post(address, {"what": TYPED})["Location"] == "/sign-in/"
    assert not Aim.objects.exists()


def test_an_aim_that_two_people_change_shows_both(client: Client, team: Team) -> None:
    address = f"/projects/{team.project.pk}/aim/"
    revise_aim(actor=team.lead, project=team.project, what="Fewer falls", now=NOW)
    old = page_of(client.get(address)).form(address)
    revise_aim(actor=team.lead, project=team.project, what="No falls", reason="Bolder", now=NOW)
    page = refused(client, address, old | {"what": TYPED, "reason": "Ours"})
    assert "Theirs: No falls" in page.words
    assert f"Yours: {TYPED}" in page.words


def test_a_sponsor_who_leaves_still_answers_what_was_asked(client: Client, team: Team) -> None:
    asked = raise_barrier(
        actor=team.lead, project=team.project, text="No lights", person_id=team.sponsor.id, now=NOW
    )
    end_seat(actor=team.lead, seat=Seat.objects.get(person_id=team.sponsor.id), now=NOW)
    sponsor = signed_in(team.sponsor)
    assert "No lights" in page_of(sponsor.get("/asked-of-me/")).words
    assert sponsor.get(f"/projects/{team.project.pk}/").status_code == 404
    assert "Beverley Grant" in page_of(client.get(f"/projects/{team.project.pk}/barriers/")).words
    assert sponsor.post(f"/barriers/{asked.pk}/answer/", {"answer": "By Friday"}).status_code == 303
    assert "By Friday" in page_of(client.get(f"/projects/{team.project.pk}/barriers/")).words


def test_a_form_with_an_old_token_gives_the_text_back_to_a_page_of_ours_alone(team: Team) -> None:
    strict = Client(enforce_csrf_checks=True)
    told, address = {"what": TYPED}, f"/projects/{team.project.pk}/aim/"
    for site, is_shown in (("same-origin", True), ("cross-site", False), ("same-site", False)):
        answer = strict.post(address, told, headers={"Sec-Fetch-Site": site})
        assert answer.status_code == 403
        assert kept_in(page_of(answer), TYPED) is is_shown
    assert not kept_in(page_of(strict.post(address, told)), TYPED)
    many = {f"field{number}": TYPED for number in range(1000)}
    answer = strict.post(address, many, headers={"Sec-Fetch-Site": "same-origin"})
    assert answer.status_code in {400, 403}


def test_a_project_that_is_sent_again_is_not_started_twice(client: Client, team: Team) -> None:
    told = {"title": "Quiet nights", "unit": team.ward.pk}
    first = client.post("/projects/new/", told)["Location"]
    assert client.post("/projects/new/", told | {"why": "Loud"})["Location"] == first
    assert client.post("/projects/new/", told | {"title": "Quiet days"})["Location"] != first
    Project.objects.filter(title="Quiet nights").update(created_at=NOW)
    assert client.post("/projects/new/", told)["Location"] != first
