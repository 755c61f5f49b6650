"""Each control that we promise names the test that proves it, and that test exists."""

import re

import pytest

from tests.house.repository import ROOT

PROMISES = (
    "SECURITY.md",
    "docs/explanation/threat-model.md",
    "docs/explanation/clinical-hazard-log.md",
    "docs/explanation/data-protection.md",
)


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


@pytest.mark.parametrize("document", PROMISES)
def test_every_control_names_a_test_that_exists(document: str) -> None:
    rows = rows_that_promise(document)
    assert len(rows) >= 5
    for row in rows:
        named = re.findall(r"`(tests/[\w/.]+)`", row.rstrip(" |").rpartition("|")[2])
        assert named, f"no test: {row}"
        for name in named:
            text = (ROOT / name).read_text(encoding="utf-8")
            assert re.search(r"^def test_", text, flags=re.MULTILINE), name
