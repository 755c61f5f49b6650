"""What a method names: the parts of the one record that all methods share, and the order of its sections."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise

Text = str | Promise


@dataclass(frozen=True, slots=True)
class Pair:
    """One thing under its two names, as they stand in the middle of a sentence."""

    term: Text
    plain: Text


def same(text: Text) -> Pair:
    """A word that needs no everyday twin."""
    return Pair(text, text)


@dataclass(frozen=True, slots=True)
class Noun:
    """One, many, one with its article, and the one that is known."""

    one: Text
    many: Text
    a: Text
    the: Text


@dataclass(frozen=True, slots=True)
class Named:
    """A thing under its two names."""

    term: Noun
    plain: Noun


GLOSSARY = (
    "aim", "driver_diagram", "change_idea", "change_ideas", "pdsa_cycle", "pdsa_cycles", "ramp", "story",
)  # fmt: skip
"""Words in the middle of a sentence."""
TABS = ("story", "understand", "measures", "drivers", "tests", "team", "learning")
"""The pages of a project, by the address they have in every method."""
SECTIONS = ("aim", "stage", "better", "progress", "theory", "tests", "team", "barriers")
"""The sections of a project's story."""
TITLES = ("drivers_title", "measures_title", "learning_title")
HEADS = ("primary", "secondary", "ideas")
"""The columns of a driver diagram, right of the aim."""
STEPS = ("plan", "do", "study", "act")
STATES = (
    "idea", "explored", "approved", "understanding", "testing", "implementing", "in_control", "spreading",
    "closed_with_learning",
)  # fmt: skip

MOVES = tuple(each for each in STATES if each != "idea")
"""The states that a project moves on to, each by a button. Going back is called the same in every method."""
VERBS = ("to_test", "test_it", "tests_it", "tested", "testing")
"""What is done with an idea. They are marks in the middle of a sentence, like nouns."""
THEORY = ("what_drives_the_aim", "ask_driver")
"""What stands right of the aim, as a mark; and the question that a team answers to find it."""

TERMS = frozenset(
    [
        *GLOSSARY,
        *TITLES,
        *(f"tab_{each}" for each in TABS),
        *(f"section_{each}" for each in SECTIONS),
        *(f"head_{each}" for each in HEADS),
        *(f"step_{each}" for each in STEPS),
        *(f"state_{each}" for each in STATES),
        *(f"move_{each}" for each in MOVES),
        *VERBS,
        *THEORY,
    ]
)
"""What every method names, whatever it calls it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodWords:
    """A method as data: what it calls each thing, and in which order it tells a project."""

    terms: Mapping[str, Pair]
    nouns: Mapping[str, Named] = field(default_factory=dict)
    """What it calls otherwise than the field's standard words, in the forms that sentences need."""
    tabs: tuple[str, ...] = TABS
    sections: tuple[str, ...] = SECTIONS
