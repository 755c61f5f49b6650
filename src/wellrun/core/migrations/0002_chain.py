"""Audit records become a hash chain. What was recorded before is its beginning, in the same order.

See docs/adr/0007: the records hold ids and kinds, and what they say in words lies in a table beside them.
"""

import django.db.models.deletion
from django.db import migrations, models

from wellrun.core import chain

LINKED = ("actor_id", "organisation_id", "action", "thing", "thing_id", "part", "version")
AT_ONCE = 500


def link(apps, schema_editor):
    """Give each old record its number, its words and its hash."""
    before = apps.get_model("core", "AuditRecordBefore").objects.order_by("id")
    head = apps.get_model("core", "AuditHead")(id=1, number=0, hash=chain.GENESIS)
    numbers, records, words = {}, [], []
    for old in before.iterator(chunk_size=AT_ONCE):
        numbers[old.id] = head.number + 1
        said = _words(apps, old)
        record = _record(apps, old, head, said, numbers)
        said.record_id = record.id
        records.append(record)
        words.append(said)
        head.number, head.hash = record.id, record.hash
        if len(records) == AT_ONCE:
            _save(records, words)
    _save(records, words)
    if head.number:
        head.save()


def _words(apps, old):
    texts = {name: getattr(old, name) for name in (*chain.TEXTS, *chain.STATES)}
    return apps.get_model("core", "AuditWords")(salt=chain.new_salt(), **texts)


def _record(apps, old, head, said, numbers):
    texts = {name: getattr(said, name) for name in (*chain.TEXTS, *chain.STATES)}
    fields = {name: getattr(old, name) for name in LINKED}
    fields |= {"id": numbers[old.id], "undoes": numbers.get(old.undoes)}
    fields["words_digest"] = chain.words_digest(said.salt, texts)
    made = chain.record_hash(fields, old.at, head.hash)
    return apps.get_model("core", "AuditRecord")(**fields, at=old.at, previous=head.hash, hash=made)


def _save(records, words):
    for rows in (records, words):
        if rows:
            type(rows[0]).objects.bulk_create(rows)
        rows.clear()


class Migration(migrations.Migration):

    dependencies = [("core", "0001_initial")]

    operations = [
        migrations.RemoveIndex(model_name="auditrecord", name="audit_of_a_part"),
        migrations.RenameModel("AuditRecord", "AuditRecordBefore"),
        migrations.CreateModel(
            name="AuditRecord",
            fields=[
                ("id", models.BigIntegerField(primary_key=True, serialize=False)),
                ("at", models.DateTimeField()),
                ("actor_id", models.BigIntegerField(null=True)),
                ("organisation_id", models.BigIntegerField(null=True)),
                ("action", models.CharField(max_length=60)),
                ("thing", models.CharField(max_length=40)),
                ("thing_id", models.BigIntegerField()),
                ("part", models.CharField(blank=True, max_length=80)),
                ("version", models.PositiveIntegerField(default=0)),
                ("undoes", models.BigIntegerField(null=True)),
                ("words_digest", models.CharField(max_length=64)),
                ("previous", models.CharField(max_length=64)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "ordering": ["id"],
                "indexes": [
                    models.Index(fields=["thing", "thing_id", "part", "id"], name="audit_of_a_part"),
                    models.Index(fields=["organisation_id", "id"], name="audit_of_organisation"),
                    models.Index(fields=["actor_id", "id"], name="audit_of_actor"),
                ],
            },
        ),
        migrations.CreateModel(
            name="AuditHead",
            fields=[
                ("id", models.PositiveSmallIntegerField(default=1, primary_key=True, serialize=False)),
                ("number", models.BigIntegerField(default=0)),
                ("hash", models.CharField(max_length=64)),
            ],
            options={
                "constraints": [models.CheckConstraint(condition=models.Q(("id", 1)), name="audit_has_one_head")],
            },
        ),
        migrations.CreateModel(
            name="AuditWords",
            fields=[
                (
                    "record",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        primary_key=True,
                        related_name="words",
                        serialize=False,
                        to="core.auditrecord",
                    ),
                ),
                ("salt", models.CharField(blank=True, max_length=32)),
                ("salts", models.JSONField(null=True)),
                ("erased", models.JSONField(null=True)),
                ("actor_name", models.CharField(max_length=200)),
                ("on_behalf_of", models.CharField(blank=True, max_length=200)),
                ("before", models.JSONField(null=True)),
                ("after", models.JSONField(null=True)),
                ("reason", models.TextField(blank=True)),
            ],
        ),
        migrations.RunPython(link, elidable=False),
        migrations.DeleteModel("AuditRecordBefore"),
    ]
