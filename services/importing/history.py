"""What an import leaves in the history of each entry, written many at a time.

The same as ``save_revision`` of Wagtail leaves for one.
"""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import ModelLogEntry, Revision

from services.models import Service

AT_ONCE = 200


class History:
    def __init__(self):
        self.numbers, self.before = [], []

    def remember(self, service):
        """``service``, asked for ``with_everything``, as it is before it changes."""
        self.numbers.append(service.pk)
        # Kept once: what was there before the first change.
        if service.latest_revision_id is None:
            self.before.append(_revision(service))

    def keep_before(self):
        """Keep what was there, so that what changed can be shown."""
        Revision.objects.bulk_create(self.before, batch_size=AT_ONCE)

    def keep_after(self, *, by):
        """Enter the new state of each in its history, as what is public now."""
        for start in range(0, len(self.numbers), AT_ONCE):
            some = Service.objects.with_everything().filter(
                pk__in=self.numbers[start : start + AT_ONCE]
            )
            self._keep_after(list(some), by)

    def keep_creations(self, services, *, by):
        """One line in the history of each new entry; its text is what is stored."""
        _log([(service, None) for service in services], "wagtail.create", by)

    def _keep_after(self, services, by):
        revisions = [_revision(service, by) for service in services]
        Revision.objects.bulk_create(revisions, batch_size=AT_ONCE)
        for service, revision in zip(services, revisions, strict=True):
            Service.objects.filter(pk=service.pk).update(
                latest_revision=revision, live_revision=revision
            )
        _log(zip(services, revisions, strict=True), "wagtail.edit", by)


def _revision(service, by=None):
    return Revision(
        content_object=service,
        base_content_type=Service.get_base_content_type(),
        created_at=timezone.now(),
        user=by,
        content=service.serializable_data(),
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
