"""What a list shows and what a permission allows are the same, for every model, person and level.

A page finds things through `visible_to` and decides through `may_view`: two pieces of code, one rule.
"""

from collections.abc import Callable, Iterator

import pytest
from django.apps import apps
from django.db import models, transaction

from tests.build.whole_world import World
from tests.house.sight import SIGHTS, Sight, reasons
from wellrun.core.actor import Actor
from wellrun.core.search.registry import in_the_box
from wellrun.core.visibility import Visibility
from wellrun.learning.models import Story
from wellrun.measures.models import Measure
from wellrun.pdsa.models import Cycle
from wellrun.projects.models import Driver, Project

IS_DRAFT = {"state": "draft"}


def everybody(world: World) -> dict[str, Actor]:
    """Everybody of both places; each place's people are strangers in the other."""
    there = {f"{role} there": actor for role, actor in world.there.people.items()}
    return world.people | there


def fields_of(model: type[models.Model]) -> set[str]:
    return {field.name for field in model._meta.concrete_fields}


def states(sight: Sight) -> Iterator[tuple[str, Callable[[], object]]]:
    """Every level, and everything that takes a thing away: each as it is made so."""
    rows, has = sight.model._default_manager, fields_of(sight.model)
    yield "as it is", lambda: None
    if "visibility" in has:
        for level in Visibility.values:
            yield level, lambda level=level: rows.update(visibility=level)  # type: ignore[misc]
    if "is_removed" in has:
        yield "removed", lambda: rows.update(is_removed=True)
    if "project" in has:
        project = sight.model._meta.get_field("project").related_model
        for level in Visibility.values:
            yield (
                f"of a project at {level}",
                lambda level=level: project._default_manager.update(visibility=level),  # type: ignore[misc]
            )
        yield "of a removed project", lambda: project._default_manager.update(is_removed=True)
    yield from own_states(sight)


def own_states(sight: Sight) -> Iterator[tuple[str, Callable[[], object]]]:
    """What happens to this kind of thing alone."""
    if sight.model._meta.label == "conversations.Comment":
        for level in Visibility.values:
            yield f"about things at {level}", lambda level=level: _share_all(level)  # type: ignore[misc]
        yield "about what was removed", _remove_all
    if sight.model._meta.label == "learning.Story":
        yield "a public draft", lambda: sight.model._default_manager.update(visibility="public", **IS_DRAFT)


def _share_all(level: str) -> None:
    for model in (Project, Measure, Story):
        model._default_manager.update(visibility=level)


def _remove_all() -> None:
    for model in (Project, Measure, Cycle, Driver):
        model._default_manager.update(is_removed=True)


def differences(sight: Sight, people: dict[str, Actor], state: str) -> list[str]:
    every = list(sight.every())
    assert every, f"the world has no {sight.model.__name__}"
    found = []
    for name, actor in people.items():
        listed = set(sight.listed(actor))
        allowed = {row.pk for row in every if sight.allowed(actor, row)}
        if listed != allowed:
            found.append(f"{name}, {state}: listed {sorted(listed)}, allowed {sorted(allowed)}")
    return found


@pytest.mark.django_db
@pytest.mark.parametrize("sight", SIGHTS, ids=lambda sight: sight.model.__name__)
def test_what_is_listed_is_what_may_be_seen(world: World, sight: Sight) -> None:
    people, found = everybody(world), []
    for state, make in states(sight):
        with transaction.atomic():
            make()
            found += differences(sight, people, state)
            transaction.set_rollback(True)
    assert found == []


@pytest.mark.django_db
def test_nothing_is_found_by_search_that_may_not_be_seen(world: World) -> None:
    rules = {sight.model: sight for sight in SIGHTS}
    for each in in_the_box():
        for name, actor in everybody(world).items():
            found = set(each.visible_to(actor).values_list("pk", flat=True))
            assert found <= set(rules[each.model].listed(actor)), f"{each.kind} for {name}"


def test_every_model_has_two_rules_that_agree_or_says_whose_it_follows() -> None:
    own = {model._meta.label for model in apps.get_models() if model.__module__.startswith("wellrun.")}
    ruled = {sight.model._meta.label for sight in SIGHTS}
    missing = "\n".join(f'"{label}" = "with ...?"' for label in sorted(own - ruled - set(reasons())))
    assert not missing, f"\nSay who sees these, in tests/house/sight.py or sight.toml:\n\n{missing}"
    assert (ruled | set(reasons())) - own == set()
    assert ruled & set(reasons()) == set()
