"""The answer to whoever follows what is new; each room brings its items."""

from urllib.parse import urljoin
from uuid import uuid5

from django.conf import settings
from django.urls import register_converter
from django.utils.encoding import escape_uri_path
from django.utils.translation import get_language
from wagtail.models import Site

from portal.core import editioned, news
from portal.core.models import SiteSettings


class NewsFormat:
    """The ending of an address: « rss », « atom » or « json »."""

    regex = "|".join(news.FORMATS)
    to_python = to_url = staticmethod(str)


register_converter(NewsFormat, "news")


def of(request, ending, *, name, title, description, pages, items):
    """``items()`` as the format of ``ending``, e.g. the agenda as Atom.

    ``name`` tells the channels of a site apart for ever; the first published of
    ``pages`` is where a person reads the same.
    """
    write, content_type = news.FORMATS[ending]

    def made():
        site = Site.find_for_request(request)
        network = SiteSettings.for_request(request).network_name
        language = get_language()
        page = pages.published().first()
        channel = news.Channel(
            uuid=uuid5(site.root_page.translation_key, f"{name}/{language}"),
            title=f"{network} – {title}",
            description=description % {"network": network},
            url=page.full_url if page else urljoin(settings.SITE_URL, f"/{language}/"),
            feed_url=urljoin(settings.SITE_URL, escape_uri_path(request.path)),
            author=network,
            language=language,
            changed_at=editioned.changed_at(request),
            items=items(),
        )
        return write(channel)

    return editioned.packed(request, made, content_type=content_type)
