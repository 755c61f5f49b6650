"""Each control that we promise names the test that proves it: the function, and it is there."""

import ast
import re
from functools import cache

import pytest

from tests.house.repository import ROOT

PROMISES = (
    "SECURITY.md",
    "docs/explanation/threat-model.md",
    "docs/explanation/clinical-hazard-log.md",
    "docs/explanation/data-protection.md",
)
NAMED = re.compile(r"`(tests/[\w/.]+)(?:::(\w+))?`")


def rows_that_promise(document: str) -> list[str]:
    """Rows of the tables whose last column is "Shown by"."""
    rows, is_promise = [], False
    for line in (ROOT / document).read_text(encoding="utf-8").splitlines():
        if not line.startswith("|"):
            is_promise = False
        elif line.rstrip().endswith("| Shown by |"):
            is_promise = True
        elif is_promise and not line.startswith("|---"):
            rows.append(line)
    return rows


@cache
def functions_of(file: str) -> frozenset[str]:
    """Functions that pytest runs: at the top of a file whose name it looks for."""
    path = ROOT / file
    if not path.is_file() or not path.name.startswith("test_"):
        return frozenset()
    tree = ast.parse(path.read_text(encoding="utf-8"))
    found = (node.name for node in tree.body if isinstance(node, ast.FunctionDef))
    return frozenset(name for name in found if name.startswith("test_"))


def faults_in(text: str) -> list[str]:
    """What is named in this text and is no test."""
    return [
        f"{file}::{test}" for file, test in NAMED.findall(text) if not test or test not in functions_of(file)
    ]


@pytest.mark.parametrize("document", PROMISES)
def test_every_control_names_a_test_that_exists(document: str) -> None:
    rows = rows_that_promise(document)
    assert len(rows) >= 5
    for row in rows:
        assert NAMED.search(row.rstrip(" |").rpartition("|")[2]), f"no test: {row}"
    assert faults_in((ROOT / document).read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    "named",
    [
        "tests/house/test_controls.py",
        "tests/house/test_controls.py::test_that_was_renamed",
        "tests/house/test_controls.py::functions_of",
        "tests/house/test_gone.py::test_every_control_names_a_test_that_exists",
        "tests/house/repository.py::test_nothing",
    ],
)
def test_a_name_that_proves_nothing_is_found(named: str) -> None:
    assert faults_in(f"kept whole | `{named}` |") != []
    assert faults_in("`tests/house/test_controls.py::test_a_name_that_proves_nothing_is_found`") == []
