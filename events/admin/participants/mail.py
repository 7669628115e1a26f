"""What mail went when, and what came of it; sending again what failed."""

from functools import cached_property

from django.core.paginator import Paginator
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages
from wagtail.admin.utils import get_valid_next_url_from_request

from events import mail_log, team
from events.admin.participants.forms import ListForm
from events.admin.participants.screen import (
    CHANGE,
    MeetingScreen,
    Screen,
    url_of,
)

PER_PAGE = 50


class Mails:
    """A list of mail, the latest first."""

    template_name = "events/admin/participants/mails.html"
    header_icon = "mail"

    def get_context_data(self, **kwargs):
        number = ListForm(self.request.GET).value("p")
        page = Paginator(self.mails(), PER_PAGE).get_page(number or 1)
        return {
            **super().get_context_data(**kwargs),
            "page": page,
            "sendings": mail_log.sendings(page.object_list),
            "may_change": self.may(CHANGE),
            "next": self.request.path,
        }


class MeetingMailScreen(Mails, MeetingScreen):
    page_title = gettext_lazy("Messages")

    @property
    def trail(self):
        return [*super().trail, (self.back, _("Participants"))]

    def mails(self):
        return mail_log.about(self.meeting.registrations.all())


class UndeliveredScreen(Mails, Screen):
    page_title = gettext_lazy("Messages not delivered")

    def mails(self):
        return mail_log.undelivered()


class RetryView(Screen):
    permission = CHANGE
    http_method_names = ["post"]

    @cached_property
    def sending(self):
        found = mail_log.sendings(mail_log.all_mail().filter(pk=self.kwargs["pk"]))
        if not found:
            raise Http404
        return found[0]

    def post(self, request, *args, **kwargs):
        sending = self.sending
        is_sent = sending.may_be_retried and team.retry(
            sending.mail,
            registration=sending.registration,
            by=request.user,
            now=self.now,
        )
        if is_sent:
            messages.success(request, _("The message is sent once more."))
        else:
            messages.warning(request, _("There was nothing to send again."))
        person = url_of("registration", sending.registration.pk)
        return redirect(get_valid_next_url_from_request(request) or person)
