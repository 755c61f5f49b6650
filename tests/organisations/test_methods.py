"""Five methods, one record: each names every part of it, and orders what it has, once."""

import pytest

from tests.house.method_words import PAGE, page
from wellrun.organisations.values import Method
from wellrun.organisations.values.methods import METHODS, SECTIONS, TABS, TERMS, words_of_method
from wellrun.organisations.values.methods.terms import STATES, STEPS
from wellrun.pdsa.values import Stage
from wellrun.projects.values import State


def test_every_method_that_can_be_chosen_has_its_words() -> None:
    assert set(METHODS) == set(Method.values)


@pytest.mark.parametrize("method", Method.values)
def test_a_method_names_every_term_and_no_other(method: str) -> None:
    terms = METHODS[method].terms
    assert set(terms) == TERMS
    assert [name for name, pair in terms.items() if not str(pair.term) or not str(pair.plain)] == []


@pytest.mark.parametrize("method", Method.values)
def test_a_method_leaves_no_part_of_the_record_out(method: str) -> None:
    words = METHODS[method]
    assert sorted(words.tabs) == sorted(TABS)
    assert sorted(words.sections) == sorted(SECTIONS)
    assert words.tabs[0] == "story"


@pytest.mark.parametrize("method", Method.values)
def test_no_two_states_or_tabs_of_a_method_have_one_name(method: str) -> None:
    terms = METHODS[method].terms
    for names in ([f"state_{each}" for each in STATES], [f"tab_{each}" for each in TABS]):
        for told in ("term", "plain"):
            said = [str(getattr(terms[name], told)) for name in names]
            assert len(set(said)) == len(said), said


def test_the_terms_are_those_of_the_record() -> None:
    assert set(STATES) == set(State.values)
    assert set(STEPS) | {"done"} == set(Stage.values)


def test_the_default_is_the_standard_and_so_is_what_is_not_known() -> None:
    standard = METHODS[Method.MODEL_FOR_IMPROVEMENT]
    assert words_of_method("own") is standard
    assert {state: str(standard.terms[f"state_{state}"].term).capitalize() for state in State.values} == {
        state.value: str(state.label) for state in State
    }


def test_the_page_about_methods_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
