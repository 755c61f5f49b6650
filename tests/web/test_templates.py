"""Every template can be read by the engine, and leaves sums and questions to Python."""

import re
from pathlib import Path

import pytest
from django.template import engines

from wellrun.web.components.stylesheet import WEB

TEMPLATES = sorted([*(WEB / "templates").rglob("*.html"), *(WEB / "components").glob("*/*.html")])


def name_of(path: Path) -> str:
    base = WEB / "templates"
    return str(path.relative_to(base if path.is_relative_to(base) else WEB))


@pytest.mark.parametrize("name", [name_of(path) for path in TEMPLATES])
def test_every_template_compiles(name: str) -> None:
    assert engines["django"].get_template(name)


@pytest.mark.parametrize("path", TEMPLATES, ids=name_of)
def test_templates_hold_no_script_style_sums_or_unescaped_words(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not re.search(r"<style|\sstyle=|\son\w+=|javascript:", text)
    assert not re.search(r"<script(?![^>]*\ssrc=)", text)
    assert not re.search(r"\|\s*(safe|add|floatformat|date|widthratio|divisibleby)\b", text)
    assert "autoescape off" not in text
