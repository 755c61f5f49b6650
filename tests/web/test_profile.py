"""One's own page: choices are kept, used on the next page, and can be undone."""

import pytest
from django.test import Client
from pytest_django import Settings

from tests.build.cast import Cast
from tests.build.signed_in import signed_in
from tests.web.html import page_of
from wellrun.accounts.models import Person
from wellrun.core.actor import Actor


def fields(client: Client, **changes: str) -> dict[str, str]:
    return page_of(client.get("/profile/")).form("/profile/") | changes


def test_the_page_shows_what_was_chosen(client: Client, demo: Actor) -> None:
    shown = {name: value.strip() for name, value in fields(client).items()}
    shown.pop("csrfmiddlewaretoken")
    assert shown == {
        "name": "Mina Berg",
        "about": "",
        "words": "plain",
        "theme": "",
        "digest": "daily",
        "keys": "on",
    }


def test_choices_are_kept_and_can_be_undone(client: Client, demo: Actor) -> None:
    sent = fields(client, about="Run charts.", words="field", theme="dark", digest="weekly")
    response = client.post("/profile/", sent)
    assert response.status_code == 303
    page = page_of(client.get(response["Location"]))
    person = Person.objects.get(pk=demo.id)
    assert (person.about, person.plain_words, person.theme, person.digest) == (
        "Run charts.",
        False,
        "dark",
        "weekly",
    )
    assert "Saved." in page.words
    assert page.all("html")[0]["data-theme"] == "dark"
    (undo,) = [action for action in page.forms if action.endswith("/undo/")]
    response = client.post(undo)
    assert "Put back as it was." in page_of(client.get(response["Location"])).words
    person.refresh_from_db()
    assert (person.about, person.theme, person.digest) == ("", "", "daily")


def test_saving_without_a_change_says_so(client: Client) -> None:
    response = client.post("/profile/", fields(client))
    assert response["Location"] == "/profile/?saved=0"
    assert "Nothing else has changed." in page_of(client.get("/profile/?saved=0")).words


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"name": " "}, "Type your name, as others should see it."),
        ({"about": "Ask about 943 476 5919"}, "NHS number"),
        ({"digest": "hourly"}, "Choose one of the list."),
    ],
)
def test_what_is_to_be_put_right_is_said_beside_what_was_typed(
    client: Client, demo: Actor, changes: dict[str, str], words: str
) -> None:
    response = client.post("/profile/", fields(client, **changes))
    assert response.status_code == 422
    assert words in page_of(response).words
    assert Person.objects.get(pk=demo.id).about == ""


def test_an_undo_that_comes_too_late_changes_nothing(client: Client) -> None:
    response = client.post("/profile/", fields(client, theme="dark"))
    saved = response["Location"].partition("=")[2]
    client.post("/preferences/theme/", {"theme": "light"})
    response = client.post(f"/profile/changes/{saved}/undo/")
    assert response.status_code == 409
    assert "You have changed this since." in page_of(response).words
    assert client.get(f"/profile/changes/{saved}/undo/")["Location"] == "/profile/"


def test_the_theme_follows_the_person_to_another_browser(client: Client, demo: Actor) -> None:
    client.post("/preferences/theme/", {"theme": "dark", "next": "/"})
    assert page_of(signed_in(demo).get("/profile/")).all("html")[0]["data-theme"] == "dark"
    assert page_of(Client().get("/accessibility/")).all("html")[0].get("data-theme") is None


def test_the_saved_language_goes_before_the_browsers(client: Client, demo: Actor, settings: Settings) -> None:
    settings.LANGUAGES = [("en-gb", "English"), ("ar", "العربية")]
    assert fields(client)["language"] == ""
    client.post("/profile/", fields(client, language="ar"))
    page = page_of(signed_in(demo).get("/accessibility/", headers={"accept-language": "en-gb"}))
    assert (page.all("html")[0]["lang"], page.all("html")[0]["dir"]) == ("ar", "rtl")


def test_the_language_chosen_in_the_footer_is_saved_too(
    client: Client, demo: Actor, settings: Settings
) -> None:
    settings.LANGUAGES = [("en-gb", "English"), ("ar", "العربية")]
    client.post("/preferences/language/", {"language": "ar", "next": "/"})
    assert Person.objects.get(pk=demo.id).language == "ar"


def test_a_language_that_went_away_is_no_trouble(client: Client, demo: Actor) -> None:
    Person.objects.filter(pk=demo.id).update(language="tlh")
    assert page_of(client.get("/accessibility/")).all("html")[0]["lang"] == "en-gb"


def test_the_profile_of_another_cannot_be_reached(client: Client, cast: Cast) -> None:
    other = signed_in(cast.member)
    response = other.post("/profile/", fields(other, theme="dark"))
    saved = response["Location"].partition("=")[2]
    assert "Saved." not in page_of(client.get(f"/profile/?saved={saved}")).words
    assert client.post(f"/profile/changes/{saved}/undo/").status_code == 409
    assert Person.objects.get(pk=cast.member.id).theme == "dark"
