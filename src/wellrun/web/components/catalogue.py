"""Every part that has a folder, with its advice and examples, for the gallery and the tests."""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pathlib import Path

from wellrun.web.components.part import Example

FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part: its name, what it is for, what to do and not to do, how it is called, and examples."""

    name: str
    about: str
    do: str
    dont: str
    arguments: tuple[str, ...]
    examples: tuple[Example, ...]


def names() -> list[str]:
    """The folders that hold a part, by name."""
    return sorted(path.parent.name for path in FOLDER.glob("*/tag.py"))


def _line(text: str, begins: str) -> str:
    return next(
        (line.removeprefix(begins).strip() for line in text.splitlines() if line.startswith(begins)), ""
    )


def _arguments(function: object) -> tuple[str, ...]:
    """The tag's own arguments as a developer types them, without Django's context and content."""
    if not callable(function):
        return ()
    parameters = inspect.signature(function).parameters.values()
    return tuple(
        f"{each.name}: {each.annotation}"
        + ("" if each.default is inspect.Parameter.empty else f" = {each.default!r}")
        for each in parameters
        if each.kind is inspect.Parameter.KEYWORD_ONLY
    )


@cache
def parts() -> tuple[Part, ...]:
    """Read each folder once."""
    return tuple(_read(name) for name in names())


def _read(name: str) -> Part:
    advice = (FOLDER / name / "README.md").read_text(encoding="utf-8")
    paragraphs = [block for block in advice.split("\n\n") if block and not block.startswith(("#", "-"))]
    tag = import_module(f"wellrun.web.components.{name}.tag")
    examples = import_module(f"wellrun.web.components.{name}.examples")
    return Part(
        name=name,
        about=" ".join(paragraphs[0].split()) if paragraphs else "",
        do=_line(advice, "- Do:"),
        dont=_line(advice, "- Don't:"),
        arguments=_arguments(getattr(tag, name, None)),
        examples=examples.EXAMPLES,
    )
