from django import template
from django.conf import settings

from portal.core import when

register = template.Library()
register.filter(when.moment)


@register.simple_tag
def site_name():
    """The name the editors' screens carry."""
    return settings.WAGTAIL_SITE_NAME
