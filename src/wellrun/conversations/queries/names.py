"""Who can be named with an @, and who was."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass

from wellrun.accounts.models import Person
from wellrun.conversations.models import Comment
from wellrun.conversations.queries.sight import who_sees
from wellrun.conversations.values import Topic
from wellrun.core.actor import Actor
from wellrun.core.folding import DIRECTION_MARKS, folded, goes_on_unspaced
from wellrun.core.second_lock import as_system
from wellrun.organisations.queries import people_visible_to

AT = re.compile(rf"(?<![\w@.])@(?=[{DIRECTION_MARKS}]*\w)")
"""An @ that begins a word: not that of an e-mail address."""
MOST_WORDS = 5
MOST_NAMED = 20
"""More than that is a circular."""
_MARK = re.compile(f"[{DIRECTION_MARKS}]")
_BETWEEN = re.compile(r"[\s，。、：；？！（）「」『』]+")
"""What stands between words; in Chinese and Japanese that has no spaces around it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """The people whom a text names."""

    people: tuple[Person, ...]
    blind: tuple[str, ...] = ()
    """Names of colleagues who may not see the thing."""
    unclear: tuple[str, ...] = ()
    """Names that several people have."""


def people_to_pick(
    actor: Actor, topic: Topic, *, team: Collection[int] | None = None, most: int = 60
) -> list[Person]:
    """Who works on the thing or near it, and who has joined in: those who may see it, by name."""
    with as_system():
        near = {*(topic.team() if team is None else team), *topic.near(), *_authors(topic)}
    return who_sees(topic, sorted(near - {actor.person_id}))[:most]


def _authors(topic: Topic) -> Iterable[int]:
    rows = Comment.objects.filter(kind=topic.kind, thing_id=topic.id).order_by()
    return rows.values_list("author_id", flat=True).distinct()


def named_in(actor: Actor, topic: Topic, text: str) -> Named:
    """Whole names of people near the thing and of colleagues; a first name alone, of one person near it.

    What names nobody whom the writer knows is left as it is: it may not be a name at all, and an answer
    would tell who is somewhere else.
    """
    after = [_MARK.sub("", text[at.end() :][:200]) for at in list(AT.finditer(text))[:MOST_NAMED]]
    if not after:
        return Named(people=())
    spots = [_readings(each) for each in after]
    near = people_to_pick(actor, topic, most=1000)
    whole, first = _by_name(near)
    colleagues = _colleagues(actor, {reading for spot in spots for reading in spot} - whole.keys())
    seeing = {person.pk for person in who_sees(topic, [each.pk for each in colleagues])}
    known = whole | _by_name(colleagues)[0]
    found = [
        _match(spot, known, first) or _run_on(rest, near) for spot, rest in zip(spots, after, strict=True)
    ]
    one = {people[0].pk: people[0] for people in found if len(people) == 1}
    allowed = {each.pk for each in near} | seeing
    return Named(
        people=tuple(each for each in one.values() if each.pk in allowed),
        blind=tuple(each.name for each in one.values() if each.pk not in allowed),
        unclear=tuple(dict.fromkeys(people[0].name for people in found if len(people) > 1)),
    )


def _readings(after: str) -> list[str]:
    """What may be the name at the beginning of this text, the longest first."""
    words = [word for word in _BETWEEN.split(after) if word][:MOST_WORDS]
    return list(dict.fromkeys(_name(words[:count]) for count in range(len(words), 0, -1)))


def _name(words: list[str]) -> str:
    """Without the comma or the bracket behind it, in whatever script."""
    name = " ".join(words)
    while name and unicodedata.category(name[-1]).startswith("P"):
        name = name[:-1]
    return folded(name)


def _by_name(people: Iterable[Person]) -> tuple[dict[str, list[Person]], dict[str, list[Person]]]:
    """People by their whole name, and by their first name."""
    whole, first = defaultdict(list), defaultdict(list)
    for person in people:
        name = folded(person.name)
        whole[name].append(person)
        first[name.partition(" ")[0]].append(person)
    return dict(whole), dict(first)


def _match(
    readings: list[str], whole: dict[str, list[Person]], first: dict[str, list[Person]]
) -> list[Person]:
    for reading in readings:
        if reading in whole:
            return whole[reading]
    return first.get(readings[-1], [])


def _run_on(after: str, near: Iterable[Person]) -> list[Person]:
    """People whose name begins this text and goes on without a space, where their script has none."""
    text = folded(after)
    found = [each for each in near if goes_on_unspaced(each.name) and text.startswith(folded(each.name))]
    longest = max((len(folded(each.name)) for each in found), default=0)
    return [each for each in found if len(folded(each.name)) == longest]


def _colleagues(actor: Actor, names: Collection[str]) -> list[Person]:
    """People of the writer's own organisations who have one of these names."""
    if not names:
        return []
    rows = people_visible_to(actor).filter(name_key__in=names).select_related("person")
    return list({row.person_id: row.person for row in rows if row.person_id != actor.person_id}.values())
