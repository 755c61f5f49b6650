"""Adding a number from the page of a measure."""

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.build.cast import NOW, Cast
from tests.build.measures import a_definition, a_measure, weekly_ratios
from tests.web.html import Page, page_of
from wellrun.core.actor import Actor
from wellrun.measures import services
from wellrun.measures.models import Measure, Observation

HTMX = {"HX-Request": "true"}


def address(measure: Measure) -> str:
    return f"/measures/{measure.pk}/observations/"


def send(client: Client, measure: Measure, *, htmx: bool = False, **changes: str) -> HttpResponse:
    """Fill in the form as the page offers it, and send it."""
    page = page_of(client.get(f"/measures/{measure.pk}/"))
    data = {**page.form(address(measure)), "value": "3", **changes}
    return client.post(address(measure), data, headers=HTMX if htmx else {})


def numbers(measure: Measure) -> dict[str, float | None]:
    rows = Observation.objects.filter(measure=measure).order_by("period")
    return {row.period.isoformat(): row.value for row in rows}


def errors_of(response: HttpResponse) -> Page:
    page = page_of(response)
    assert response.status_code == 422
    assert page.title.startswith("Not saved yet:")
    return page


def test_a_number_is_saved_and_the_page_is_looked_at_again(client: Client, measure: Measure) -> None:
    response = send(client, measure, note="Two agency staff")
    assert response.status_code == 303
    assert numbers(measure)["2026-04-13"] == 3
    page = page_of(client.get(response["Location"]))
    assert page.title.startswith("Saved:")
    assert "Saved. Added 3 for the week of 13 April 2026." in page.words
    assert "Two agency staff" in page.words


def test_the_message_offers_undo(client: Client, measure: Measure) -> None:
    page = page_of(client.get(send(client, measure)["Location"]))
    undo = next(action for action in page.forms if action.startswith("/changes/"))
    response = client.post(undo)
    assert response.status_code == 303
    assert "2026-04-13" not in numbers(measure)
    assert "Undone." in page_of(client.get(response["Location"])).words


def test_htmx_gets_the_fresh_part_with_message_and_focus(client: Client, measure: Measure) -> None:
    response = send(client, measure, htmx=True)
    html, page = response.content.decode(), page_of(response)
    assert response.status_code == 200
    assert 'hx-swap-oob="innerHTML"' in html
    assert "Saved. Added 3 for the week of 13 April 2026." in page.words
    heading = next(attrs for attrs in page.all("h2") if attrs.get("id") == "numbers")
    assert "autofocus" in heading
    assert page.form(address(measure))["period"] == "2026-04-20"


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("three", "Type a number, like 3. You typed “three”."),
        ("", "Type a number, like 3."),
        ("3,5", "Use a point for decimals, like 3.5. You typed “3,5”."),
        ("90%", "Type the number without the sign. You typed “90%”."),
        ("-2", "-2 is below 0."),
        ("2.5", "2.5 is not a whole number."),
        ("nan", "Type a number, like 3. You typed “nan”."),
        ("1e999", "Type a number, like 3. You typed “1e999”."),
    ],
)
def test_what_is_no_number_is_repeated_with_the_remedy(
    client: Client, measure: Measure, typed: str, said: str
) -> None:
    page = errors_of(send(client, measure, value=typed, note="Kept words"))
    assert said in page.words
    assert page.form(address(measure))["value"] == typed
    assert page.form(address(measure))["note"] == "Kept words"
    assert len(numbers(measure)) == 40


@pytest.mark.parametrize("typed", ["1,234", "1 234", " 1234 ", "+1234", "1234.0"])
def test_numbers_are_read_as_people_write_them(client: Client, measure: Measure, typed: str) -> None:
    send(client, measure, value=typed)
    assert numbers(measure)["2026-04-13"] == 1234


def test_the_first_field_to_put_right_takes_the_focus(client: Client, measure: Measure) -> None:
    page = errors_of(send(client, measure, period="soon", value="three"))
    wrong = page.errors()
    assert [attrs["name"] for attrs in wrong] == ["period", "value"]
    assert ["autofocus" in attrs for attrs in wrong] == [True, False]
    assert all(attrs["aria-describedby"] for attrs in wrong)


@pytest.mark.parametrize("typed", ["13 April 2026", "2026-04-13", "13 Apr 2026"])
def test_a_typed_date_is_understood(client: Client, measure: Measure, typed: str) -> None:
    assert send(client, measure, period=typed).status_code == 303
    assert "2026-04-13" in numbers(measure)


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("03/04/2026", "Type a date like 2026-04-13 or 13 April 2026. You typed “03/04/2026”."),
        ("", "Choose a date."),
        ("2999-01-01", "is in the future"),
        ("1815-06-18", "is too long ago"),
    ],
)
def test_a_date_that_cannot_be_is_explained(client: Client, measure: Measure, typed: str, said: str) -> None:
    assert said in errors_of(send(client, measure, period=typed)).words


def test_a_period_with_a_number_asks_before_it_changes(client: Client, measure: Measure) -> None:
    page = errors_of(send(client, measure, period="2026-04-06", value="5"))
    assert "eek of 6 April 2026 already has 2." in page.words
    assert "Change it" in page.words
    assert "Keep what is there" in page.words
    assert numbers(measure)["2026-04-06"] == 2
    client.post(address(measure), {**page.form(address(measure)), "correct": "yes"})
    assert numbers(measure)["2026-04-06"] == 5


def test_sending_twice_saves_once(client: Client, measure: Measure) -> None:
    first, second = send(client, measure), send(client, measure, period="2026-04-13")
    assert (first.status_code, second.status_code) == (303, 303)
    assert len(numbers(measure)) == 41


def test_someone_elses_change_is_not_written_over(client: Client, cast: Cast, measure: Measure) -> None:
    page = page_of(client.get(f"/measures/{measure.pk}/"))
    stale = {**page.form(address(measure)), "period": "2026-04-06", "value": "7", "correct": "yes"}
    services.record_observation(
        actor=cast.member, measure=measure, period=measure.last_period, value=4, correct=True, now=NOW
    )
    assert "Priya Nair changed this" in errors_of(client.post(address(measure), stale)).words
    assert numbers(measure)["2026-04-06"] == 4


def test_a_patients_number_in_a_note_is_refused(client: Client, measure: Measure) -> None:
    page = errors_of(send(client, measure, note="Seen 943 476 5919"))
    assert "has an NHS number in it." in page.words


def test_a_part_and_its_whole_are_saved_together(client: Client, cast: Cast, demo: Actor) -> None:
    seen = services.create_measure(
        actor=demo,
        organisation_id=cast.riverside.pk,
        definition=a_definition(name="Seen in time", chart="p", target=0.95),
        observations=weekly_ratios([(9, 10)] * 40),
        now=NOW,
    )
    page = errors_of(send(client, seen, numerator="12", denominator="10"))
    assert "12 is more than 10." in page.words
    assert send(client, seen, numerator="8", denominator="10").status_code == 303


def test_a_look_at_the_address_leads_to_the_measure(client: Client, measure: Measure) -> None:
    assert client.get(address(measure))["Location"] == f"/measures/{measure.pk}/"


def test_numbers_of_a_private_measure_cannot_be_added(client: Client, cast: Cast, demo: Actor) -> None:
    private = a_measure(cast, by=cast.member, visibility="team")
    assert client.post(address(private), {"period": "2026-04-13", "value": "3"}).status_code == 404
    assert len(numbers(private)) == 40
