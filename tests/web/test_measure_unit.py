"""A measure belongs to a unit: chosen when it is made, changed later, and found by it."""

from django.test import Client

from tests.build.cast import Cast, a_unit
from tests.build.kept import kept
from tests.build.measures import a_measure
from tests.web.html import page_of
from wellrun.core.actor import Actor
from wellrun.measures.models import Measure
from wellrun.organisations.models import Unit

WEEKS = "week,falls\n2026-01-05,1\n2026-01-12,2\n2026-01-19,3\n"


@kept
def ward(cast: Cast) -> Unit:
    return a_unit(a_unit(cast.riverside, "Medicine"), "Alder Ward")


def make(client: Client, **told: object) -> int:
    address = client.post("/measures/new/", {"table": WEEKS})["Location"]
    form = page_of(client.get(address)).form(address)
    return client.post(address, form | {"name": "Falls", "step": "make"} | told).status_code


def test_a_new_measure_takes_a_unit_of_its_organisation(client: Client, cast: Cast, ward: Unit) -> None:
    elsewhere = a_unit(cast.hillside, "Birch Ward")
    assert make(client, organisation=cast.riverside.pk, unit=elsewhere.pk) == 422
    assert not Measure.objects.exists()
    assert make(client, organisation=cast.riverside.pk, unit=ward.pk) == 303
    measure = Measure.objects.get()
    assert measure.unit == ward
    assert "Alder Ward, Riverside" in page_of(client.get(f"/measures/{measure.pk}/")).words


def test_the_unit_is_changed_and_changed_back(client: Client, cast: Cast, demo: Actor, ward: Unit) -> None:
    measure = a_measure(cast, by=demo)
    address = f"/measures/{measure.pk}/definition/"
    form = page_of(client.get(address)).form(address)
    assert form["unit"] == ""
    saved = client.post(address, form | {"unit": ward.pk})
    assert "Changed what this measure says: unit." in page_of(client.get(saved["Location"])).words
    measure.refresh_from_db()
    assert measure.unit == ward
    assert page_of(client.get(address)).form(address)["unit"] == str(ward.pk)
    change = saved["Location"].split("saved=")[1].split("#")[0]
    client.post(f"/changes/{change}/undo/")
    measure.refresh_from_db()
    assert measure.unit is None


def test_the_list_keeps_to_a_unit_and_those_below(
    client: Client, cast: Cast, demo: Actor, ward: Unit
) -> None:
    measures = [a_measure(cast, by=demo, name=name, values=[1, 2, 3]) for name in ("Here", "There")]
    Measure.objects.filter(pk=measures[0].pk).update(unit=ward)
    for unit in (ward, ward.parent):
        assert unit is not None
        page = page_of(client.get("/measures/", {"unit": unit.pk}))
        assert "Here" in page.words
        assert "There" not in page.words
        assert page.form("/measures/")["unit"] == str(unit.pk)
    assert "Here" in page_of(client.get("/measures/", {"q": "alder"})).words
    for odd in ("x", "9" * 30, a_unit(cast.riverside, "Empty").pk):
        assert client.get("/measures/", {"unit": odd}).status_code == 200
