"""Images that editors sent, served by the portal itself wherever they are stored.

Only what is made to be seen: renditions and portraits of editors. Originals keep what
cameras write into them, and documents have a view of their own that knows who may
read them.
"""

import mimetypes

from django.core.files.storage import default_storage
from django.http import Http404, HttpResponse
from django.utils.http import http_date
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

FOLDERS = {"images", "avatar_images"}
TYPES = {"image/gif", "image/jpeg", "image/png", "image/webp"}


@require_safe
@cache_control(public=True, max_age=24 * 60 * 60)
def image(request, name):
    folder, *rest = name.split("/")
    kind, _ = mimetypes.guess_type(name)
    if folder not in FOLDERS or ".." in rest or kind not in TYPES:
        raise Http404
    try:
        with default_storage.open(name) as file:
            response = HttpResponse(file.read(), content_type=kind)
    except OSError as error:
        raise Http404 from error
    changed = default_storage.get_modified_time(name)
    response["Last-Modified"] = http_date(changed.timestamp())
    return response
