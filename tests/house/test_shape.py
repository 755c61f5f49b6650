"""Files are short, functions are shorter, and each room says what lives in it."""

import ast
import re

from tests.house.repository import SOURCE, functions_in, lines_of_code, place, source_modules, tree_of

FILE_LINES = 250
FUNCTION_LINES = 40
VIEW_LINES = 25
ROOMS_NAMED_FOR_NOTHING = {
    "utils",
    "util",
    "helpers",
    "helper",
    "common",
    "misc",
    "base",
    "manager",
    "handler",
    "constants",
}


def test_no_file_is_over_its_budget_unless_it_says_why() -> None:
    over = [
        place(path)
        for path in source_modules()
        if len(lines := path.read_text(encoding="utf-8").splitlines()) > FILE_LINES
        and not any("budget:" in line for line in lines[:12])
    ]
    assert over == []


def test_no_function_is_over_its_budget() -> None:
    over = [
        f"{place(path, node.lineno)} {node.name} ({lines_of_code(node)} lines)"
        for path in source_modules()
        for node in functions_in(path)
        if lines_of_code(node) > FUNCTION_LINES
    ]
    assert over == []


def test_views_are_thin() -> None:
    over = [
        f"{place(path, node.lineno)} {node.name} ({lines_of_code(node)} lines)"
        for path in (SOURCE / "wellrun" / "web").rglob("views.py")
        for node in functions_in(path)
        if lines_of_code(node) > VIEW_LINES
    ]
    assert over == []


def test_no_room_is_named_for_nothing() -> None:
    named_by_django = SOURCE / "wellrun" / "core" / "postgresql" / "base.py"
    found = [path for path in source_modules() if path.stem in ROOMS_NAMED_FOR_NOTHING]
    assert [place(path) for path in found if path != named_by_django] == []


def test_every_module_says_what_lives_in_it() -> None:
    silent = [
        place(path)
        for path in source_modules()
        if path.read_text(encoding="utf-8").strip() and ast.get_docstring(tree_of(path)) is None
    ]
    assert silent == []


def test_html_is_made_safe_by_hand_only_in_components() -> None:
    allowed = SOURCE / "wellrun" / "web" / "components"
    used = [
        place(path)
        for path in source_modules()
        if re.search(r"\b(mark_safe|format_html)\b", path.read_text(encoding="utf-8"))
        and not path.is_relative_to(allowed)
    ]
    assert used == []
