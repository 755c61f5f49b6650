"""`wellrun project`: out of one organisation, into another, from the shell."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from tests.build.cast import Cast, the_cast
from tests.build.kept import kept
from tests.build.packages import a_whole_project, record_in
from tests.build.projects import Team
from wellrun.cli.project import project
from wellrun.core.second_lock import work_as_nobody
from wellrun.projects.models import Project, Seat

pytestmark = pytest.mark.django_db


@kept
def cast() -> Cast:
    return the_cast()


@kept
def team(cast: Cast) -> Team:
    return a_whole_project(cast)


def said(*words: object) -> tuple[int, str]:
    result = CliRunner().invoke(project, [str(word) for word in words])
    work_as_nobody()
    return result.exit_code, result.output.strip()


def test_a_project_goes_out_and_comes_in(cast: Cast, team: Team, tmp_path: Path) -> None:
    file = tmp_path / "calmer.zip"
    code, words = said("export", team.project.pk, file)
    assert (code, "“Calmer evenings on Alder Ward”" in words) == (0, True)
    into = ("import", file, "--organisation", "hillside", "--as", "victor@wellrun.example")
    assert said(*into, "--look") == (0, "“Calmer evenings on Alder Ward” would come, with 2 measures.")
    assert Project.objects.count() == 1
    code, words = said(*into, "--person", "Marcus Bell=priya@wellrun.example")
    made = Project.objects.latest("pk")
    assert (code, words) == (
        0,
        f"“Calmer evenings on Alder Ward” came as project {made.pk}, with 2 measures.",
    )
    assert Seat.objects.filter(project=made, person__name="Priya Nair", role="service_user_partner").exists()
    code, words = said(*into)
    assert (code, "here already" in words, "Add --again" in words) == (2, True, True)
    assert said(*into, "--again")[0] == 0


def test_somebody_of_the_team_takes_the_coaching_log_and_wellrun_does_not(team: Team, tmp_path: Path) -> None:
    file = tmp_path / "calmer.zip"
    assert said("export", team.project.pk, file, "--with-coaching")[0] == 2
    who = ("--as", "amina@wellrun.example", "--without-names")
    assert said("export", team.project.pk, file, "--with-coaching", *who)[0] == 0
    record = record_in(file.read_bytes())
    assert (len(record["coaching"]), record["people"][0]["name"]) == (1, "Person 1")


def test_what_it_cannot_do_it_says(cast: Cast, team: Team, tmp_path: Path) -> None:
    file, broken = tmp_path / "calmer.zip", tmp_path / "broken.zip"
    said("export", team.project.pk, file)
    broken.write_bytes(file.read_bytes()[:-50])
    into = ("import", file, "--organisation", "hillside", "--as", "victor@wellrun.example")
    for words, answer in (
        (("export", 99, file), "There is no project 99."),
        (("export", team.project.pk, tmp_path / "no" / "x.zip"), "cannot be written"),
        (
            ("export", team.project.pk, file, "--as", "x@y.example"),
            "Nobody here has the address x@y.example.",
        ),
        (("import", broken, *into[2:]), "The package is damaged"),
        (("import", file, "--organisation", "x", *into[4:]), "There are: hillside, riverside."),
        ((*into, "--unit", "x"), "“hillside” has no unit “x”."),
        (
            (*into, "--person", "Ann=amina@wellrun.example"),
            "The package names no “Ann”. It names: Amina Yusuf",
        ),
        ((*into[:5], "amina@wellrun.example"), "your own organisation only"),
    ):
        code, found = said(*words)
        assert (code, answer in found) == (2, True), found
    assert Project.objects.count() == 1
