"""What every request meets on its way in, and every answer on its way out."""

from django.conf import settings
from django.middleware.locale import LocaleMiddleware
from django.shortcuts import render
from django.utils.translation import gettext as _

NUL = ("\x00", "%00")
PERMISSIONS_POLICY = ", ".join(
    f"{feature}=()"
    for feature in (
        "accelerometer",
        "camera",
        "display-capture",
        "geolocation",
        "gyroscope",
        "microphone",
        "midi",
        "payment",
        "usb",
    )
)


class RefuseMalformedRequests:
    """A NUL in an address is never a reader's; databases refuse it with an error."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if any(nul in request.path_info for nul in NUL):
            message = _("This address holds a sign that no address of the portal has.")
            return render(request, "400.html", {"message": message}, status=400)
        return self.get_response(request)


class ReadersLanguage(LocaleMiddleware):
    """Programs name the language they want; what they miss is no page elsewhere."""

    def process_response(self, request, response):
        if request.path_info.startswith("/api/"):
            return response
        return super().process_response(request, response)


class SecurityHeaders:
    """The headers Django and django-csp leave to us."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        if request.path_info.startswith("/admin/"):
            response._csp_config = settings.ADMIN_CONTENT_SECURITY_POLICY
            response.headers.setdefault("X-Robots-Tag", "noindex")
        return response
