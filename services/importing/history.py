"""What an import leaves in the history of each entry, written many at a time.

The same as ``save_revision`` of Wagtail leaves for one. What an entry says after the
file is what it said before, with what the file changed: nothing is read again while
others wait to write.
"""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from modelcluster.models import ClusterableModel, get_serializable_data_for_fields
from wagtail.models import ModelLogEntry, Revision

from services.columns import CODES
from services.importing import tables
from services.models import Service

AT_ONCE = 200
# Known once all is written.
LATE = ("changed_at", "assured_date", "assured_by")
REVISIONS = ("latest_revision", "live_revision")


class History:
    def __init__(self):
        self.before, self.said = [], {}

    def remember(self, service):
        """``service``, asked for ``with_everything``, as it is before it changes."""
        said = self.said[service.pk] = service.serializable_data()
        # Kept once: what was there before the first change.
        if service.latest_revision_id is None:
            self.before.append(_revision(service, said))

    def retell(self, service):
        """``service`` as it will be, but for the rows that belong to it."""
        facts = get_serializable_data_for_fields(service)
        self.said[service.pk] = {**self.said[service.pk], **facts}

    def keep_before(self):
        """Keep what was there, so that what changed can be shown."""
        Revision.objects.bulk_create(self.before, batch_size=AT_ONCE)

    def keep_after(self, services, rows, *, by):
        """Enter the new state of each in its history, as what is public now.

        ``rows`` gives those of a service that changed, all written by now.
        """
        for some in tables.portions(services):
            self._keep_after(some, rows, by)

    def _keep_after(self, services, rows, by):
        revisions = [
            _revision(service, self._said_now(service, rows(service)), by)
            for service in services
        ]
        Revision.objects.bulk_create(revisions, batch_size=AT_ONCE)
        kept = list(zip(services, revisions, strict=True))
        for service, revision in kept:
            service.latest_revision = service.live_revision = revision
        tables.change((service, REVISIONS) for service in services)
        _log(kept, "wagtail.edit", by)

    def keep_creations(self, services, *, by):
        """One line in the history of each new entry; its text is what is stored."""
        _log([(service, None) for service in services], "wagtail.create", by)

    def _said_now(self, service, rows):
        return {
            **self.said[service.pk],
            **{name: getattr(service, name) for name in LATE},
            "organisation": service.organisation.pk,
            "successor": service.successor_id,
            **{name: _said(name, told) for name, told in rows.items()},
        }


def _said(name, rows):
    """The rows of a service as a revision holds them; a term is but its number."""
    if name in CODES:
        return [row.pk for row in rows]
    return [_said_of(row) for row in rows]


def _said_of(row):
    if isinstance(row, ClusterableModel):
        return row.serializable_data()
    return get_serializable_data_for_fields(row)


def _revision(service, said, by=None):
    return Revision(
        content_object=service,
        base_content_type=Service.get_base_content_type(),
        created_at=timezone.now(),
        user=by,
        content=said,
        object_str=str(service),
    )


def _log(entries, action, by):
    content_type = ContentType.objects.get_for_model(Service)
    now = timezone.now()
    ModelLogEntry.objects.bulk_create(
        [
            ModelLogEntry(
                content_type=content_type,
                object_id=str(service.pk),
                label=str(service)[:255],
                action=action,
                timestamp=now,
                user=by,
                revision=revision,
                content_changed=revision is None,
            )
            for service, revision in entries
        ],
        batch_size=AT_ONCE,
    )
