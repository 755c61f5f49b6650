"""The reference page of the library names everything that is public, and links to what is there."""

from __future__ import annotations

import doctest
import re
from importlib import import_module
from pathlib import Path

import pytest

import wellrun_spc as spc

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "library.md"
TEXT = PAGE.read_text(encoding="utf-8")


def test_every_public_name_has_its_line_and_no_other_has() -> None:
    listed = re.findall(r"^\| `(\w+)` \|", TEXT, re.MULTILINE)
    assert sorted(listed) == sorted(spc.__all__)


def test_its_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#]+)\)", TEXT)
    assert [link for link in links if not (PAGE.parent / link).exists()] == []


def test_its_example_runs() -> None:
    assert doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8").failed == 0


@pytest.mark.parametrize("name", spc.__all__)
def test_every_public_name_explains_itself(name: str) -> None:
    thing = getattr(spc, name)
    assert isinstance(thing, (tuple, dict)) or hasattr(thing, "items") or (thing.__doc__ or "").strip()


@pytest.mark.parametrize("module", ["messages", "translation"])
def test_the_examples_of_translation_run(module: str) -> None:
    results = doctest.testmod(import_module(f"wellrun_spc.{module}"))
    assert results.attempted > 0
    assert results.failed == 0
