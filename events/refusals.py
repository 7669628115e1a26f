"""Why a verb of the seats was refused; ``message`` is for the screen."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from events.models.places import RegistrationState, too_few_words

CLOSED_WORDS = {
    RegistrationState.FREE: _("This meeting is open to all: no need to register."),
    RegistrationState.LATER: _("Registration is not open yet."),
    RegistrationState.CLOSED: _("Registration is closed."),
    RegistrationState.HELD_BACK: _("This meeting does not take place on that date."),
    RegistrationState.PAST: _("This meeting is over."),
}


class RefusedError(Exception):
    """What was asked is not done, and nothing was changed."""

    message = ""


class RegistrationClosedError(RefusedError):
    """Nobody may register now; ``state`` says why."""

    def __init__(self, meeting, state):
        super().__init__(state)
        self.meeting = meeting
        self.state = state
        self.message = CLOSED_WORDS[state]


class OfferOverError(RefusedError):
    message = _("This offer is over. Register again to join the waiting list.")


class SeatGoneError(RefusedError):
    message = _("Someone else was first. You keep your place on the waiting list.")


class UndoRefusedError(RefusedError):
    message = _("This can no longer be undone. Register again to come all the same.")


class TooLateError(RefusedError):
    message = _("The meeting is over, or you have already arrived there.")


class CapacityTooLowError(RefusedError):
    def __init__(self, held):
        super().__init__(held)
        self.held = held
        self.message = too_few_words(held)


class FormSpentError(RefusedError):
    message = _(
        "This form was sent before, and what it registered has been given back since. "
        "Your answers are kept: send them again to register anew."
    )


class ChoiceFullError(RefusedError):
    """What was chosen has no place left; ``questions`` are the keys to choose again."""

    message = _(
        "What you chose has just become full. Your answers are kept: choose again"
    )

    def __init__(self, questions):
        super().__init__()
        self.questions = questions


class ChoicePromisedError(RefusedError):
    """A choice cannot have fewer places than people who made it."""

    def __init__(self, label, count):
        super().__init__(count)
        self.message = ngettext(
            "“%(choice)s”: %(count)s person has this choice. Give it at least as many "
            "places, or 0 to close it.",
            "“%(choice)s”: %(count)s people have this choice. Give it at least as many "
            "places, or 0 to close it.",
            count,
        ) % {"choice": label, "count": count}


class NoSeatLeftError(RefusedError):
    message = _("No seat is left.")


class NotSeatedError(RefusedError):
    message = _("This person does not hold a confirmed seat.")


class AlreadyThereError(RefusedError):
    message = _("This address is already registered for that meeting.")


class NotPresentError(RefusedError):
    message = _("An attestation is for people who were checked in at the door.")


class NotOverError(RefusedError):
    message = _("Attestations can be made once the meeting is over.")
