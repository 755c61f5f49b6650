"""What people talk about: a control item."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from wellrun.control.models import ControlItem
from wellrun.control.permissions import may_view
from wellrun.control.queries.items import visible_to
from wellrun.conversations.values import Topic, TopicKind
from wellrun.core.actor import Actor
from wellrun.core.sentences import Sentence
from wellrun.organisations.models import Membership
from wellrun.organisations.permissions import holds
from wellrun.organisations.values import Role
from wellrun.projects.queries.teams import everybody_in

MOST_NEAR = 200


def item_topic(item: ControlItem) -> Topic:
    """Its measure is not named: who sees the item need not see that."""
    unit = item.unit
    return Topic(
        kind="control_item",
        id=item.pk,
        name=Sentence(gettext_noop("a control item of %(unit)s"), {"unit": unit.name}),
        page=reverse("control:item", args=[item.pk]),
        organisation_id=unit.organisation_id,
        country=unit.organisation.country,
        seen_by=_("People of %(unit)s and the team it came from can see this") % {"unit": unit.name},
        may_view=lambda actor: may_view(actor, item),
        moderates=lambda actor: _moderates(actor, item),
        team=lambda: {item.owner_id},
        near=lambda: _near(item),
    )


def _moderates(actor: Actor, item: ControlItem) -> bool:
    is_owner = actor.person_id is not None and actor.person_id == item.owner_id
    return is_owner or holds(actor, item.unit, {Role.ADMINISTRATOR})


def _near(item: ControlItem) -> set[int]:
    held = Membership.objects.filter(unit_id=item.unit_id, ended_at=None).order_by("pk")
    people = set(held.values_list("person_id", flat=True)[:MOST_NEAR])
    return people | (everybody_in(item.project) if item.project is not None else set())


def _find(item_id: int) -> Topic | None:
    rows = ControlItem.objects.filter(pk=item_id).select_related("unit__organisation", "project")
    item = rows.first()
    return item_topic(item) if item is not None else None


TOPICS = (TopicKind(kind="control_item", find=_find, visible_to=visible_to),)
