from django.urls import path
from django.utils.translation import pgettext_lazy

from services.support import follow_views, request_views

urlpatterns = [
    path(
        pgettext_lazy("address", "support/received/<str:token>/"),
        request_views.support_received,
        name="support_received",
    ),
    path(
        pgettext_lazy("address", "support/request/<str:token>/"),
        follow_views.support_request,
        name="support_request",
    ),
    path(
        pgettext_lazy("address", "support/request/<str:token>/withdraw/"),
        follow_views.support_withdraw,
        name="support_withdraw",
    ),
    path(
        pgettext_lazy("address", "support/request/<str:token>/agree/"),
        follow_views.support_agree,
        name="support_agree",
    ),
    path(
        pgettext_lazy("address", "support/request/<str:token>/stay/"),
        follow_views.support_stay,
        name="support_stay",
    ),
    path(
        pgettext_lazy("address", "support/<str:slug>/<str:kind>/"),
        request_views.support_form,
        name="support_form",
    ),
]
