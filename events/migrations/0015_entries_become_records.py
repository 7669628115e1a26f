"""Entries that reports held as text become entries that may name a record.

What was heard keeps its words, and an editor chooses its record when the report is
next opened; an action, which had an owner and a state, becomes a record at once.
"""

import json

from django.db import migrations
from django.utils import timezone
from django.utils.html import strip_tags

RENAMED = {"planned": "decided"}
ENDED = {"done", "dropped"}


def move(apps, schema_editor):
    ReportPage = apps.get_model("events", "ReportPage")
    Revision = apps.get_model("wagtailcore", "Revision")
    for page in ReportPage.objects.select_related("meeting"):
        known = {}
        sections = _moved(page.sections.raw_data, page.meeting, known, apps)
        stored = ReportPage.objects.filter(pk=page.pk)
        stored.update(sections=sections)
        revisions = Revision.objects.filter(
            object_id=str(page.pk), base_content_type__app_label="wagtailcore"
        )
        for revision in revisions:
            drafted = json.loads(revision.content.get("sections") or "[]")
            moved = _moved(drafted, page.meeting, known, apps)
            revision.content["sections"] = json.dumps(moved)
            revision.save(update_fields=["content"])


def _moved(sections, meeting, known, apps):
    return [_section(dict(section), meeting, known, apps) for section in sections]


def _section(section, meeting, known, apps):
    if section["type"] == "watch":
        _each(section["value"], "observations", _observed)
    elif section["type"] == "obstacles":
        _each(section["value"], "obstacles", _observed)
    elif section["type"] == "actions":
        _each(
            section["value"],
            "actions",
            lambda value: _decided(value, meeting, known, apps),
        )
    return section


def _each(value, name, change):
    value[name] = [
        {**entry, "value": change(entry["value"])} for entry in value.get(name, [])
    ]


def _observed(value):
    if isinstance(value, dict):
        return value
    return {"observation": None, "words": value}


def _decided(value, meeting, known, apps):
    if "action" in value:
        return value
    title = strip_tags(value["text"]).strip()
    if title not in known:
        known[title] = _action(apps, title, value, meeting)
    return {"action": known[title], "text": value["text"]}


def _action(apps, title, value, meeting):
    state = RENAMED.get(value["state"], value["state"])
    action = apps.get_model("events", "CollectiveAction").objects.create(
        title_fr=title[:200] or "–",
        owner=value["owner"],
        meeting=meeting,
        state=state,
        ended_on=timezone.localdate() if state in ENDED else None,
        why_dropped_fr="–" if state == "dropped" else "",
    )
    return action.pk


class Migration(migrations.Migration):
    dependencies = [("events", "0014_records_of_reports")]

    operations = [migrations.RunPython(move, migrations.RunPython.noop)]
