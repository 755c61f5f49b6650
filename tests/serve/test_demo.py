"""The demo: real numbers and an invented story, loaded once through the services."""

import shutil
from pathlib import Path

import pytest

from tests.build.cast import NOW, a_person
from tests.build.server import DEMO
from wellrun.access import actor_for
from wellrun.accounts.queries import person_with
from wellrun.cli.serving.demo import KEEPER_EMAIL, DemoRefused, load_demo
from wellrun.cli.serving.demo_files import measures_in
from wellrun.core.actor import Actor
from wellrun.core.models import AuditRecord
from wellrun.measures import queries
from wellrun.measures.models import Measure
from wellrun.organisations.models import Organisation


def load(folder: Path = DEMO) -> list[str]:
    said: list[str] = []
    load_demo(folder, now=NOW, say=said.append)
    return said


def keeper() -> Actor:
    person = person_with(KEEPER_EMAIL)
    assert person is not None
    return actor_for(person)


@pytest.fixture
def demo(db: None) -> list[queries.MeasureRow]:
    load()
    return queries.listed_for(keeper())


def test_it_is_loaded_once(db: None) -> None:
    assert load() == ["Demo: loaded 24 measures."]
    assert load() == ["Demo: loaded before."]
    assert Measure.objects.count() == 24
    assert AuditRecord.objects.filter(action="demo.loaded").count() == 1


def test_it_is_never_loaded_beside_real_people(db: None) -> None:
    a_person("Mia Berg")
    with pytest.raises(DemoRefused, match="holds real people"):
        load()


def test_every_kind_of_chart_is_there(demo: list[queries.MeasureRow]) -> None:
    assert {row.chart for row in demo} == {"run", "i", "mr", "p", "u", "c"}
    assert all(row.word and row.plain and row.spark and row.last_value for row in demo)


def test_what_is_invented_is_marked_and_what_is_real_names_its_source(demo: list[queries.MeasureRow]) -> None:
    invented = {row.organisation for row in demo if row.is_invented}
    assert invented == {"Riverside"}
    assert all(row.is_invented for row in demo if row.organisation == "Riverside")
    for measure in Measure.objects.all():
        assert ("Invented for this demo" in measure.source) == measure.is_invented
        assert measure.is_invented or "(CC0)" in measure.source


def test_the_trusts_go_by_their_codes(demo: list[queries.MeasureRow]) -> None:
    trusts = Organisation.objects.filter(code_scheme="ods").order_by("code")
    assert [trust.code for trust in trusts] == ["RGT", "RR8", "RTD"]
    assert all(sum(row.organisation_id == trust.pk for row in demo) >= 6 for trust in trusts)


def test_the_four_hour_share_is_attendances_without_breaches(demo: list[queries.MeasureRow]) -> None:
    measure = Measure.objects.get(organisation__code="RGT", name="Seen within 4 hours")
    first = queries.observations_of(measure)[0]
    assert (first.numerator, first.denominator) == (8889 - 1103, 8889)
    assert measure.n_points == 36
    assert "Cambridge University Hospitals" in measure.where_and_who


def test_the_ward_story_reads_as_in_the_design(demo: list[queries.MeasureRow]) -> None:
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
    assert notes[-1] == "Bank holiday Monday. Two agency staff."


def test_its_family_is_read_together(demo: list[queries.MeasureRow]) -> None:
    measure = Measure.objects.get(name="Restraints each week")
    words = {row.name: row.word for row in queries.family_of(keeper(), measure)}
    assert words == {
        "Restraints each week": "Improving",
        "People who feel safe here": "Improving",
        "Safety huddles held": "Steady",
        "Doses of as-needed medicine": "Concerning",
    }


def test_a_demo_that_cannot_be_read_names_the_file_and_leaves_nothing(db: None, tmp_path: Path) -> None:
    with pytest.raises(DemoRefused, match=r"no file ends in \.toml"):
        load(tmp_path)
    shutil.copytree(DEMO, tmp_path / "demo")
    broken = tmp_path / "demo" / "weekly_deaths.toml"
    broken.write_text(
        broken.read_text(encoding="utf-8").replace('value = "deaths"', 'value = "births"'), encoding="utf-8"
    )
    with pytest.raises(DemoRefused, match=r"weekly_deaths\.toml"):
        load(tmp_path / "demo")
    assert not Measure.objects.exists()


def test_a_demo_with_an_impossible_number_names_the_measure_and_leaves_nothing(
    db: None, tmp_path: Path
) -> None:
    shutil.copytree(DEMO, tmp_path / "demo")
    story = tmp_path / "demo" / "weekly_deaths.toml"
    story.write_text(
        story.read_text(encoding="utf-8").replace('chart = "i"', 'chart = "pie"'), encoding="utf-8"
    )
    with pytest.raises(
        DemoRefused, match=r"“Deaths registered each week” \(number 24\): “pie” is not one of"
    ):
        load(tmp_path / "demo")
    assert not Measure.objects.exists()
    assert len(measures_in(DEMO)) == 24
