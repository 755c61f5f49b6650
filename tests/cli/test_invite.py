"""`wellrun invite`: the link for somebody's first visit, from the shell."""

import pytest
from click.testing import CliRunner
from pytest_django import Settings

from tests.build.cast import an_organisation
from wellrun.cli.invite import invite
from wellrun.organisations.models import Invitation
from wellrun.organisations.queries import open_invitation

pytestmark = pytest.mark.django_db


def said(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(invite, words)
    return result.exit_code, result.output.strip()


def test_it_prints_a_link_that_works(settings: Settings) -> None:
    from tests.build.cast import NOW

    an_organisation("Riverside")
    settings.PUBLIC_ADDRESS = "https://qi.example.org"
    code, link = said("ruth@example.org", "--organisation", "riverside", "--role", "administrator")
    assert (code, link[:34]) == (0, "https://qi.example.org/invitation/")
    found = open_invitation(link.split("/")[-2], now=NOW)
    assert found is not None
    assert (found.email, found.role, found.unit.name) == ("ruth@example.org", "administrator", "Riverside")


def test_what_it_cannot_do_it_says() -> None:
    assert said("ruth@example.org", "--organisation", "x") == (
        1,
        "Error: There is no organisation “x”. There are: none yet.",
    )
    an_organisation("Riverside")
    assert "There are: riverside." in said("ruth@example.org", "--organisation", "x")[1]
    assert "has no unit “x”" in said("ruth@example.org", "--organisation", "riverside", "--unit", "x")[1]
    assert "Type an e-mail address" in said("ruth", "--organisation", "riverside")[1]
    assert not Invitation.objects.exists()
