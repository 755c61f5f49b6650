"""The driver diagram's page beyond its first lines: measures, places, versions, files, what goes wrong."""

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from tests.build.cast import NOW, Cast
from tests.build.kept import kept
from tests.build.measures import a_measure
from tests.build.projects import Team, a_project
from tests.build.signed_in import signed_in
from tests.build.theories import a_theory, add_tests, watch_drivers
from tests.web.html import page_of
from wellrun.core.visibility import Visibility
from wellrun.measures.models import MeasureUse
from wellrun.measures.services import use_measure
from wellrun.pdsa.services import plan_cycle, start_cycle
from wellrun.pdsa.values import Plan
from wellrun.projects.models import Driver, DriverLink, DriverVersion, Project
from wellrun.projects.services import add_driver, keep_version, serve_another, write_driver

pytestmark = pytest.mark.django_db
HTMX = {"HTTP_HX_REQUEST": "true"}


@kept
def team(cast: Cast) -> Team:
    return a_project(cast)


@kept
def client(team: Team) -> Client:
    return signed_in(team.partner)


@kept
def parts(team: Team) -> dict[str, Driver]:
    def add(kind: str, text: str, parent: Driver | None = None) -> Driver:
        return add_driver(
            actor=team.lead, project=team.project, kind=kind, text=text,
            parent_id=parent.pk if parent else None, now=NOW,
        )  # fmt: skip

    early, calm = add("primary", "Early"), add("primary", "Calm")
    share = add("secondary", "Share", early)
    card = add("idea", "Card", share)
    serve_another(actor=team.lead, project=team.project, driver=card, parent_id=calm.pk, now=NOW)
    return {"early": early, "calm": calm, "share": share, "card": card}


def base(team: Team) -> str:
    return f"/projects/{team.project.pk}/drivers/"


