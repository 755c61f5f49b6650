"""A unit: directorate, service, ward or team; a node in the tree of its organisation."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from wellrun.core.folding import folded
from wellrun.organisations.models.organisation import Organisation


class Unit(models.Model):
    """The organisation as a whole is the root of its tree.

    ``path`` holds the ids from the root down to the unit itself ("/3/17/"), so that "this unit and all below"
    is one indexed question, and a permission can look upwards without asking the database.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="units")
    parent = models.ForeignKey("self", on_delete=models.PROTECT, related_name="children", null=True)
    path = models.CharField(max_length=400, db_index=True)
    depth = models.PositiveSmallIntegerField(default=0)
    """How far below the root: 0 for the root itself. The top of a large tree is read through it."""
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200, editable=False)
    """The name as it is found and sorted; see `core.folding`."""
    slug = models.SlugField(max_length=80)
    kind = models.CharField(max_length=80, blank=True)
    """What people call it: directorate, service, ward, team, clinic."""
    code = models.CharField(max_length=40, blank=True)
    is_closed = models.BooleanField(default=False)
    """No longer there. Its history stays, and nothing new is added."""
    created_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["organisation_id", "path"]
        indexes: ClassVar = [
            models.Index(fields=["organisation", "depth", "name_key", "id"], name="units_from_the_top"),
            models.Index(fields=["parent", "name_key", "id"], name="units_below_one"),
        ]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["organisation", "slug"], name="unit_slug_once"),
            models.UniqueConstraint(fields=["organisation"], condition=Q(parent=None), name="one_root_unit"),
            models.UniqueConstraint(
                fields=["organisation", "code"], condition=~Q(code=""), name="unit_code_once"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def save(self, **kwargs: Any) -> None:
        self.name_key = folded(self.name, longest=200)
        if "name" in (named := kwargs.get("update_fields") or ()):
            kwargs["update_fields"] = {*named, "name_key"}
        super().save(**kwargs)

    @property
    def line(self) -> tuple[int, ...]:
        """Ids from the root down to this unit."""
        return tuple([int(each) for each in self.path.split("/") if each])

    @property
    def is_root(self) -> bool:
        return self.parent_id is None
