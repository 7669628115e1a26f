"""The addresses of many pages at once."""

from wagtail.models import Site


def share_roots(pages):
    """Give ``pages``, a list, where their sites begin: else each asks for itself."""
    roots = Site.get_site_root_paths() if pages else []
    for page in pages:
        # Where Wagtail keeps them for one request.
        page._wagtail_cached_site_root_paths = roots
    return pages
