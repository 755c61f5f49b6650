"""Loading the demo: once, all or nothing, never beside real people, and never mixed with an older one."""

import shutil
from pathlib import Path

import pytest

from tests.build.cast import a_person
from tests.build.demo_world import load
from tests.build.server import DEMO
from wellrun.accounts.models import Person
from wellrun.cli.serving.demo import DemoRefused
from wellrun.measures.models import Measure
from wellrun.organisations.models import Organisation

pytestmark = pytest.mark.django_db


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """The demo cut down to one organisation, so that loading it again and again is quick."""
    folder = tmp_path / "demo"
    folder.mkdir()
    for name in ("organisations_published.toml", "measures_weekly_deaths.toml", "weekly_deaths.csv"):
        shutil.copy(DEMO / name, folder)
    people = 'key = "published-figures"\nname = "Published figures"\nabout = "Not a person."'
    (folder / "people.toml").write_text(f"[[person]]\n{people}\n", encoding="utf-8")
    return folder


def changed(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new), encoding="utf-8")


def is_empty() -> bool:
    return not (Organisation.objects.exists() or Person.objects.exists() or Measure.objects.exists())


def test_a_newer_demo_is_not_mixed_with_an_older_one(folder: Path) -> None:
    assert load(folder) == ["Demo: loaded 4 organisations, 1 people, 1 measures."]
    changed(folder / "measures_weekly_deaths.toml", "Deaths registered each week", "Deaths each week")
    (said,) = load(folder)
    assert said.startswith("Demo: an earlier one was loaded, and stays.")
    assert Measure.objects.get().name == "Deaths registered each week"


def test_it_is_never_loaded_beside_real_people(folder: Path) -> None:
    a_person("Mia Berg")
    with pytest.raises(DemoRefused, match="holds real people"):
        load(folder)
    assert not Organisation.objects.exists()


def test_a_folder_without_a_demo_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DemoRefused, match=r"no file ends in \.toml"):
        load(tmp_path)


def test_a_file_that_belongs_to_nothing_is_named(folder: Path) -> None:
    (folder / "wishes.toml").write_text("", encoding="utf-8")
    with pytest.raises(DemoRefused, match=r"wishes\.toml belongs to nothing.* organisations, people"):
        load(folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        ("measures_weekly_deaths.toml", "[[measure]]", "[[measure]", r"measures_weekly_deaths\.toml cannot"),
        ("measures_weekly_deaths.toml", 'value = "deaths"', 'value = "births"', "KeyError.*births"),
        ("measures_weekly_deaths.toml", '"england-and-wales"', '"atlantis"', "KeyError.*atlantis"),
        ("measures_weekly_deaths.toml", '"published-figures"', '"nobody"', "KeyError.*nobody"),
        ("measures_weekly_deaths.toml", 'chart = "i"', 'chart = "pie"', "“Deaths .*”: “pie” is not one of"),
        ("weekly_deaths.csv", "12723", "many", "measures_weekly_deaths.*many"),
        ("people.toml", "about", "abuot", r"people\.toml, “Published figures”: .*about"),
        ("organisations_published.toml", 'code = "RR8"', 'code = "RGT"', "“Leeds .*”: .*code"),
    ],
)
def test_what_cannot_be_loaded_is_named_and_leaves_nothing(
    folder: Path, file: str, old: str, new: str, said: str
) -> None:
    changed(folder / file, old, new)
    with pytest.raises(DemoRefused, match=said) as refusal:
        load(folder)
    assert file.removesuffix(".csv") in str(refusal.value)
    assert is_empty()
