"""What the demo tells of: three invented organisations and their people, and real figures beside them."""

import csv
import tomllib
from collections import Counter

import pytest

from tests.build.demo_world import load, somebody
from tests.build.server import DEMO
from tests.serve.simulator import simulator
from wellrun.access.demo import people_to_become
from wellrun.accounts.models import Person
from wellrun.core.models import AuditRecord
from wellrun.measures import queries
from wellrun.measures.models import Measure, Observation
from wellrun.organisations.models import Membership, Organisation, Unit
from wellrun.organisations.queries import root_of
from wellrun.organisations.values import Perspective, Role

pytestmark = pytest.mark.usefixtures("world")
INVENTED = {"riverside", "harbour", "mbale"}
KEEPER = "Published figures"


def test_all_of_it_is_loaded_once(loaded: list[str]) -> None:
    assert loaded == ["Demo: loaded 7 organisations, 31 people, 77 measures, 12 projects, 4 views."]
    assert load() == ["Demo: loaded before."]
    assert (Measure.objects.count(), Person.objects.count()) == (77, 31)
    assert AuditRecord.objects.filter(action="demo.loaded").count() == 1


def test_three_organisations_are_invented_and_say_so() -> None:
    assert {each.slug for each in Organisation.objects.filter(is_invented=True)} == INVENTED
    assert {each.country for each in Organisation.objects.filter(is_invented=True)} == {"GB", "UG"}
    real = Organisation.objects.filter(is_invented=False)
    assert {each.code for each in real if each.code} == {"RGT", "RR8", "RTD"}


@pytest.mark.parametrize("slug", sorted(INVENTED))
def test_each_has_a_believable_tree_of_units(slug: str) -> None:
    units = Unit.objects.filter(organisation__slug=slug)
    assert 15 <= len(units) <= 30
    assert max(len(unit.line) for unit in units) in {3, 4}
    assert all(unit.kind for unit in units if not unit.is_root)


def test_thirty_people_tell_of_themselves() -> None:
    people = Person.objects.exclude(name=KEEPER)
    assert len(people) == 30
    assert len({person.name for person in people}) == 30
    assert len({person.about for person in people if person.about}) == 30
    assert all(person.is_demo for person in Person.objects.all())


def test_their_roles_are_of_every_kind_and_from_every_side() -> None:
    held = Membership.objects.select_related("unit")
    assert {each.role for each in held} == set(Role.values)
    assert {each.perspective for each in held} == set(Perspective.values)
    assert all(each.title for each in held)
    assert {each.person_id for each in held} == set(
        Person.objects.exclude(name=KEEPER).values_list("pk", flat=True)
    )
    homes = Counter(
        person for person, _organisation in {(each.person_id, each.unit.organisation_id) for each in held}
    )
    assert sum(count > 1 for count in homes.values()) == 3


@pytest.mark.parametrize("slug", sorted(INVENTED))
def test_each_organisation_has_somebody_who_administers_it(slug: str) -> None:
    root = root_of(Organisation.objects.get(slug=slug).pk)
    assert Membership.objects.filter(unit=root, role=Role.ADMINISTRATOR).exists()


def test_eight_are_offered_and_say_what_they_can_do() -> None:
    offered = [person.offered_as.partition(":")[0] for person in people_to_become()]
    assert offered == [
        "Ward lead",
        "Service-user partner",
        "Coach",
        "Sponsor",
        "Improvement office",
        "Board member",
        "Collaborative lead",
        "Newcomer",
    ]


def test_nobody_invented_belongs_to_a_real_organisation() -> None:
    assert not Membership.objects.filter(unit__organisation__is_invented=False).exists()
    keepers = Measure.objects.filter(organisation__is_invented=False).values_list("kept_by__name", flat=True)
    assert set(keepers) == {KEEPER}
    assert KEEPER not in [person.name for person in people_to_become()]


