"""Saying that services are active, closed for a while, or closed for good."""

from django.core.exceptions import ValidationError
from django.db import transaction


@transaction.atomic
def set_status(services, status, *, by=None):
    """Give ``services`` this status; how many got it, and those that could not.

    A service whose draft waits is left: publishing the draft would undo it. So is one
    that its successor does not allow to be active.
    """
    done, left = 0, []
    for service in services:
        if service.has_unpublished_changes:
            left.append(service)
            continue
        service.status = status
        try:
            service.clean()
        except ValidationError:
            left.append(service)
            continue
        service.save_revision(user=by, log_action=True).publish(user=by)
        done += 1
    return done, left
