"""Redrawing limits with a reason, taking them back, and flags on the chart."""

from django.test import Client

from tests.web.html import page_of
from wellrun.measures.models import Annotation, Measure, PhaseStart


def address(measure: Measure, place: str = "") -> str:
    return f"/measures/{measure.pk}/{place}"


def redraw(client: Client, measure: Measure, **changes: str) -> str:
    data = {"starts_on": "2026-02-09", "reason": "Huddles on every shift", "name": "", **changes}
    return client.post(address(measure, "phases/"), data)["Location"]


def test_limits_are_redrawn_with_a_reason_that_is_kept(client: Client, measure: Measure) -> None:
    words = page_of(client.get(redraw(client, measure, name="Since huddles began"))).words
    assert "Saved. Redrew the limits from the week of 9 February 2026." in words
    assert "Reason: Huddles on every shift" in words
    assert "became" in words


def test_limits_do_not_move_without_a_reason(client: Client, measure: Measure) -> None:
    response = client.post(address(measure, "phases/"), {"starts_on": "2026-02-09", "reason": ""})
    page = page_of(response)
    assert response.status_code == 422
    assert "Say why the limits should move." in page.words
    assert any("open" in attrs for attrs in page.all("details") if attrs.get("id") == "redraw")
    assert not PhaseStart.objects.exists()


def test_a_period_that_is_no_choice_is_refused(client: Client, measure: Measure) -> None:
    response = client.post(address(measure, "phases/"), {"starts_on": "1999-01-01", "reason": "x"})
    assert response.status_code == 422


def test_a_suggestion_opens_the_form_at_its_period(client: Client, measure: Measure) -> None:
    page = page_of(client.get(address(measure), {"redraw": "2026-02-09"}))
    assert page.form(address(measure, "phases/"))["starts_on"] == "2026-02-09"
    assert any("open" in attrs for attrs in page.all("details") if attrs.get("id") == "redraw")


def test_new_limits_are_taken_back_and_stay_in_the_history(client: Client, measure: Measure) -> None:
    redraw(client, measure)
    response = client.post(
        address(measure, "phases/end/"), {"starts_on": "2026-02-09", "reason": "It did not last"}
    )
    words = page_of(client.get(response["Location"])).words
    assert "Took back the new limits" in words
    assert "Redrew the limits from the week of 9 February 2026" in words
    assert PhaseStart.objects.get().is_withdrawn


def test_a_flag_is_put_on_the_chart_and_taken_off(client: Client, measure: Measure) -> None:
    client.post(address(measure, "annotations/"), {"label": "Quiet room opened", "period": "2026-02-09"})
    page = page_of(client.get(address(measure)))
    assert "Quiet room opened, 9 February 2026" in page.words
    flag = Annotation.objects.get()
    response = client.post(address(measure, f"annotations/{flag.pk}/remove/"))
    assert response.status_code == 303
    assert "Quiet room opened, 9" not in page_of(client.get(address(measure))).words


def test_a_flag_without_words_is_explained(client: Client, measure: Measure) -> None:
    response = client.post(address(measure, "annotations/"), {"label": "", "period": "2026-02-09"})
    assert response.status_code == 422
    assert "Say in a few words what was changed." in page_of(response).words


def test_a_flag_that_is_gone_is_said_plainly(client: Client, measure: Measure) -> None:
    response = client.post(address(measure, "annotations/99/remove/"))
    assert response.status_code == 409
    assert "There is no such flag." in page_of(response).words
