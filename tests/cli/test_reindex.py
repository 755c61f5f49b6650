"""`wellrun reindex` is documented as it is."""

from pathlib import Path

from tests.build.server import ROOT
from wellrun.cli.reference import refreshed

PAGE = Path(ROOT) / "docs" / "reference" / "reindex-command.md"


def test_the_reference_shows_the_help_as_it_is() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert refreshed(page, "reindex") == page
    assert "--missing" in page
