"""Why something was not done with a request; ``message`` is for the screen."""

from django.utils.translation import gettext_lazy as _


class RefusedError(Exception):
    """What was asked is not done, and nothing was changed."""

    message = ""


class EndedError(RefusedError):
    message = _("This request is closed or withdrawn.")


class NotProposedError(RefusedError):
    message = _("No other team is proposed any more.")


class SameTeamError(RefusedError):
    message = _("It is this team’s already.")


class NotAMemberError(RefusedError):
    message = _("Only a member of the team can follow a request.")
