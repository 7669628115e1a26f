import django.utils.timezone
from django.db import migrations, models
from django.db.models import F


def mark(apps, schema_editor):
    """What was stored is dated otherwise now: the worker writes it anew."""
    entries = apps.get_model("events", "CalendarEntry").objects
    entries.update(wanted=F("wanted") + 1)


class Migration(migrations.Migration):

    dependencies = [
        ("events", "0008_calendar_entries"),
    ]

    operations = [
        migrations.AddField(
            model_name="calendarentry",
            name="changed_at",
            field=models.DateTimeField(default=django.utils.timezone.now, editable=False),
        ),
        migrations.RunPython(mark, migrations.RunPython.noop),
    ]
