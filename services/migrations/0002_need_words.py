import uuid

from django.db import migrations, models


def give_uuids(apps, schema_editor):
    for need in apps.get_model('services', 'Need').objects.all():
        need.uuid = uuid.uuid4()
        need.save(update_fields=['uuid'])


class Migration(migrations.Migration):

    dependencies = [
        ('services', '0001_initial'),
    ]

    operations = [
        migrations.AddField(
            model_name='need',
            name='description_en',
            field=models.TextField(blank=True, verbose_name='description (en)'),
        ),
        migrations.AddField(
            model_name='need',
            name='description_es',
            field=models.TextField(blank=True, verbose_name='description (es)'),
        ),
        migrations.AddField(
            model_name='need',
            name='description_fr',
            field=models.TextField(blank=True, verbose_name='description (fr)'),
        ),
        migrations.AddField(
            model_name='need',
            name='description_nl',
            field=models.TextField(blank=True, verbose_name='description (nl)'),
        ),
        migrations.AddField(
            model_name='need',
            name='synonyms_en',
            field=models.TextField(blank=True, help_text='Separated by commas; the search finds it by these too.', verbose_name='other words for it (en)'),
        ),
        migrations.AddField(
            model_name='need',
            name='synonyms_es',
            field=models.TextField(blank=True, help_text='Separated by commas; the search finds it by these too.', verbose_name='other words for it (es)'),
        ),
        migrations.AddField(
            model_name='need',
            name='synonyms_fr',
            field=models.TextField(blank=True, help_text='Separated by commas; the search finds it by these too.', verbose_name='other words for it (fr)'),
        ),
        migrations.AddField(
            model_name='need',
            name='synonyms_nl',
            field=models.TextField(blank=True, help_text='Separated by commas; the search finds it by these too.', verbose_name='other words for it (nl)'),
        ),
        migrations.AddField(
            model_name='need',
            name='uuid',
            field=models.UUIDField(default=uuid.uuid4, editable=False, null=True),
        ),
        # Needs that are there already get one each, before it is unique.
        migrations.RunPython(give_uuids, migrations.RunPython.noop),
    ]
