"""Getting ready: done once, and quick the second time."""

from pathlib import Path

import pytest
from click.testing import CliRunner
from django_tasks_db.models import DBTaskResult
from pytest_django import Settings

from tests.build.cast import NOW, a_person, an_organisation
from tests.build.measures import a_definition
from wellrun.cli.manage import manage
from wellrun.cli.serving import preparation
from wellrun.measures.models import Measure
from wellrun.measures.services import create_measure


@pytest.mark.django_db
def test_a_database_that_is_up_to_date_is_left_alone() -> None:
    said: list[str] = []
    preparation.prepare_database(said.append)
    assert len(said) == 1
    assert said[0].endswith("up to date.")


@pytest.mark.django_db
def test_work_that_is_due_waits_in_the_queue_once() -> None:
    riverside = an_organisation()
    create_measure(
        actor=a_person("Amina Yusuf", riverside),
        organisation_id=riverside.pk,
        definition=a_definition(),
        now=NOW,
    )
    said: list[str] = []
    preparation.prepare_background_work(said.append)
    assert (DBTaskResult.objects.count(), said) == (1, [])
    Measure.objects.update(edition="0.0/1")
    preparation.prepare_background_work(said.append)
    preparation.prepare_background_work(said.append)
    assert DBTaskResult.objects.count() == 2
    assert said == ["Readings of an earlier version are made again in the background."]


def test_static_files_are_gathered_when_they_have_changed(tmp_path: Path, settings: Settings) -> None:
    looks, said = tmp_path / "looks", list[str]()
    looks.mkdir()
    (looks / "one.css").write_text("a { color: red }")
    settings.STATIC_ROOT = tmp_path / "static"
    settings.STATICFILES_DIRS = [looks]
    preparation.prepare_static_files(said.append)
    preparation.prepare_static_files(said.append)
    assert len(said) == 1
    first = {path.name for path in settings.STATIC_ROOT.glob("one.*.css")}
    assert len(first) == 1
    (looks / "one.css").write_text("a { color: green }")
    preparation.prepare_static_files(said.append)
    assert len(said) == 2
    assert len({path.name for path in settings.STATIC_ROOT.glob("one.*.css")} - first) == 1


def test_management_commands_of_an_installed_package() -> None:
    result = CliRunner().invoke(manage, ["check", "--fail-level", "WARNING"])
    assert result.exit_code == 0
    assert "no issues" in result.output


def test_a_mistyped_management_command_says_so() -> None:
    result = CliRunner().invoke(manage, ["chekc"])
    assert result.exit_code != 0
