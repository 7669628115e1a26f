"""What the team does for one person: each asks on its own page, then acts by POST."""

from django.db.models import Q
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from wagtail.admin import messages

from events import team
from events.admin.participants import forms
from events.admin.participants.screen import CHANGE, PersonScreen
from events.models import Meeting, RegistrationNote
from events.offers import NOT_TAKING_PLACE
from events.refusals import RefusedError


class ActScreen(PersonScreen):
    """Says what will happen; ``do`` may raise RefusedError, and nothing is lost."""

    permission = CHANGE
    template_name = "events/admin/participants/act.html"
    form_class = forms.NoteForm
    # What will happen, and the word of the button.
    words = ""
    button = ""
    done = ""
    is_serious = False

    @property
    def page_subtitle(self):
        return self.name

    @property
    def trail(self):
        return [*super().trail, (self.back, self.name)]

    def form(self, data=None):
        return self.form_class(data)

    def post(self, request, *args, **kwargs):
        form = self.form(request.POST)
        if form.is_valid():
            try:
                self.do(form, by=request.user, now=self.now)
            except RefusedError as refused:
                form.add_error(None, str(refused.message))
            else:
                messages.success(request, str(self.done))
                return redirect(self.back)
        messages.validation_error(request, _("Nothing was changed."), form)
        return self.render_to_response(self.get_context_data(form=form))

    def get_context_data(self, **kwargs):
        return {
            **super().get_context_data(**{"form": self.form(), **kwargs}),
            "words": self.words,
            "button": self.button,
            "is_serious": self.is_serious,
        }


class CorrectScreen(ActScreen):
    page_title = gettext_lazy("Correct")
    words = gettext_lazy(
        "With a new e-mail address, the links that were sent end, and what the person "
        "holds is told to the new address."
    )
    button = gettext_lazy("Save")
    done = gettext_lazy("The corrections are kept.")

    def form(self, data=None):
        return forms.CorrectForm.of(self.registration, data)

    def do(self, form, *, by, now):
        team.correct(
            self.registration,
            answers=form.answers(),
            by=by,
            note=form.cleaned_data["note"],
            now=now,
        )


class MoveScreen(ActScreen):
    page_title = gettext_lazy("Move to another meeting")
    words = gettext_lazy(
        "The person gets a free seat there, the seat they had goes to whoever has "
        "waited longest, and they are told by e-mail."
    )
    button = gettext_lazy("Move")
    done = gettext_lazy("The person is moved, and told of it.")

    def form(self, data=None):
        others = Meeting.objects.upcoming(self.now).exclude(
            Q(pk=self.meeting.pk) | Q(status__in=NOT_TAKING_PLACE)
        )
        return forms.MoveForm(data, meetings=others.with_facts())

    def do(self, form, *, by, now):
        team.move(self.registration, **form.cleaned_data, by=by, now=now)


class CancelScreen(ActScreen):
    page_title = gettext_lazy("Cancel the registration")
    words = gettext_lazy(
        "What the person holds is given back at once, perhaps to somebody who waits, "
        "and they are told by e-mail. This is not taken back here."
    )
    button = gettext_lazy("Yes, cancel")
    done = gettext_lazy("The registration is cancelled.")
    is_serious = True

    def do(self, form, *, by, now):
        team.cancel(self.registration, **form.cleaned_data, by=by, now=now)


class SendAgainScreen(ActScreen):
    page_title = gettext_lazy("Send the message again")
    words = gettext_lazy(
        "The person gets once more the message about what they hold, with the link to "
        "manage it."
    )
    button = gettext_lazy("Send")
    done = gettext_lazy("The message is on its way.")

    def form(self, data=None):
        seen = {"seen": self.registration.revision}
        return forms.SendAgainForm(data, initial=seen)

    def do(self, form, *, by, now):
        team.send_again(self.registration, **form.cleaned_data, by=by, now=now)


class RevokeScreen(ActScreen):
    page_title = gettext_lazy("Revoke the links")
    words = gettext_lazy(
        "The links in messages sent until now open nothing any more, e.g. because they "
        "were forwarded. The person keeps their seat; send them the message again to "
        "give them a new link."
    )
    button = gettext_lazy("Yes, revoke")
    done = gettext_lazy("The links are revoked.")
    is_serious = True

    def do(self, form, *, by, now):
        team.revoke_links(self.registration, **form.cleaned_data, by=by, now=now)


class EraseScreen(ActScreen):
    page_title = gettext_lazy("Erase the data")
    words = gettext_lazy(
        "What the person holds is given back. Their name, address, answers, messages "
        "and the notes about them are erased for good; that somebody was registered is "
        "still counted."
    )
    button = gettext_lazy("Yes, erase")
    done = gettext_lazy("The data are erased.")
    form_class = forms.forms.Form
    is_serious = True

    def do(self, form, *, by, now):
        team.erase(self.registration, by=by, now=now)


class NoteScreen(ActScreen):
    page_title = RegistrationNote.Act.NOTE.label
    button = gettext_lazy("Keep the note")
    done = gettext_lazy("The note is kept.")
    form_class = forms.WordForm

    def do(self, form, *, by, now):
        team.note(self.registration, **form.cleaned_data, by=by, now=now)
