from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def site_name():
    """The name the editors' screens carry."""
    return settings.WAGTAIL_SITE_NAME
