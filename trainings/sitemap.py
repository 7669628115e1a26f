"""The addresses of records, beside that of the page above them."""

from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override


def entries(page, name, records, *, changed):
    """One for each of ``records``, read below ``page`` at the address ``name``.

    ``changed`` is the column that says when.
    """
    with override(page.locale.language_code):
        return [
            {
                "location": urljoin(settings.SITE_URL, reverse(name, args=[slug])),
                "lastmod": moment,
            }
            for slug, moment in records.values_list("slug", changed)
        ]
