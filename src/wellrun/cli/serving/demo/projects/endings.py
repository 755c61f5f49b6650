"""How a project ends: the look back, the hand-over or the close, and the story of it."""

from __future__ import annotations

from datetime import date, datetime

from wellrun.cli.serving.demo.parts import Told
from wellrun.cli.serving.demo.projects.work import Work
from wellrun.control.services import write_review
from wellrun.control.values import NewItem, ReviewWords
from wellrun.core.actor import Actor
from wellrun.learning.queries import Story
from wellrun.learning.services import close_with_story, hand_over_with_story, publish, write_story
from wellrun.learning.values import StoryWords


def tell(work: Work) -> None:
    for told in work.each("review"):
        work.note(told, "closing review", lambda **said: _review(work, **said))
    stories = list[Story]()
    for told in work.each("handed_over"):
        work.note(told, "hand-over", lambda **said: stories.append(_hand_over(work, **said)))
    for told in work.each("closed"):
        work.note(
            told, "close", lambda **said: stories.append(close_with_story(project=work.project, **said))
        )
    for told in work.each("story"):
        _story(work, told, stories)


def _review(work: Work, *, actor: Actor, now: datetime, **words: str) -> None:
    write_review(actor=actor, project=work.project, words=ReviewWords(**words), now=now)


def _hand_over(
    work: Work,
    *,
    actor: Actor,
    now: datetime,
    measures: list[str],
    owner: str,
    next_review: date | None = None,
    **words: str,
) -> Story:
    item = NewItem(
        measure_ids=tuple(work.measure(each).pk for each in measures),
        owner_id=work.world.people[owner],
        next_review=next_review,
        **words,
    )
    return hand_over_with_story(actor=actor, project=work.project, item=item, now=now)[1]


def _story(work: Work, told: Told, stories: list[Story]) -> None:
    published: date | None = told.pop("published", None)
    visibility = told.pop("visibility", "network")

    def write(*, actor: Actor, now: datetime, **words: str) -> None:
        write_story(actor=actor, story=stories[0], words=StoryWords(**words), now=now)

    work.note(told, "story", write)

    def show(*, actor: Actor, now: datetime) -> None:
        publish(actor=actor, story=stories[0], visibility=visibility, now=now)

    if published is not None:
        work.at(published, work.told["by"], "story, published", show)