def words(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return page_of(answer).words


def test_a_measure_watches_a_driver_and_is_seen_there(
    cast: Cast, client: Client, team: Team, parts: dict[str, Driver]
) -> None:
    measure = a_measure(cast)
    use_measure(actor=team.lead, project=team.project, measure=measure, kind="outcome", now=NOW)
    page, early = f"{base(team)}?at={parts['early'].pk}", f"{base(team)}{parts['early'].pk}/measure/"
    assert "Choose what watches it" in words(client, page)
    assert client.post(early, {"measure_id": measure.pk}).status_code == 303
    assert "Early Restraints each week: Improving" in words(client, base(team))
    assert b"it watches: Early" in client.get(f"{base(team)}?at={parts['calm'].pk}").content
    assert client.post(early, {"measure_id": measure.pk, "is_off": "yes"}).status_code == 303
    assert MeasureUse.objects.get().driver is None
    assert client.post(early, {"measure_id": 999_999}).status_code == 404
    assert client.post(early, {"measure_id": "x"}).status_code == 422


def test_a_measure_that_is_kept_from_a_reader_is_not_named(
    cast: Cast, team: Team, parts: dict[str, Driver]
) -> None:
    secret = a_measure(cast, name="Complaints", visibility=Visibility.TEAM)
    use_measure(
        actor=team.lead,
        project=team.project,
        measure=secret,
        kind="process",
        driver_id=parts["early"].pk,
        now=NOW,
    )
    Project.objects.update(visibility=Visibility.ORGANISATION)
    reader, lead = signed_in(team.colleague), signed_in(team.lead)
    assert "Complaints" in words(lead, base(team))
    for address in (base(team), f"{base(team)}?at={parts['early'].pk}", f"{base(team)}diagram.svg"):
        assert b"Complaints" not in reader.get(address).content
    assert b"Complaints" in lead.get(f"{base(team)}diagram.svg").content


def test_a_part_that_serves_two_says_so_and_can_leave_one(
    client: Client, team: Team, parts: dict[str, Driver]
) -> None:
    assert "Also serves: Calm" in words(client, base(team))
    line = DriverLink.objects.get(child=parts["card"], parent=parts["calm"])
    leave = f"{base(team)}{parts['card'].pk}/leave/"
    answer = client.post(leave, {"link_id": line.pk}, follow=True)
    assert "This line is taken away." in page_of(answer).words
    assert "Also serves" not in page_of(answer).words
    assert client.post(leave, {"link_id": line.pk}).status_code == 422


def test_a_secondary_driver_is_made_primary_with_a_form(
    client: Client, team: Team, parts: dict[str, Driver]
) -> None:
    line = DriverLink.objects.get(child=parts["share"])
    place = f"{base(team)}{parts['share'].pk}/place/"
    answer = client.post(place, {"link_id": line.pk, "parent_id": "", "position": 999}, follow=True)
    assert "Moved: number 3 of 3 below the aim." in page_of(answer).words
    circle = client.post(place, {"link_id": line.pk, "parent_id": parts["card"].pk, "position": 0})
    assert circle.status_code == 422
    assert "cannot serve itself, or a part that serves it" in page_of(circle).words


def test_an_edit_by_script_brings_the_fresh_part_of_the_page_alone(
    client: Client, team: Team, parts: dict[str, Driver]
) -> None:
    answer = client.post(base(team), {"kind": "primary", "text": "Trust"}, **HTMX)
    page = page_of(answer)
    assert answer.status_code == 200
    assert not page.all("html")
    assert [attrs["id"] for attrs in page.all("div") if attrs.get("id") == "theory"] == ["theory"]
    made = Driver.objects.get(text="Trust")
    chosen = [attrs for attrs in page.all("a") if attrs.get("aria-current")]
    assert [attrs["data-part"] for attrs in chosen] == [str(made.pk)]
    assert "Added." in page.words
    removed = page_of(client.post(f"{base(team)}{made.pk}/remove/", **HTMX))
    assert "Taken out of the diagram. Put it back" in removed.words


def test_taking_out_what_is_under_test_asks_first(
    client: Client, team: Team, parts: dict[str, Driver]
) -> None:
    plan = Plan(question="Does it help?", prediction="8 in 10")
    cycle = plan_cycle(actor=team.lead, project=team.project, idea=parts["card"], plan=plan, now=NOW)
    start_cycle(actor=team.lead, cycle=cycle, now=NOW)
    remove = f"{base(team)}{parts['card'].pk}/remove/"
    asked = client.post(remove)
    assert asked.status_code == 422
    assert "People are testing “Card”" in page_of(asked).words
    assert "Take it out all the same" in page_of(asked).words
    assert client.post(remove, {"sure": "yes"}).status_code == 303
    assert client.get(f"/tests/{cycle.pk}/").status_code == 200


def test_a_stale_edit_keeps_all_that_was_typed(client: Client, team: Team, parts: dict[str, Driver]) -> None:
    seen = Project.objects.get().version
    write_driver(actor=team.lead, project=team.project, driver=parts["early"], text="Earlier", now=NOW)
    told = {"text": "Very early", "why": "We saw it", "source": "Marcus", "expected_version": seen}
    address = f"{base(team)}{parts['early'].pk}/"
    answer = client.post(address, told)
    assert answer.status_code == 422
    form = page_of(answer).form(address)
    assert (form["text"], form["why"], form["source"]) == ("Very early", "We saw it", "Marcus")
    assert client.post(address, form).status_code == 303, "sent again, having seen theirs"
    parts["early"].refresh_from_db()
    assert parts["early"].text == "Very early"


def test_what_is_too_long_or_html_is_kept_and_harmless(
    client: Client, team: Team, parts: dict[str, Driver]
) -> None:
    long = client.post(base(team), {"kind": "idea", "text": "y" * 201, "parent": parts["early"].pk})
    assert long.status_code == 422
    assert "Keep this to 200 characters; it has 201. Shorten it, nothing is lost." in page_of(long).words
    assert b'value="' + b"y" * 201 in long.content
    assert client.post(base(team), {"kind": "idea", "text": "y" * (7 * 1024 * 1024)}).status_code == 413
    nasty = "<img src=x onerror=alert(1)>"
    made = client.post(base(team), {"kind": "primary", "text": nasty}, follow=True)
    assert b"<img" not in made.content
    assert nasty in page_of(made).words
    assert client.post(base(team), {"kind": "primary", "text": "x" * (5 * 1024 * 1024)}).status_code == 422


def test_versions_are_kept_and_compared(client: Client, team: Team, parts: dict[str, Driver]) -> None:
    page = f"{base(team)}versions/"
    assert "None yet. Give today’s diagram a name" in words(client, page)
    assert client.post(page, {"name": " "}).status_code == 422
    assert client.post(page, {"name": "Before the tests"}).status_code == 303
    again = client.post(page, {"name": "Before the tests"})
    assert (again.status_code, "There is a version of this name" in page_of(again).words) == (422, True)
    assert "Nothing changed between these two." in words(client, page)
    write_driver(
        actor=team.lead, project=team.project, driver=parts["card"], text="<b>Card</b>, together", now=NOW
    )
    text = words(client, f"{page}?from={DriverVersion.objects.get().pk}&to=now")
    assert "From “Before the tests”" in text
    assert "In other words <b>Card</b>, together (Idea to try) Before: Card" in text
    for odd in ("?from=x&to=y", "?from=99999999999999999999", "?from=1&to=999"):
        assert client.get(page + odd).status_code == 200


def test_readers_see_versions_and_files_and_strangers_do_not(
    team: Team, parts: dict[str, Driver], client: Client
) -> None:
    keep_version(actor=team.lead, project=team.project, name="Mine", now=NOW)
    kinds = {
        "versions/": "text/html; charset=utf-8",
        "diagram.svg": "image/svg+xml",
        "diagram.png": "image/png",
        "diagram.pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    }
    reader, stranger = signed_in(team.looker), signed_in(team.outsider)
    for name, kind in kinds.items():
        answer = reader.get(base(team) + name)
        assert (answer.status_code, answer["Content-Type"]) == (200, kind)
        assert stranger.get(base(team) + name).status_code == 404
    assert 'filename="calmer-evenings-on-alder-ward-drivers.pptx"' in answer["Content-Disposition"]
    assert "Keep this version" not in words(reader, f"{base(team)}versions/")
    assert reader.post(f"{base(team)}versions/", {"name": "Yours"}).status_code == 422
    for place in ("leave", "measure", "place", "serve"):
        told = {"link_id": 1, "measure_id": 1, "parent_id": parts["early"].pk, "position": 0}
        assert stranger.post(f"{base(team)}{parts['card'].pk}/{place}/", told).status_code == 404
    assert DriverVersion.objects.count() == 1


def test_the_number_of_questions_does_not_grow_with_the_diagram(team: Team) -> None:
    client = signed_in(team.lead)
    first = a_theory(team.project, shape=(1, 1, 1))
    add_tests(team.project, cycles=1)
    watch_drivers(team.lead, team.project, measures=1)
    line = DriverLink.objects.get(child=first[2])
    told = {"link_id": line.pk, "parent_id": line.parent_id, "position": 0}

    def asked() -> list[int]:
        counts = []
        for call in (
            lambda: client.get(f"{base(team)}?at={first[2].pk}"),
            lambda: client.post(f"{base(team)}{first[2].pk}/place/", told, **HTMX),
            lambda: client.get(f"{base(team)}diagram.svg"),
        ):
            with CaptureQueriesContext(connection) as queries:
                assert call().status_code == 200
            counts.append(len(queries))
        return counts

    asked()
    small = asked()
    a_theory(team.project, shape=(4, 3, 3))
    add_tests(team.project, cycles=20)
    assert asked() == small
    assert max(small) <= 34


def test_a_kept_version_is_renamed_and_nobody_writes_over_another(
    client: Client, team: Team, parts: dict[str, Driver]
) -> None:
    page = f"{base(team)}versions/"
    client.post(page, {"name": "Before"})
    rename = f"{page}{DriverVersion.objects.get().pk}/name/"
    form = page_of(client.get(page)).form(rename)
    assert client.post(rename, form | {"name": "Before the tests"}).status_code == 303
    stale = page_of(client.post(rename, form | {"name": "At first"}))
    assert "Theirs: Before the tests Yours: At first" in stale.words
    assert stale.form(rename) | {"csrfmiddlewaretoken": ""} == {
        "csrfmiddlewaretoken": "", "was": "Before the tests", "name": "At first",
    }  # fmt: skip
    assert client.post(rename, stale.form(rename)).status_code == 303
    empty = client.post(rename, {"name": " "})
    assert (empty.status_code, "Give it a name" in page_of(empty).words) == (422, True)
    assert "Gave a kept version another name: At first" in words(client, f"/projects/{team.project.pk}/")
