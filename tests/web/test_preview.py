"""How we read a file: guesses in sight, questions asked, the chart as it will look, and then a measure."""

import pytest
from django.http import HttpResponse
from django.test import Client

from tests.build.cast import Cast
from tests.web.html import Page, page_of
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure, Observation

FALLS = "week,falls\n2026-03-02,4\n2026-03-09,2\n2026-03-16,5\n2026-03-23,3\n"
WARDS = "week,ward,falls\n2026-03-02,Alder,4\n2026-03-02,Birch,1\n2026-03-09,Alder,2\n2026-03-09,Birch,3\n"
SEEN = "month,seen,attendances\nJanuary 2026,812,1034\nFebruary 2026,790,985\nMarch 2026,901,1101\n"
EITHER_WAY = "date,falls\n03/04/2026,4\n04/05/2026,3\n05/06/2026,6\n"


def preview(client: Client, table: str) -> tuple[str, Page]:
    """Paste a table; the address of its preview and the page."""
    address = client.post("/measures/new/", {"table": table})["Location"]
    return address, page_of(client.get(address))


def make(client: Client, cast: Cast, table: str, **changes: str) -> HttpResponse:
    address, page = preview(client, table)
    told = {"organisation": str(cast.riverside.pk), "step": "make", **changes}
    return client.post(address, {**page.form(address), **told})


def look(client: Client, address: str, page: Page, **changes: str) -> Page:
    response = client.post(address, {**page.form(address), "step": "look", **changes})
    assert response.status_code == 303
    return page_of(client.get(response["Location"]))


def test_the_first_rows_are_shown_with_what_each_column_is(client: Client, demo: Actor) -> None:
    _address, page = preview(client, FALLS)
    assert "week dates falls numbers" in page.words
    assert "2 2026-03-02 4" in page.words
    assert "4 rows and 2 columns" in page.words
    assert "Dates are in “week”." in page.words


def test_guesses_stand_in_fields_that_can_be_changed(client: Client, demo: Actor) -> None:
    address, page = preview(client, SEEN)
    assert page.form(address)["x"] == "0"
    assert (page.form(address)["y"], page.form(address)["n"]) == ("1", "2")
    assert page.form(address)["chart"] == "p"
    page = look(client, address, page, n="", y="2")
    assert (page.form(address)["y"], page.form(address)["n"]) == ("2", "")
    assert page.form(address)["chart"] == "i"


def test_the_chart_is_drawn_as_it_will_look(client: Client, demo: Actor) -> None:
    _address, page = preview(client, FALLS)
    assert any("plot--wide" in attrs.get("class", "") for attrs in page.all("svg"))
    assert "Too early to tell" in page.words
    assert "Counts (c chart), rules: Anhøj 1" in page.words


def test_day_or_month_first_is_asked_and_never_guessed(client: Client, demo: Actor) -> None:
    address, page = preview(client, EITHER_WAY)
    assert "Day first: 3 April 2026" in page.words
    assert "Month first: 4 March 2026" in page.words
    assert "dates" not in page.form(address)
    assert "First, one question" in page.words
    page = look(client, address, page, dates="month-first")
    assert page.form(address)["dates"] == "month-first"
    assert any("plot--wide" in attrs.get("class", "") for attrs in page.all("svg"))


def test_a_measure_is_not_made_while_the_question_is_open(client: Client, cast: Cast, demo: Actor) -> None:
    response = make(client, cast, EITHER_WAY)
    assert response.status_code == 422
    assert "Say which comes first. We do not guess this." in page_of(response).words
    assert not Measure.objects.exists()


def test_the_answer_decides_the_periods(client: Client, cast: Cast, demo: Actor) -> None:
    make(client, cast, EITHER_WAY, dates="day-first")
    assert Observation.objects.earliest("period").period.isoformat() == "2026-04-03"


def test_a_measure_is_made_with_all_its_numbers(client: Client, cast: Cast, demo: Actor) -> None:
    response = make(client, cast, FALLS, name="Falls each week", direction="decrease", target="2")
    page = page_of(client.get(response["Location"]))
    assert page.title == "Saved: Falls each week · Wellrun"
    assert "Less is better" in page.words
    measure = Measure.objects.get()
    assert (measure.chart, measure.target, measure.n_points) == ("c", 2, 4)
    assert measure.visibility == "team"


def test_a_percentage_takes_its_target_as_people_say_it(client: Client, cast: Cast, demo: Actor) -> None:
    make(client, cast, SEEN, name="Seen in time", target="95", direction="increase")
    measure = Measure.objects.get()
    assert (measure.chart, measure.target, measure.period) == ("p", 0.95, "month")
    assert (measure.numerator_label, measure.denominator_label) == ("seen", "attendances")


def test_each_group_becomes_a_measure(client: Client, cast: Cast, demo: Actor) -> None:
    response = make(client, cast, WARDS, name="Falls")
    assert response["Location"].startswith("/measures/")
    assert list(Measure.objects.order_by("place").values_list("place", "n_points")) == [
        ("Alder", 2),
        ("Birch", 2),
    ]


