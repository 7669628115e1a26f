"""What an import leaves in the history of each entry."""

from django.contrib.contenttypes.models import ContentType
from django.utils import timezone
from wagtail.models import ModelLogEntry

from services.models import Service


def keep_before(service):
    """Keep what is there, so that what changed can be shown; once is enough."""
    if service.latest_revision_id is None:
        Service.objects.get(pk=service.pk).save_revision(changed=False, clean=False)


def keep_after(updates, *, by):
    """Enter the new state of each in its history, as what is public now."""
    for update in updates:
        service = Service.objects.get(pk=update.service.pk)
        revision = service.save_revision(
            user=by, changed=False, clean=False, log_action="wagtail.edit"
        )
        Service.objects.filter(pk=service.pk).update(live_revision=revision)


def keep_creations(services, *, by):
    """One line in the history of each new entry; its text is what is stored."""
    content_type = ContentType.objects.get_for_model(Service)
    now = timezone.now()
    ModelLogEntry.objects.bulk_create(
        [
            ModelLogEntry(
                content_type=content_type,
                object_id=str(service.pk),
                label=str(service)[:255],
                action="wagtail.create",
                timestamp=now,
                user=by,
                content_changed=True,
            )
            for service in services
        ],
        batch_size=500,
    )
