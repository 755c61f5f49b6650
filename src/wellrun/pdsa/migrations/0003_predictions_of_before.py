"""Tests that began before each prediction had a row of its own."""

from django.db import migrations


def lock(apps, schema_editor):
    """Each test that has begun keeps the prediction it had, as its one prediction, beside what came out."""
    cycle_model = apps.get_model("pdsa", "Cycle")
    prediction_model = apps.get_model("pdsa", "Prediction")
    begun = cycle_model.objects.filter(locked_at__isnull=False).exclude(prediction="").order_by("pk")
    prediction_model.objects.bulk_create(
        (
            prediction_model(cycle=cycle, position=1, text=cycle.prediction, happened=cycle.result)
            for cycle in begun.iterator()
        ),
        batch_size=500,
    )


class Migration(migrations.Migration):

    dependencies = [
        ("pdsa", "0002_predictions_and_days"),
    ]

    operations = [
        migrations.RunPython(lock, migrations.RunPython.noop, elidable=False),
    ]
