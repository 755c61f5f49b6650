"""What the house tests look at: the files that git tracks, and the source as syntax trees."""

import ast
import subprocess
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SOURCE = ROOT / "src"


@cache
def tracked_files() -> tuple[Path, ...]:
    """Every file that git tracks, or would track once added, and that is there."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    paths = (ROOT / name for name in listed.stdout.split("\0") if name)
    return tuple(sorted(path for path in paths if path.is_file()))


@cache
def source_modules() -> tuple[Path, ...]:
    """The product's own modules, migrations left out."""
    return tuple(
        sorted(path for path in SOURCE.rglob("*.py") if "migrations" not in path.relative_to(SOURCE).parts)
    )


@cache
def tree_of(path: Path) -> ast.Module:
    """The syntax tree of a module."""
    return ast.parse(path.read_text(encoding="utf-8"))


def functions_in(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    """Every function and method of a module, however deep."""
    for node in ast.walk(tree_of(path)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


def lines_of_code(node: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Lines of a function, its docstring left out: words that explain are not what makes a function long."""
    last = node.end_lineno or node.lineno
    docstring = node.body[0] if ast.get_docstring(node) is not None else None
    explained = (docstring.end_lineno or 0) - docstring.lineno + 1 if docstring else 0
    return last - node.lineno + 1 - explained


def place(path: Path, line: int | None = None) -> str:
    """How a file is named in a failure."""
    name = path.relative_to(ROOT).as_posix()
    return f"{name}:{line}" if line else name
