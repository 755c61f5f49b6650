"""The tools with which a team understands its problem: cards, votes, and what became of them."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from wellrun.cli.serving.demo.parts import Told
from wellrun.cli.serving.demo.projects.work import Doing, Work
from wellrun.core.actor import Actor
from wellrun.projects.services.tools import add_group, add_item, add_tool, cast_vote, close_round, open_round


def tell(work: Work) -> None:
    for told in work.each("tool"):
        _tool(work, told)


def _tool(work: Work, told: Told) -> None:
    key, cards, vote = told.pop("key"), told.pop("cards"), told.pop("vote", None)
    groups = told.pop("groups", ())

    def begin(*, actor: Actor, now: datetime, **words: Any) -> None:
        tool = add_tool(actor=actor, project=work.project, now=now, **words)
        work.tools[key] = tool
        for name in groups:
            add_group(actor=actor, tool=tool, name=name, now=now)

    work.note(told, f"tool “{key}”", begin)
    for card in cards:
        _card(work, {"on": told["on"], "by": told.get("by", work.told["by"]), **card}, key)
    if vote is not None:
        _vote(work, {"by": told.get("by", work.told["by"]), **vote}, key)


def _card(work: Work, told: Told, tool: str) -> None:
    """A card that has a key can have others under it, be voted on, and be drawn as a driver."""
    key, under = told.pop("key", None), told.pop("under", None)
    told["place"] = told.pop("in", "")

    def add(**said: Any) -> None:
        parent_id = work.cards[tool, under].pk if under else None
        card = add_item(tool=work.tools[tool], parent_id=parent_id, **said)
        if key is not None:
            work.cards[tool, key] = card

    work.note(told, f"card “{told['text']}”", add)


def _vote(work: Work, told: Told, tool: str) -> None:
    """``ballots`` says for each person the cards they ranked, the best first."""
    ballots, closed = told.pop("ballots"), told.pop("closed", None)

    def begin(**said: Any) -> None:
        open_round(tool=work.tools[tool], **said)

    def close(*, actor: Actor, now: datetime) -> None:
        close_round(actor=actor, tool=work.tools[tool], now=now)

    work.note(told, "vote", begin)
    for who, best_first in ballots.items():
        work.at(told["on"], who, f"the vote of {who}", _ballot(work, tool, best_first))
    if closed is not None:
        work.at(closed, told["by"], "vote, closed", close)


def _ballot(work: Work, tool: str, best_first: list[str]) -> Doing:
    def vote(*, actor: Actor, now: datetime) -> None:
        ranked = reversed([work.cards[tool, key].pk for key in best_first])
        ballot = {card_id: rank for rank, card_id in enumerate(ranked, 1)}
        cast_vote(actor=actor, tool=work.tools[tool], ballot=ballot, now=now)

    return vote
