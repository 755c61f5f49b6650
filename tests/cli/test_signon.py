"""`wellrun signon`: the way back when an organisation's own service has failed."""

import pytest
from click.testing import CliRunner

from tests.build.cast import an_organisation
from wellrun.cli.signon import signon
from wellrun.core.models import AuditRecord

pytestmark = pytest.mark.django_db


def said(*words: str) -> tuple[int, str]:
    result = CliRunner().invoke(signon, words)
    return result.exit_code, result.output.strip()


def test_it_says_how_it_stands_and_takes_the_rule_back() -> None:
    row = an_organisation("Riverside")
    row.requires_sign_on = True
    row.save()
    told = "required of everybody but its administrators. Services: none is set up."
    assert said("riverside") == (0, f"Riverside: single sign-on is {told}")
    assert said("riverside", "--free") == (
        0, "Riverside: single sign-on is a choice. Services: none is set up.",
    )  # fmt: skip
    row.refresh_from_db()
    assert not row.requires_sign_on
    assert AuditRecord.objects.get(action="organisation.sign_on_freed").actor_name == "Wellrun"


def test_what_it_cannot_do_it_says() -> None:
    assert said("x") == (1, "Error: There is no organisation “x”. There are: none yet.")
