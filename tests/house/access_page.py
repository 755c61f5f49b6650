"""docs/reference/access.md, from routes.toml and cells.toml: ``python -m tests.house.access_page``."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from tests.build.roles import ROLES
from tests.house.cells import ANSWERS, OUTSIDE, Row, area_of, rows, wanted
from tests.house.repository import ROOT
from tests.house.routes import matrix

PAGE = ROOT / "docs" / "reference" / "access.md"
INSIDE = tuple(role for role in ROLES if role not in OUTSIDE)
LEVELS = ("team", "organisation", "network", "public")
SHOWN_BY_LEVEL = {
    "a project": "/projects/<int:project_id>/",
    "a measure": "/measures/<int:measure_id>/",
    "its numbers as a file": "/measures/<int:measure_id>/data.csv",
    "a story that is published": "/learn/<int:story_id>/",
}
OPENING = """\
# Access

Who may use which address, and what everybody else is answered. Made from `tests/house/routes.toml` and
`tests/house/cells.toml`. With each change of the product `tests/house/test_cells.py` asks for every address
and method here, and compares the answers: in each row as some of every crowd that is answered alike, by
turns; `make test-deep` asks as all. An address without a row fails the build.

- A method that is not named is refused (405).
- What a person may not see is answered like an address that was never there (404): same status, same words.
- After an answer other than “does it” nothing has changed in the database. That is checked with each answer.
- A refusal says why.

## The roles

The project and the measure that are asked for belong to one ward. “Unit” is that ward.
"""


def page() -> str:
    """The whole page."""
    parts = [OPENING, *_table(("Role", "Who it is"), ROLES.items())]
    parts += ["", "## The answers", "", *_table(("Answer", "What it means"), _meanings())]
    parts += ["", *_by_level(), "", *_addresses()]
    return "\n".join(parts) + "\n"


def _meanings() -> Iterator[tuple[str, str]]:
    for answer, words in ANSWERS.items():
        yield answer, f"The person {words}."


def _table(
    heads: Collection[str], lines: Collection[tuple[str, ...]] | Iterator[tuple[str, ...]]
) -> list[str]:
    return [
        f"| {' | '.join(heads)} |",
        "|" + "---|" * len(heads),
        *(f"| {' | '.join(line)} |" for line in lines),
    ]


def _by_level() -> list[str]:
    """What most readers look for first: how far each level reaches."""
    lines = [
        (what, level, named([role for role, answer in row.answers.items() if answer == "page"]))
        for what, route in SHOWN_BY_LEVEL.items()
        for level in LEVELS
        if (row := _of_level(route, level)) is not None
    ]
    return [
        "## How far each level of sharing reaches",
        "",
        *_table(("What", "Shared with", "Who sees it"), lines),
    ]


def _of_level(route: str, level: str) -> Row | None:
    return next((row for row in rows().values() if row.route == route and row.level == level), None)


def _addresses() -> Iterator[str]:
    done = ""
    for row in sorted(wanted(), key=lambda each: (area_of(each.route), each.route, each.method, each.case)):
        if area_of(row.route) != done:
            done = area_of(row.route)
            yield from ("", f"## `/{'' if done == 'today' else done}`", "")
            yield from _table(("Address", "For whom", "What each role is answered"), ())
        words = matrix()[row.route][row.method]
        case = f" ({row.case})" if row.case else ""
        answers = "<br>".join(f"**{answer}**: {named(roles)}" for answer, roles in _answers(row))
        because = f"<br>({row.because})" if row.because else ""
        yield f"| {row.method} `{row.route}`{case} | {words} | {answers}{because} |"


def _answers(row: Row) -> Iterator[tuple[str, list[str]]]:
    for answer in ANSWERS:
        if roles := [role for role in ROLES if row.answers.get(role) == answer]:
            yield answer, roles


def named(roles: Collection[str]) -> str:
    """The roles by their names; "everybody" and "everybody who has signed in" where it is all of these."""
    if set(roles) == set(ROLES):
        return "everybody"
    if set(INSIDE) <= set(roles):
        return ", ".join(["everybody who has signed in", *(role for role in roles if role not in INSIDE)])
    return ", ".join(roles)


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8")
