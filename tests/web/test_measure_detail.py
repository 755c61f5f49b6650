"""One measure: chart, reading, numbers, definition, history."""

import re

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries, Settings

from tests.build.cast import NOW, Cast
from tests.build.measures import a_definition, a_measure, weekly_ratios
from tests.web.html import page_of
from wellrun.core.actor import Actor
from wellrun.core.visibility import Visibility
from wellrun.measures import services
from wellrun.measures.models import Measure


def address(measure: Measure) -> str:
    return f"/measures/{measure.pk}/"


def test_the_page_names_the_measure_and_its_facts(client: Client, measure: Measure) -> None:
    page = page_of(client.get(address(measure)))
    assert page.title == "Restraints each week · Wellrun"
    assert "Less is better" in page.words
    assert "Riverside can see this" in page.words
    assert "Kept by Mina Berg" in page.words


def test_a_page_that_needs_no_account_names_nobody(client: Client, cast: Cast, demo: Actor) -> None:
    """The measure, its numbers and what was changed are public; who works there is not."""
    shared = a_measure(cast, by=demo, visibility=Visibility.PUBLIC, agreed_by="Mina Berg, in June")
    page = address(shared)
    told = {"starts_on": "2026-01-05", "reason": "New way of counting"}
    assert client.post(f"{page}phases/", told).status_code == 303
    assert client.post(f"{page}annotations/", {"period": "2026-02-02", "label": "Huddles"}).status_code == 303
    assert page_of(client.get(page)).words.count("Mina Berg") > 10
    stranger = Client()
    seen = stranger.get(page, {"rows": "all"})
    assert seen.status_code == 200
    for each in (seen, *(stranger.get(f"{page}{file}") for file in ("chart.svg", "data.csv"))):
        assert "Mina" not in each.content.decode(), each.request["PATH_INFO"]
    words = page_of(seen).words
    assert "New way of counting" in words
    assert "Huddles" in words
    for heading in ("Entered by", "Kept by", "What happened here", "Agreed by"):
        assert heading not in words


def test_the_chart_comes_wide_and_narrow_with_its_rules_named(client: Client, measure: Measure) -> None:
    response = client.get(address(measure))
    page = page_of(response)
    assert "Counts (c chart), rules: Anhøj 1" in page.words
    forms = [attrs.get("class", "") for attrs in page.all("svg")]
    assert any("plot--wide" in form for form in forms)
    assert any("plot--narrow" in form for form in forms)


def test_the_reading_stands_beside_the_chart(client: Client, measure: Measure) -> None:
    words = page_of(client.get(address(measure))).words
    assert measure.word in words
    assert measure.assurance_word in words


def test_a_range_of_the_last_26_is_one_link_away(client: Client, measure: Measure) -> None:
    page = page_of(client.get(address(measure)))
    assert "Last 26 weeks" in page.words
    assert "All 40 weeks" in page.words
    current = [
        attrs
        for attrs in page_of(client.get(address(measure), {"range": "last"})).all("a")
        if "range=last" in attrs.get("href", "")
    ]
    assert current[0]["aria-current"] == "true"


def test_the_table_shows_the_last_numbers_and_then_all(client: Client, measure: Measure) -> None:
    some, every = client.get(address(measure)), client.get(address(measure), {"rows": "all"})
    assert "Show all 40 weeks" in page_of(some).words
    assert "7 July 2025" not in page_of(some).words
    assert "7 July 2025" in page_of(every).words
    assert "Show all 40 weeks" not in page_of(every).words


def test_the_table_says_which_points_the_rules_found(client: Client, cast: Cast, demo: Actor) -> None:
    jumped = a_measure(cast, by=demo, chart="i", values=[3, 4, 5, 4] * 5 + [20])
    assert "Outside the limits" in page_of(client.get(address(jumped))).words


def test_parts_and_wholes_are_shown_beside_their_percentage(client: Client, cast: Cast, demo: Actor) -> None:
    seen = services.create_measure(
        actor=demo,
        organisation_id=cast.riverside.pk,
        definition=a_definition(name="Seen in time", chart="p", direction="increase", target=0.95),
        observations=weekly_ratios([(9, 10)] * 12),
        now=NOW,
    )
    page = page_of(client.get(address(seen)))
    assert "9 10 90%" in page.words
    assert {"numerator", "denominator"} <= set(page.form(f"{address(seen)}observations/"))


def test_numbers_are_written_as_the_readers_language_has_them(
    client: Client, cast: Cast, demo: Actor, settings: Settings
) -> None:
    settings.LANGUAGES = [("en-gb", "English"), ("de", "Deutsch")]
    seen = services.create_measure(
        actor=demo,
        organisation_id=cast.riverside.pk,
        definition=a_definition(name="Seen in time", chart="p", direction="increase", target=0.945),
        observations=weekly_ratios([(1151, 1250), (1171, 1250)] * 12),
        now=NOW,
    )
    jumped = a_measure(cast, by=demo, chart="i", values=[3.25, 4.5, 5.25, 4.5] * 5)
    german = {"accept-language": "de"}
    drawn = client.get(address(seen), headers=german).content.decode()
    assert re.search(r">Average 92,9%<", drawn)
    assert re.search(r"<title>[^<]*: 92,1% \(1\.151 of 1\.250\)<", drawn)
    words = page_of(client.get(address(seen), headers=german)).words
    assert "1.171 1.250 93,68%" in words
    assert "The target of 94,5% sits inside the usual range of 90," in words
    assert "4,5" in page_of(client.get(address(jumped), headers=german)).words
    english = client.get(address(seen)).content.decode()
    assert re.search(r">Average 92\.9%<", english)
    assert "1,171 1,250 93.68%" in page_of(client.get(address(seen))).words


