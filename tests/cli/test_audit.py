"""`wellrun audit`: what it says, and its exit codes."""

import json
import re

import pytest
from click.testing import CliRunner
from django.db import connection

from tests.build.cast import an_organisation
from tests.conftest import without_guards
from wellrun.cli.audit import audit

pytestmark = pytest.mark.django_db


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(audit, arguments)
    return result.exit_code, result.output


def test_a_whole_chain_is_said_to_be_with_an_anchor_to_keep() -> None:
    an_organisation()
    code, said = run("verify")
    assert code == 0
    assert said.startswith("1 audit records, each as it was written.\nAnchor: 1:")
    anchor = re.findall(r"1:\w{64}", said)[0]
    an_organisation("Hillside")
    assert run("verify", "--anchor", anchor)[0] == 0
    code, said = run("verify", "--anchor", f"1:{'0' * 64}")
    assert (code, said) == (1, "Record 1 is not the one whose hash was kept. The chain was written anew.\n")


def test_a_row_altered_by_hand_is_named() -> None:
    an_organisation("Riverside")
    an_organisation("Hillside")
    with without_guards(), connection.cursor() as cursor:
        cursor.execute("UPDATE core_auditrecord SET thing_id = thing_id + 1 WHERE id = 2")
    assert run("verify") == (1, "Record 2 was altered.\n")


def test_an_anchor_that_cannot_be_read_is_refused() -> None:
    code, said = run("verify", "--anchor", "12")
    assert code == 2
    assert "Copy the whole line" in said


def test_the_export_has_a_line_for_each_record() -> None:
    an_organisation("Zoë’s House")
    code, said = run("export")
    (line,) = [json.loads(text) for text in said.splitlines()]
    assert code == 0
    assert (line["id"], line["actor_name"], line["after"]["name"]) == (1, "Wellrun", "Zoë’s House")
    assert len(line["hash"]) == 64
