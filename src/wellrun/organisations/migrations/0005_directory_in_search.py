"""The words of the directory go to the search index, which finds them without looking at every line."""

from django.db import migrations, models

from wellrun.core.search.tokens import mark, tokens_to_keep

BATCH = 1000


def fill(apps, schema_editor):
    Entry = apps.get_model("organisations", "DirectoryEntry")
    SearchEntry = apps.get_model("search", "SearchEntry")
    SearchEntry.objects.filter(kind="listed").delete()
    rows = []
    for entry in Entry.objects.select_related("unit", "person").order_by("pk").iterator(chunk_size=BATCH):
        unit = "" if entry.unit.parent_id is None else entry.unit.name
        marks = f"{mark(entry.organisation_id)} {mark('open') if entry.person.is_active else ''}"
        rows.append(
            SearchEntry(
                kind="listed", thing_id=entry.pk, title=" ".join(tokens_to_keep(entry.name_key)),
                words=" ".join(tokens_to_keep(f"{entry.text} {unit} {marks}")),
            )
        )
        if len(rows) == BATCH:
            SearchEntry.objects.bulk_create(rows)
            rows = []
    SearchEntry.objects.bulk_create(rows)


class Migration(migrations.Migration):
    dependencies = [("organisations", "0004_declined"), ("search", "0002_full_text")]
    operations = [
        migrations.RemoveIndex(model_name="directoryentry", name="directory_by_name"),
        migrations.AddIndex(
            model_name="directoryentry",
            index=models.Index(fields=["organisation", "name_key", "person"], name="directory_by_name"),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
