"""What the guides for teams say to press is called so in the product."""

import re
from pathlib import Path

import pytest

from wellrun.core.vocabulary import worded

ROOT = Path(__file__).parents[2]
GUIDES = [ROOT / "docs" / "tutorials" / "first-project.md", ROOT / "docs" / "how-to" / "project.md"]
TEXT = re.compile(r'"([^"\n]+)"')


@pytest.fixture(scope="module")
def product() -> set[str]:
    """Every text of templates and code, in the standard words."""
    sources = [*(ROOT / "src" / "wellrun").rglob("*.py"), *(ROOT / "src" / "wellrun").rglob("*.html")]
    return {worded(text) for path in sources for text in TEXT.findall(path.read_text(encoding="utf-8"))}


@pytest.mark.parametrize("guide", GUIDES, ids=lambda path: path.stem)
def test_what_a_guide_says_to_press_is_there(guide: Path, product: set[str]) -> None:
    named = set(re.findall(r"\*\*([^*]+)\*\*", guide.read_text(encoding="utf-8")))
    assert len(named) > 4, "the guide names what to press, in bold"
    assert sorted(words for words in named if words not in product) == []
