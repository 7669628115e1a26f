"""One person: what they said, what they hold, what was done and what they were sent."""

from django.conf import settings
from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _

from events import corrections, mail_log, questions, seats
from events.admin.participants.forms import WordForm
from events.admin.participants.screen import CHANGE, PersonScreen, url_of
from events.admin.steps import Step
from events.models import Registration
from portal.core import when

LIVE_ACTS = [
    (_("Correct"), "edit", "correct_registration"),
    (_("Move to another meeting"), "redirect", "move_registration"),
    (_("Send the message again"), "mail", "send_registration_again"),
    (_("Cancel"), "cross", "cancel_registration"),
]
ENDED_ACTS = LIVE_ACTS[:1]
LAST_ACTS = [
    (_("Revoke the links"), "lock", "revoke_registration_links"),
    (_("Erase the data"), "bin", "erase_registration"),
]


class RegistrationScreen(PersonScreen):
    template_name = "events/admin/participants/person.html"

    @property
    def page_title(self):
        return self.name

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        registration = self.registration
        mails = mail_log.about(Registration.objects.filter(pk=registration.pk))
        return {
            **context,
            "said": self._said(),
            "rank": seats.position(registration),
            "sendings": mail_log.sendings(mails),
            "notes": registration.notes.select_related("by", "left"),
            "steps": self._steps(),
            "may_change": self.may(CHANGE),
            "note_form": WordForm(),
        }

    def _said(self):
        """Each answer under its label; needs for access for whoever may act."""
        who = self.registration
        need = getattr(who, "access_need", None) if self.may(CHANGE) else None
        said = [
            (_("Reference"), who.reference),
            (_("E-mail"), who.email),
            (_("Organisation"), who.organisation),
            (_("Function"), who.role),
            (_("Language of e-mails"), dict(settings.LANGUAGES).get(who.language)),
            (_("Need for access"), need and need.text),
            (_("Question for the presenters"), who.question),
            (_("On the list handed out"), _("yes") if who.is_listed else _("no")),
            *questions.answered(who),
            (_("Registered by"), who.get_source_display()),
            (_("Registered on"), capfirst(when.moment(who.arrived_at))),
        ]
        return [(label, words) for label, words in said if words]

    def _steps(self):
        if not self.may(CHANGE) or self.registration.anonymised_at:
            return []
        is_live = corrections.may_be_told(self.registration, self.now)
        acts = [*(LIVE_ACTS if is_live else ENDED_ACTS), *LAST_ACTS]
        return [
            Step(str(label), icon, url_of(name, self.registration.pk), begins=False)
            for label, icon, name in acts
        ]
