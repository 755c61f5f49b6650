"""docs/reference/project-states.md, drawn from the one table of changes: ``python -m tests.house.states``."""

import os

import django

from tests.house.repository import ROOT
from wellrun.projects.values import CHANGES, State

PAGE = ROOT / "docs" / "reference" / "project-states.md"


def page() -> str:
    """The table as a diagram and as rows."""
    arrows = [f"    {change.source} --> {change.target}" for change in CHANGES]
    rows = [
        f"| {State(change.source).label} | {State(change.target).label} | {change.words} |"
        f" {'a leader of the unit, or the sponsor' if change.needs_leader else 'the team'} |"
        f" {'yes' if change.needs_reason else ''} | {'yes' if change.is_ending else ''} |"
        for change in CHANGES
    ]
    return "\n".join(
        [
            "# States of a project",
            "",
            "Every permitted change, made from the table in `wellrun.projects.values.states`.",
            "",
            "```mermaid",
            "stateDiagram-v2",
            *arrows,
            "```",
            "",
            "| From | To | Its button says | Who may | Needs a reason | Only from the closing page |",
            "|---|---|---|---|---|---|",
            *rows,
            "",
        ]
    )


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
    django.setup()
    PAGE.write_text(page(), encoding="utf-8")
