"""Decisions and refusals."""

import pytest

from wellrun.core.decision import ALLOWED, NotAllowed, all_of, any_of, refused

NO_MEMBER = refused("You do not work here.")
NO_KEEPER = refused("You do not keep this measure.")


def test_a_refused_decision_is_false_and_gives_its_reason() -> None:
    assert ALLOWED
    assert not NO_MEMBER
    with pytest.raises(NotAllowed, match="You do not work here"):
        NO_MEMBER.require()


def test_an_allowed_decision_lets_a_service_go_on() -> None:
    ALLOWED.require()


def test_all_of_gives_the_first_refusal() -> None:
    assert all_of(ALLOWED, ALLOWED)
    assert all_of(ALLOWED, NO_MEMBER, NO_KEEPER) == NO_MEMBER


def test_any_of_is_allowed_when_one_is_and_else_gives_the_last_refusal() -> None:
    assert any_of(NO_MEMBER, ALLOWED)
    assert any_of(NO_MEMBER, NO_KEEPER) == NO_KEEPER
