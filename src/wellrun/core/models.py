"""The audit record: who did what, when and why. Text and numbers, so that it outlives what it speaks of."""

from __future__ import annotations

from typing import Any, ClassVar, NoReturn, Self

from django.db import models


class RecordIsKept(TypeError):  # noqa: N818 - it reads as a sentence where it is raised
    """An audit record is never changed or removed."""

    def __init__(self) -> None:
        super().__init__("An audit record is kept as it was written. Write a new one instead.")


class AuditRecordQuerySet(models.QuerySet["AuditRecord"]):
    """Reads and adds. The ways to change or remove many rows at once are closed."""

    def update(self, **kwargs: Any) -> NoReturn:  # noqa: ARG002 - the signature is Django's
        raise RecordIsKept

    def delete(self) -> NoReturn:
        raise RecordIsKept

    def bulk_update(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise RecordIsKept


class AuditRecord(models.Model):
    """One write. ``thing`` owns the page it is shown on; ``part`` (a natural key) is what changed in it."""

    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=200)
    on_behalf_of = models.CharField(max_length=200, blank=True)
    organisation_id = models.BigIntegerField(null=True)
    action = models.CharField(max_length=60)
    thing = models.CharField(max_length=40)
    thing_id = models.BigIntegerField()
    part = models.CharField(max_length=80, blank=True)
    version = models.PositiveIntegerField(default=0)
    """Version of the thing after the write, where it has one: what a stale page is compared with."""
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.TextField(blank=True)
    undoes = models.BigIntegerField(null=True)
    """Id of the record that this one takes back."""

    objects = AuditRecordQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [models.Index(fields=["thing", "thing_id", "part", "id"], name="audit_of_a_part")]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name}: {self.action} {self.thing_id} {self.part}"

    def save(self: Self, **kwargs: Any) -> None:
        if not self._state.adding:
            raise RecordIsKept
        super().save(**(kwargs | {"force_insert": True}))

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise RecordIsKept
