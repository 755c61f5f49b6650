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


class AuditRecordManager(models.Manager["AuditRecord"]):
    """Records come with their words: a page of history is one question."""

    def get_queryset(self) -> AuditRecordQuerySet:
        return AuditRecordQuerySet(self.model, using=self._db).select_related("words")


class AuditRecord(models.Model):
    """One write. ``thing`` owns the page it is shown on; ``part`` (a natural key) is what changed in it.

    What it says in words lies beside it, in `AuditWords`; the properties below read it from there.
    """

    id = models.BigIntegerField(primary_key=True)
    """Its number in the chain: 1, 2, 3 and so on, without a gap."""
    at = models.DateTimeField()
    actor_id = models.BigIntegerField(null=True)
    organisation_id = models.BigIntegerField(null=True)
    action = models.CharField(max_length=60)
    thing = models.CharField(max_length=40)
    thing_id = models.BigIntegerField()
    part = models.CharField(max_length=80, blank=True)
    version = models.PositiveIntegerField(default=0)
    """Version of the thing after the write, where it has one: what a stale page is compared with."""
    undoes = models.BigIntegerField(null=True)
    """Id of the record that this one takes back."""
    words_digest = models.CharField(max_length=64)
    """Commits to the words without holding them; see `core.chain`."""
    previous = models.CharField(max_length=64)
    hash = models.CharField(max_length=64)

    objects = AuditRecordManager()

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [
            models.Index(fields=["thing", "thing_id", "part", "id"], name="audit_of_a_part"),
            models.Index(fields=["organisation_id", "id"], name="audit_of_organisation"),
            models.Index(fields=["actor_id", "id"], name="audit_of_actor"),
        ]

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.actor_name}: {self.action} {self.thing_id} {self.part}"

    def save(self: Self, **kwargs: Any) -> None:
        if not self._state.adding:
            raise RecordIsKept
        super().save(**(kwargs | {"force_insert": True}))

    def delete(self, *args: Any, **kwargs: Any) -> NoReturn:  # noqa: ARG002
        raise RecordIsKept

    @property
    def actor_name(self) -> str:
        return self.words.actor_name

    @property
    def on_behalf_of(self) -> str:
        return self.words.on_behalf_of

    @property
    def before(self) -> dict[str, Any] | None:
        state: dict[str, Any] | None = self.words.before
        return state

    @property
    def after(self) -> dict[str, Any] | None:
        state: dict[str, Any] | None = self.words.after
        return state

    @property
    def reason(self) -> str:
        return self.words.reason


class AuditWords(models.Model):
    """What a record says in words, which may name people. A word can be erased and never be changed."""

    record = models.OneToOneField(
        AuditRecord, on_delete=models.PROTECT, primary_key=True, related_name="words"
    )
    salt = models.CharField(max_length=32, blank=True)
    """Empty once a word was erased: then ``salts`` has those of the words that are left."""
    salts = models.JSONField(null=True)
    erased = models.JSONField(null=True)
    """Each erased word with its commitment and the record of the erasure."""
    actor_name = models.CharField(max_length=200)
    on_behalf_of = models.CharField(max_length=200, blank=True)
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"Words of record {self.pk}"


class AuditHead(models.Model):
    """The last record of the chain, in one row. Writers hold it in turn, and a cut tail differs from it."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField(default=0)
    hash = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.CheckConstraint(condition=models.Q(id=1), name="audit_has_one_head"),
        ]

    def __str__(self) -> str:
        return f"{self.number}:{self.hash}"
