"""The cards of a tool in their places, and the one that was chosen with all that can be done to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from wellrun.core.vocabulary import worded
from wellrun.projects.queries import Driver, Project, drivers_of
from wellrun.projects.queries.tools import Card, Tool, ToolItem
from wellrun.projects.values import PARENTS, DriverKind
from wellrun.projects.values.tools import KINDS
from wellrun.web.tools.words import became_words, flat, number_words, place_names, place_notes

Choice = tuple[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardView:
    """A card where it stands, with those below it."""

    id: int
    text: str
    href: str
    kind: str
    """The lane it stands in, where cards of several lanes are one list."""
    note: str
    became: str
    is_chosen: bool
    below: tuple[CardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupView:
    """One place with its cards."""

    name: str
    note: str
    cards: tuple[CardView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The card that was chosen."""

    id: int
    kind: str
    text: str
    note: str
    became: str
    became_href: str
    where: str
    """Where it stands now, as its form says it."""
    up: int
    down: int
    is_first: bool
    is_last: bool
    places: tuple[Choice, ...]
    parents: tuple[Choice, ...]
    """Where else it can go: to a place, or below another card."""
    is_waiting: bool
    """It stands in no group yet: sorting it is what comes next."""
    takes_below: bool
    below_where: str


def groups_of(tool: Tool, cards: tuple[Card, ...], at: ToolItem | None) -> tuple[GroupView, ...]:
    """Cards by place. A sequence, or a kind without places, is one list."""
    kind, names = KINDS[tool.kind], place_names(tool)
    if not kind.has_places or kind.is_sequence:
        everything = tuple(_card(tool, card, names, at) for card in cards)
        return (GroupView(name="", note="", cards=everything),)
    notes = place_notes(kind)
    found = {
        key: tuple(_card(tool, card, {}, at) for card in cards if card.item.place == key) for key in names
    }
    return tuple(
        GroupView(name=name, note=notes.get(key, ""), cards=found[key])
        for key, name in names.items()
        if found[key] or key
    )


def _card(tool: Tool, card: Card, lanes: dict[str, str], at: ToolItem | None) -> CardView:
    item = card.item
    return CardView(
        id=item.pk,
        text=item.text,
        href=f"{reverse('tools:tool', args=[tool.project_id, tool.pk])}?at={item.pk}#chosen",
        kind=lanes.get(item.place, ""),
        note=number_words(KINDS[tool.kind], item.number),
        became=became_words(item),
        is_chosen=at is not None and at.pk == item.pk,
        below=tuple(_card(tool, each, {}, at) for each in card.below),
    )


def spot_name(item: ToolItem) -> str:
    """Where a card stands, as forms say it."""
    return f"below:{item.parent_id}" if item.parent_id is not None else f"place:{item.place}"


def chosen_card(tool: Tool, cards: tuple[Card, ...], at: ToolItem) -> Chosen | None:
    """``None`` where it stands below a card that was taken out."""
    found = _find(cards, at.pk)
    if found is None:
        return None
    card, depth, beside = found
    kind, item = KINDS[tool.kind], card.item
    if depth == 1 and not kind.is_sequence:
        beside = [each for each in beside if each.item.place == item.place]
    position = [each.item.pk for each in beside].index(item.pk)
    places, parents = _elsewhere(tool, cards, card)
    return Chosen(
        id=item.pk,
        kind=str(kind.item),
        text=item.text,
        note=number_words(kind, item.number),
        became=became_words(item),
        became_href=_diagram(tool, item.became) if item.became and became_words(item) else "",
        where=spot_name(item),
        up=position - 1,
        down=position + 1,
        is_first=position == 0,
        is_last=position == len(beside) - 1,
        places=places,
        parents=parents,
        is_waiting=kind.may_wait and not item.place,
        takes_below=depth < kind.depth,
        below_where=f"below:{item.pk}",
    )


def _find(cards: tuple[Card, ...], item_id: int, depth: int = 1) -> tuple[Card, int, list[Card]] | None:
    """The card, how deep it stands, and those beside it."""
    for card in cards:
        if card.item.pk == item_id:
            return card, depth, list(cards)
        found = _find(card.below, item_id, depth + 1)
        if found is not None:
            return found
    return None


def place_choices(tool: Tool) -> tuple[Choice, ...]:
    return tuple((f"place:{key}", name) for key, name in place_names(tool).items()) or (("place:", ""),)


def _elsewhere(
    tool: Tool, cards: tuple[Card, ...], card: Card
) -> tuple[tuple[Choice, ...], tuple[Choice, ...]]:
    """Places and cards where it can go: never where it is, below itself, or too deep."""
    kind = KINDS[tool.kind]
    own, room = {item.pk for item in flat([card])}, kind.depth - _height(card)
    places = place_choices(tool) if kind.has_places else (("place:", _("At the top")),)
    parents = tuple(
        (f"below:{each.pk}", each.text)
        for each, depth in _with_depth(cards)
        if each.pk not in own and depth <= room
    )
    here = spot_name(card.item)
    return (
        tuple(choice for choice in places if choice[0] != here),
        tuple(choice for choice in parents if choice[0] != here),
    )


def next_waiting(cards: Iterable[Card], after: ToolItem) -> ToolItem | None:
    """The next card that stands in no group yet."""
    waiting = [card.item for card in cards if not card.item.place and card.item.pk != after.pk]
    return next((item for item in waiting if item.position >= after.position), next(iter(waiting), None))


def _height(card: Card) -> int:
    return 1 + max((_height(each) for each in card.below), default=0)


def _with_depth(cards: Iterable[Card], depth: int = 1) -> list[tuple[ToolItem, int]]:
    return [row for card in cards for row in ((card.item, depth), *_with_depth(card.below, depth + 1))]


def _diagram(tool: Tool, driver: Driver) -> str:
    return f"{reverse('drivers:diagram', args=[tool.project_id])}?at={driver.pk}#chosen"


def become_choices(tool: Tool, project: Project) -> list[tuple[str, list[Choice]]]:
    """What a card can become and below what, the most likely first."""
    drivers = drivers_of(project)
    order = sorted(DriverKind, key=lambda kind: kind != KINDS[tool.kind].becomes)
    choices = [(kind, _parents(kind, drivers)) for kind in order]
    return [(_as(kind), parents) for kind, parents in choices if parents]


def _parents(kind: DriverKind, drivers: Iterable[Driver]) -> list[Choice]:
    if None in PARENTS[kind]:
        return [(f"{kind}:", worded(_("{A_primary_driver}, below {the_aim}")))]
    words = (
        worded(_("{A_change_idea}, below “%(text)s”"))
        if kind == DriverKind.IDEA
        else worded(_("{A_secondary_driver}, below “%(text)s”"))
    )
    return [
        (f"{kind}:{driver.pk}", words % {"text": driver.text})
        for driver in drivers
        if driver.kind in PARENTS[kind]
    ]


def _as(kind: DriverKind) -> str:
    return str(kind.label)
