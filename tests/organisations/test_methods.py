"""Five methods, one record: each names every part of it, and orders what it has, once."""

import pytest

from tests.house.method_words import PAGE, page
from wellrun.organisations.values import Method
from wellrun.organisations.values.methods import METHODS, SECTIONS, TABS, TERMS, words_of_method
from wellrun.organisations.values.methods.terms import MOVES, STATES, STEPS
from wellrun.pdsa.values import Stage
from wellrun.projects.values import CHANGES, State
from wellrun.web.shell.words import words_for


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


def test_the_button_of_a_step_ahead_is_named_by_every_method() -> None:
    """In the standard one it says what the table of changes says; going back is called the same in all."""
    onward = [change for change in CHANGES if change.is_onward]
    assert {change.target for change in onward} == set(MOVES)
    standard = words_for(plain=False)
    assert [change.words for change in onward if standard.move(change.target) != change.words] == []
    assert {str(each.words) for each in CHANGES if not each.is_onward} == {"Go back a step", "Open it again"}
    assert words_for(plain=False, method=Method.DMAIC).move("testing") == "Start to pilot"
    assert words_for(plain=True, method=Method.POCQI).move("testing") == "Start to try ideas"


def test_the_page_about_methods_is_fresh() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
