"""Who may do what in the admin, and how a text gets from a draft to the public."""

from django.contrib.auth.models import Group, Permission
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from wagtail.models import (
    Collection,
    GroupApprovalTask,
    GroupCollectionPermission,
    GroupPagePermission,
    Workflow,
    WorkflowContentType,
    WorkflowPage,
    WorkflowTask,
)

from home.content import roles
from services.models import Service


def load(homes):
    """Each role, once, with its rights below ``homes``; a home page that nobody has
    any right on yet is given the same."""
    new = [home for home in homes if not home.group_permissions.exists()]
    for role in roles.ROLES:
        group, is_new = Group.objects.get_or_create(name=role.name)
        if is_new:
            _grant(group, role)
        for home in homes if is_new else new:
            _grant_below(home, group, role)
    _review(homes)


def _grant_below(home, group, role):
    for codename in role.on_pages:
        permission = Permission.objects.get(
            content_type__app_label="wagtailcore", codename=codename
        )
        GroupPagePermission.objects.create(
            group=group, page=home, permission=permission
        )


def _grant(group, role):
    group.permissions.set(_permissions(role))
    for permission in _on_media() if role.on_pages else []:
        GroupCollectionPermission.objects.create(
            group=group,
            collection=Collection.get_first_root_node(),
            permission=permission,
        )


def _on_media():
    """For those who write: who only checks people in has no use for the media."""
    return Permission.objects.filter(
        content_type__app_label__in=["wagtailimages", "wagtaildocs"],
        codename__in=roles.ON_MEDIA,
    )


def _permissions(role):
    wanted = Q(content_type__app_label="wagtailadmin", codename="access_admin")
    for app_label, codename in role.on_records:
        wanted |= Q(content_type__app_label=app_label, codename=codename)
    for app_label in role.all_of:
        wanted |= Q(content_type__app_label=app_label)
    return Permission.objects.filter(wanted)


def _review(homes):
    """What the drafting team submits, the communications team reads and publishes."""
    workflow, is_new = Workflow.objects.get_or_create(name=roles.REVIEW)
    if is_new:
        task = GroupApprovalTask.objects.create(name=roles.REVIEW_TASK)
        task.groups.add(Group.objects.get(name=roles.COMMUNICATION))
        WorkflowTask.objects.create(workflow=workflow, task=task, sort_order=0)
    for home in homes:
        # A page has one, which the team may have changed.
        WorkflowPage.objects.get_or_create(page=home, defaults={"workflow": workflow})
    WorkflowContentType.objects.get_or_create(
        content_type=ContentType.objects.get_for_model(Service),
        defaults={"workflow": workflow},
    )
