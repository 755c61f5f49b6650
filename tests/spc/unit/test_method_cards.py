"""Each chart and each rule set has a card, and the examples on the cards run."""

from __future__ import annotations

import doctest
import re
from importlib import import_module
from pathlib import Path

import pytest

import wellrun_spc as spc

METHODS = Path(__file__).parents[3] / "docs" / "methods"
CARDS = sorted(METHODS.glob("*.md"))
PARTS = ("When.", "What it takes for granted.", "Source.", "Example.", "Not for.")


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.stem)
def test_the_examples_on_a_card_run(card: Path) -> None:
    assert doctest.testfile(str(card), module_relative=False, encoding="utf-8").failed == 0


@pytest.mark.parametrize(
    "module",
    [
        "wellrun_spc.wording",
        "wellrun_spc.chart.front",
        "wellrun_spc.chart.more_verbs",
        "wellrun_spc.chart.rare_verbs",
        "wellrun_spc.aggregation",
    ],
)
def test_the_examples_in_docstrings_run(module: str) -> None:
    results = doctest.testmod(import_module(module))
    assert results.attempted > 0
    assert results.failed == 0


@pytest.mark.parametrize("kind", spc.CHARTS)
def test_each_chart_has_a_card_with_every_part(kind: str) -> None:
    card = (METHODS / f"{kind}.md").read_text(encoding="utf-8")
    assert [part for part in PARTS if f"**{part}**" not in card] == []


@pytest.mark.parametrize("name", list(spc.RULE_SETS))
def test_each_rule_set_has_a_card_that_names_its_rules(name: str) -> None:
    card = (METHODS / f"{name.replace('/', '-')}.md").read_text(encoding="utf-8")
    rules = {part.name for part in spc.RULE_SETS[name].parts}
    assert f"# Rule set {name}" in card
    assert rules <= set(re.findall(r"`(\w+)`", card))
    assert [part for part in ("When.", "Source.", "Example.", "Not for.") if f"**{part}**" not in card] == []


def test_the_cards_link_only_to_cards_that_exist() -> None:
    links = {
        link
        for card in CARDS
        for link in re.findall(r"\]\(([\w.-]+\.md)\)", card.read_text(encoding="utf-8"))
    }
    assert {link for link in links if not (METHODS / link).exists()} == set()
