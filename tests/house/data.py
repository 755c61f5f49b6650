"""Every model and field: is its change audited, and how personal is what it holds.

``python -m tests.house.data`` makes docs/reference/data.md from fields.toml.
"""

import os
import tomllib
from typing import Any

from tests.house.repository import ROOT

REGISTRY = ROOT / "tests" / "house" / "fields.toml"
PAGE = ROOT / "docs" / "reference" / "data.md"
CLASSES = ("public", "internal", "personal")


def registry() -> dict[str, dict[str, Any]]:
    """Model -> audited, and each field's class."""
    return tomllib.loads(REGISTRY.read_text(encoding="utf-8"))


def fields_of(model: str) -> dict[str, str]:
    """Field -> class, from the three lists of the registry."""
    return {field: kind for kind in CLASSES for field in registry()[model].get(kind, [])}


def page() -> str:
    """The data map as a page."""
    lines = [
        "# What is kept",
        "",
        "Made from `tests/house/fields.toml`, which a test compares with every model and field.",
        "",
        "- **public**: may be shown to everybody where its team made the work public.",
        "- **internal**: for people who may see the work.",
        "- **personal**: is or may be about a person. It is erased with them, or names them by number alone.",
        "",
    ]
    for model, entry in registry().items():
        lines += [f"## {model}", "", f"Changes: {entry['changes']}.", "", "| Class | Fields |", "|---|---|"]
        lines += [f"| {kind} | {', '.join(entry[kind])} |" for kind in CLASSES if entry.get(kind)]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    PAGE.write_text(page(), encoding="utf-8")
