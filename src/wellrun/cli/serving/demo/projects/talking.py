"""What people say to each other about a project and its parts, and the words by which others find it."""

from __future__ import annotations

from datetime import date
from typing import Any

from wellrun.cli.serving.demo.parts import Told
from wellrun.cli.serving.demo.projects.work import Doing, Work
from wellrun.conversations.queries import Comment
from wellrun.conversations.services import post_comment, react
from wellrun.conversations.values import Topic, topic_of
from wellrun.projects.services import add_tag


def tell(work: Work) -> None:
    for told in work.each("tags"):
        for name in told["names"]:
            work.note({"on": told["on"], "name": name}, f"tag “{name}”", work.on_it(add_tag))
    for told in work.each("comment"):
        _comment(work, told)


def _comment(work: Work, told: Told) -> None:
    """``about`` is the project, where nothing is said. ``answers`` are words given with one press."""
    about, answers, held = told.pop("about", "project"), told.pop("answers", {}), list[Comment]()

    def post(**said: Any) -> None:
        held.append(post_comment(topic=_topic(work, about), **said))

    def answer(**said: Any) -> None:
        react(comment=held[0], is_on=True, **said)

    work.note(told, f"comment about {about}", post)
    day: date = told["on"]
    for who, kind in answers.items():
        work.at(day, who, f"{who} answers in a word", answer, kind=kind)


def _topic(work: Work, about: str) -> Topic:
    kind, _, key = about.partition(": ")
    found: dict[str, Doing] = {
        "project": lambda: work.project,
        "aim": lambda: work.project,
        "driver": lambda: work.drivers[key],
        "cycle": lambda: work.tests[int(key) - 1],
        "measure": lambda: work.measure(key),
        "barrier": lambda: work.barriers[key],
    }
    topic = topic_of(kind, found[kind]().pk)
    assert topic is not None  # noqa: S101 - it was made by an earlier entry
    return topic