def test_a_measure_without_numbers_invites_the_first(client: Client, cast: Cast, demo: Actor) -> None:
    empty = a_measure(cast, by=demo, values=[])
    response = client.get(address(empty))
    assert response.status_code == 200
    assert "Add the first number below" in page_of(response).words


def test_the_next_period_waits_in_the_form(client: Client, measure: Measure) -> None:
    assert (
        page_of(client.get(address(measure))).form(f"{address(measure)}observations/")["period"]
        == "2026-04-13"
    )


def test_an_unwritten_definition_says_where_to_start(client: Client, measure: Measure) -> None:
    page = page_of(client.get(address(measure)))
    assert "Nobody has written this down yet" in page.words
    assert f"{address(measure)}definition/" in page.links()


def test_a_written_definition_is_shown(client: Client, cast: Cast, demo: Actor) -> None:
    told = a_measure(cast, by=demo, counts="Every time staff hold a person.", is_invented=True)
    words = page_of(client.get(address(told))).words
    assert "Count this Every time staff hold a person." in words
    assert "Invented story" in words


def test_measures_of_a_family_are_read_together(client: Client, cast: Cast, demo: Actor) -> None:
    one = a_measure(cast, by=demo, family="Calmer evenings")
    other = a_measure(cast, by=demo, name="Doses", family="Calmer evenings")
    page = page_of(client.get(address(one)))
    assert "Family of measures" in page.words
    assert address(other) in page.links()


def test_a_run_that_holds_suggests_new_limits(client: Client, measure: Measure) -> None:
    page = page_of(client.get(address(measure)))
    assert "You could redraw the limits" in page.words
    assert any(link.startswith("?redraw=") for link in page.links())


def test_who_does_not_keep_a_measure_cannot_redraw_it_and_learns_whom_to_ask(
    client: Client, cast: Cast, demo: Actor
) -> None:
    theirs = a_measure(cast, by=cast.member)
    assert "Redraw the limits" not in page_of(client.get(address(theirs))).words
    response = client.get(f"{address(theirs)}definition/")
    assert response.status_code == 403
    assert "Ask Priya Nair." in page_of(response).words


def test_words_of_people_are_never_markup(client: Client, cast: Cast, demo: Actor) -> None:
    bad = a_measure(cast, by=demo, name="<script>alert(1)</script>", counts="<b>bold</b>", place="<i>x</i>")
    html = client.get(address(bad)).content.decode()
    assert "<script>alert" not in html
    assert "<b>bold" not in html
    assert "<i>x" not in html


@pytest.mark.parametrize("number", ["999999", "0", "99999999999999999"])
@pytest.mark.django_db
def test_an_unknown_measure_is_no_page(client: Client, number: str) -> None:
    response = client.get(f"/measures/{number}/")
    assert response.status_code == 404
    assert "We cannot find that page" in page_of(response).words


def test_a_private_measure_of_others_is_no_page(client: Client, cast: Cast, demo: Actor) -> None:
    private = a_measure(cast, by=cast.member, visibility="team")
    for place in ("", "definition/", "chart.svg", "chart.png", "data.csv", "observations/2026-04-06/"):
        assert client.get(address(private) + place).status_code == 404


def test_htmx_gets_the_part_and_a_browser_the_page(client: Client, measure: Measure) -> None:
    page = client.get(address(measure))
    part = client.get(address(measure), headers={"HX-Request": "true"})
    assert "<html" in page.content.decode()
    assert "<html" not in part.content.decode()
    assert part.content.decode().lstrip().startswith('<div id="work">')
    assert "HX-Request" in page["Vary"]
    assert "HX-Request" in part["Vary"]


def test_a_part_brings_the_drawings_it_uses(client: Client, measure: Measure) -> None:
    part = client.get(address(measure), headers={"HX-Request": "true"}).content.decode()
    used = set(re.findall(r'<use href="#i-([a-z-]+)"', part))
    assert used
    assert used <= set(re.findall(r'<symbol id="i-([a-z-]+)"', part))


def test_the_page_carries_only_the_drawings_it_uses(client: Client, measure: Measure) -> None:
    page = client.get(address(measure)).content.decode()
    assert set(re.findall(r'<use href="#i-([a-z-]+)"', page)) == set(
        re.findall(r'<symbol id="i-([a-z-]+)"', page)
    )


@pytest.mark.parametrize("weeks", [5, 40])
def test_questions_do_not_grow_with_the_numbers(
    client: Client, cast: Cast, demo: Actor, weeks: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    measure = a_measure(cast, by=demo, values=[3] * weeks)
    with django_assert_num_queries(18):
        client.get(address(measure))
