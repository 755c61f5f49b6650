"""Every service function of every domain, found in the source."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

from tests.house.repository import ROOT, SOURCE, source_modules, tree_of


def exceptions(rule: str) -> dict[str, str]:
    """Services that a rule does not fit, each with the reason: services.toml."""
    text = (ROOT / "tests" / "house" / "services.toml").read_text(encoding="utf-8")
    found: dict[str, str] = tomllib.loads(text)[rule]
    return found


def service_modules() -> list[Path]:
    own = SOURCE / "wellrun"
    return [
        path
        for path in source_modules()
        if path.is_relative_to(own) and "services" in {*path.relative_to(own).parts, path.stem}
    ]


def public_services() -> Iterator[tuple[str, ast.FunctionDef, Path]]:
    """Functions of keywords alone, the actor first: the things a person can do. Others are their parts."""
    for path in service_modules():
        for node in tree_of(path).body:
            if isinstance(node, ast.FunctionDef) and _is_public(node):
                domain = path.relative_to(SOURCE / "wellrun").parts[0]
                yield f"{domain}.{node.name}", node, path


def _is_public(node: ast.FunctionDef) -> bool:
    keywords = [each.arg for each in node.args.kwonlyargs]
    return not node.name.startswith("_") and not node.args.args and keywords[:1] == ["actor"]


def transactions() -> Iterator[tuple[str, ast.FunctionDef]]:
    """Functions of services that are one transaction."""
    for path in service_modules():
        for node in tree_of(path).body:
            if isinstance(node, ast.FunctionDef) and any(
                ast.unparse(each).startswith("transaction.atomic") for each in node.decorator_list
            ):
                yield node.name, node


def names_called(node: ast.AST) -> set[str]:
    return {
        ast.unparse(call.func).rpartition(".")[2] for call in ast.walk(node) if isinstance(call, ast.Call)
    }


def reaches(node: ast.FunctionDef, wanted: set[str], functions: dict[str, list[ast.FunctionDef]]) -> bool:
    """Whether the function calls one of these, itself or through functions of the services."""
    seen: set[str] = set()
    waiting = [node]
    while waiting:
        for name in names_called(waiting.pop()):
            if name in wanted:
                return True
            if name not in seen:
                seen.add(name)
                waiting += functions.get(name, [])
    return False


def all_functions() -> dict[str, list[ast.FunctionDef]]:
    found: dict[str, list[ast.FunctionDef]] = {}
    extra = [SOURCE / "wellrun" / "core" / "erasure.py", SOURCE / "wellrun" / "core" / "audit.py"]
    for path in [*service_modules(), *extra]:
        for node in ast.walk(tree_of(path)):
            if isinstance(node, ast.FunctionDef):
                found.setdefault(node.name, []).append(node)
    return found