def test_one_group_can_be_chosen(client: Client, cast: Cast, demo: Actor) -> None:
    make(client, cast, WARDS, name="Falls", group="Birch")
    assert Measure.objects.get().place == "Birch"


def test_of_many_groups_one_must_be_chosen(client: Client, cast: Cast, demo: Actor) -> None:
    rows = "".join(f"2026-03-0{day},Ward {ward},{ward}\n" for day in (2, 9) for ward in range(30))
    response = make(client, cast, "week,ward,falls\n" + rows)
    assert response.status_code == 422
    assert "Choose one group." in page_of(response).words
    assert not Measure.objects.exists()


MANY = "".join(f"2026-0{month}-{day:02d},{month}\n" for month in (1, 2, 3) for day in (2, 9, 16))


@pytest.mark.parametrize(
    ("table", "said"),
    [
        (f"week,falls\n{MANY}2026-04-06,many\n", "Row 11 has “many” in column “falls”."),
        ("week,falls\n2026-03-02,4\n2026-03-02,2\n", "Rows 2 and 3 both have “2026-03-02”"),
        ("week,falls\n2026-03-02,4\n2026-03-09,-2\n", "The count -2 is below zero."),
        ("month,seen,attendances\nMay 2025,12,10\nJune 2025,9,10\n", "Row 2"),
    ],
)
def test_a_row_that_cannot_be_charted_is_named_and_nothing_is_saved(
    client: Client, cast: Cast, demo: Actor, table: str, said: str
) -> None:
    address, page = preview(client, table)
    chart = "p" if "seen" in table else "c"
    told = {"n": "2"} if "seen" in table else {}
    page = look(client, address, page, **told)
    page = look(client, address, page, chart=chart)
    assert said in page.words
    response = client.post(
        address, {**page.form(address), "organisation": str(cast.riverside.pk), "step": "make"}
    )
    assert response.status_code == 422
    assert said in page_of(response).words
    assert not Measure.objects.exists()


def test_a_hidden_number_stays_hidden(client: Client, cast: Cast, demo: Actor) -> None:
    make(client, cast, "week,falls\n2026-03-02,4\n2026-03-09,*\n2026-03-16,5\n", name="Falls")
    hidden = Observation.objects.get(period="2026-03-09")
    assert (hidden.is_suppressed, hidden.value) == (True, None)


def test_a_table_without_dates_says_what_is_missing(client: Client, demo: Actor) -> None:
    _address, page = preview(client, "falls\n4\n2\n5\n")
    assert "A measure needs a date for each number." in page.words


def test_a_name_is_asked_for_and_what_was_typed_stays(client: Client, cast: Cast, demo: Actor) -> None:
    response = make(client, cast, FALLS, name="", place="Alder Ward")
    page = page_of(response)
    assert response.status_code == 422
    assert "Give the measure a name" in page.words
    assert next(form for action, form in page.forms.items() if "/new/" in action)["place"] == "Alder Ward"


def test_whose_measure_it_is_must_be_said_where_there_is_a_choice(
    client: Client, cast: Cast, demo: Actor
) -> None:
    response = make(client, cast, FALLS, organisation="")
    assert "Choose the organisation whose measure it is." in page_of(response).words


def test_a_preview_is_gone_after_the_measure_is_made(client: Client, cast: Cast, demo: Actor) -> None:
    address, page = preview(client, FALLS)
    client.post(address, {**page.form(address), "organisation": str(cast.riverside.pk), "step": "make"})
    again = client.post(
        address, {**page.form(address), "organisation": str(cast.riverside.pk), "step": "make"}
    )
    assert again.status_code == 404
    assert Measure.objects.count() == 1


def test_htmx_gets_the_preview_alone(client: Client, demo: Actor) -> None:
    address, page = preview(client, FALLS)
    response = client.post(address, {**page.form(address), "step": "look"}, headers={"HX-Request": "true"})
    assert response.status_code == 200
    assert response.content.decode().lstrip().startswith('<form id="preview"')


def test_words_of_a_file_are_never_markup(client: Client, demo: Actor) -> None:
    address, _page = preview(client, "week,<script>x</script>\n2026-03-02,4\n2026-03-09,2\n")
    assert "<script>x" not in client.get(address).content.decode()


def test_nothing_is_called_wrong_before_it_was_filled_in(client: Client, cast: Cast, demo: Actor) -> None:
    _address, page = preview(client, FALLS)
    assert "to put right" not in page.words
    assert not page.errors()


def test_a_name_taken_from_a_column_follows_the_chosen_column(client: Client, demo: Actor) -> None:
    address, page = preview(client, "week,falls,beds\n2026-03-02,4,20\n2026-03-09,2,22\n2026-03-16,5,21\n")
    page = look(client, address, page, y="2", n="")
    assert (page.form(address)["name"], page.form(address)["y_label"]) == ("Beds", "beds")
    page = look(client, address, page, name="Beds in use", y="1")
    assert page.form(address)["name"] == "Beds in use"