def test_what_is_invented_is_marked_and_what_is_real_names_its_source() -> None:
    for measure in Measure.objects.select_related("organisation"):
        assert measure.is_invented == measure.organisation.is_invented
        assert ("Invented for this demo." in measure.source) == measure.is_invented
        assert measure.is_invented or "(CC0)" in measure.source


def test_invented_measures_are_kept_by_somebody_who_works_there() -> None:
    for measure in Measure.objects.filter(is_invented=True).select_related("unit", "kept_by"):
        keeper = somebody(measure.kept_by.email.partition("@")[0])
        assert keeper.belongs_to(measure.organisation_id), measure.name
        texts = (measure.counts, measure.counts_not, measure.where_and_who, measure.how_often)
        assert all(texts), measure.name
        assert measure.agreed_by, measure.name
        assert measure.kind, measure.name


def test_every_level_chart_and_kind_of_hole_is_there() -> None:
    invented = Measure.objects.filter(is_invented=True)
    assert {each.visibility for each in invented} == {"team", "organisation", "network", "public"}
    assert {each.chart for each in Measure.objects.all()} == {"run", "i", "mr", "p", "u", "c"}
    words = Counter(each.word for each in invented)
    assert {"Improving", "Concerning", "Steady", "Too early to tell"} <= set(words)
    assert Observation.objects.filter(is_suppressed=True).count() > 10
    assert Observation.objects.filter(value=None, numerator=None, is_suppressed=False).count() > 5


def test_the_simulator_makes_the_stored_numbers_again() -> None:
    simulate = simulator()
    assert (DEMO / "simulated.csv").read_text(encoding="utf-8") == simulate.text()


def test_every_simulated_series_is_used_once_and_notes_are_about_its_periods() -> None:
    with (DEMO / "simulated.csv").open(encoding="utf-8", newline="") as file:
        rows = {(row["series"], row["period"]) for row in csv.DictReader(file)}
    files = [tomllib.loads(file.read_text(encoding="utf-8")) for file in DEMO.glob("measures_*.toml")]
    numbers = [each["numbers"] for file in files for each in file["measure"]]
    told = [each for each in numbers if "series" in each]
    assert sorted(each["series"] for each in told) == sorted({series for series, _period in rows})
    noted = {(each["series"], str(day)) for each in told for day in each.get("notes", {})}
    assert noted <= rows


def test_the_four_hour_share_is_attendances_without_breaches() -> None:
    measure = Measure.objects.get(organisation__code="RGT", name="Seen within 4 hours")
    first = queries.observations_of(measure)[0]
    assert (first.numerator, first.denominator) == (8889 - 1103, 8889)
    assert measure.n_points == 36
    assert "Cambridge University Hospitals" in measure.where_and_who


def test_the_ward_story_reads_as_in_the_design() -> None:
    measure = Measure.objects.get(name="Restraints each week")
    chart = queries.chart_of(measure)
    assert chart is not None
    assert measure.word == "Improving"
    assert "The last 9 weeks are all below the average of 3.4." in measure.plain
    assert [round(phase.centre or 0, 1) for phase in chart.phases] == [4.8, 3.4]
    assert [round(phase.ucl or 0, 1) for phase in chart.phases] == [11.4, 8.9]
    assert [flag.label for flag in queries.annotations_of(measure)] == [
        "Huddles twice a day",
        "Quiet room open all night",
        "Distress signs card",
        "Peer-led evenings",
    ]
    notes = [row.note for row in queries.observations_of(measure) if row.note]
    assert notes[-1] == "Two agency staff on the late shifts."


def test_its_family_is_read_together() -> None:
    measure = Measure.objects.get(name="Restraints each week")
    words = {row.name: row.word for row in queries.family_of(somebody("amina.yusuf"), measure)}
    assert words == {
        "Restraints each week": "Improving",
        "People who feel safe here": "Improving",
        "Safety huddles held": "Steady",
        "Doses of as-needed medicine": "Concerning",
        "Minutes to write a distress signs card": "Too early to tell",
        "New people with a card within 24 hours": "Too early to tell",
    }
