"""Improvement methods as data: each names and orders the one record, so that partners share a project."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from wellrun.organisations.values.choices import Method
from wellrun.organisations.values.methods.co_design import EXPERIENCE_BASED_CO_DESIGN
from wellrun.organisations.values.methods.dmaic import DMAIC
from wellrun.organisations.values.methods.lean_a3 import LEAN_A3
from wellrun.organisations.values.methods.model_for_improvement import MODEL_FOR_IMPROVEMENT
from wellrun.organisations.values.methods.nouns import DECISIONS, MARKS, STANDARD
from wellrun.organisations.values.methods.pocqi import POCQI
from wellrun.organisations.values.methods.speaking import vocabulary
from wellrun.organisations.values.methods.terms import (
    GLOSSARY,
    SECTIONS,
    STEPS,
    TABS,
    TERMS,
    VERBS,
    MethodWords,
    Named,
    Noun,
    Pair,
)

METHODS: Mapping[str, MethodWords] = MappingProxyType(
    {
        Method.MODEL_FOR_IMPROVEMENT: MODEL_FOR_IMPROVEMENT,
        Method.LEAN_A3: LEAN_A3,
        Method.DMAIC: DMAIC,
        Method.EXPERIENCE_BASED_CO_DESIGN: EXPERIENCE_BASED_CO_DESIGN,
        Method.POCQI: POCQI,
    }
)


def words_of_method(method: str) -> MethodWords:
    """The words of a method; the field's standard terms for one that is not known."""
    return METHODS.get(method, MODEL_FOR_IMPROVEMENT)


__all__ = [
    "DECISIONS", "GLOSSARY", "MARKS", "METHODS", "MODEL_FOR_IMPROVEMENT", "SECTIONS", "STANDARD", "STEPS",
    "TABS", "TERMS", "VERBS", "MethodWords", "Named", "Noun", "Pair", "vocabulary", "words_of_method",
]  # fmt: skip
