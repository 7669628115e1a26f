"""The letters to who said « moi aussi »; each holds a way out."""

from urllib.parse import urljoin

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from portal.core.letters import Letter, act, facts, sentence
from portal.core.models import SiteSettings
from trainings.voices import links


def confirm(voice):
    """Asks to confirm, in the language of the voice."""
    with translation.override(voice.language):
        days = links.CONFIRMED_WITHIN.days
        return Letter(
            _("Confirm that you need it too"),
            (
                sentence(_("Hello,")),
                sentence(
                    _("Somebody, you no doubt, said with this address: I need it too.")
                ),
                facts(voice.need.title),
                act(
                    _("Your voice counts once you confirm it:"),
                    link=_("Confirm my voice"),
                    url=_whole("voice_confirmation", links.to_confirm(voice)),
                ),
                sentence(
                    _(
                        "It was not you? Do nothing: in %(days)s days this address "
                        "is erased, and you hear no more of it."
                    )
                    % {"days": days}
                ),
                _foot(),
            ),
        )


def known(voice):
    """Says to the address alone that its voice counts already."""
    with translation.override(voice.language):
        return Letter(
            _("Your voice already counts"),
            (
                sentence(_("Hello,")),
                sentence(_("This address has already said: I need it too.")),
                facts(voice.need.title),
                way_out(voice),
                _foot(),
            ),
        )


def session(line, training, voices):
    """A session opened that answers needs of this person; in the active language."""
    needs = [voice.need.title for voice in voices]
    said = ngettext(
        "You said that you need it too; a date now answers that need:",
        "You said that you need these too; a date now answers those needs:",
        len(needs),
    )
    return Letter(
        _("%(title)s: %(day)s")
        % {"title": training.title, "day": line.meeting.day_words},
        (
            sentence(_("Hello,")),
            sentence(said),
            facts(*needs),
            facts(
                _("%(kind)s: %(title)s")
                % {"kind": training.get_kind_display(), "title": training.title},
                line.when_words,
                line.place,
                line.registration_words,
            ),
            act(
                _("See it, and register:"),
                link=_("See the date"),
                url=urljoin(settings.SITE_URL, line.url),
            ),
            way_out(voices[0]),
            _foot(),
        ),
    )


def way_out(voice):
    return act(
        _("Take your voice back, stop these messages, or have all of it erased:"),
        link=_("Manage my voice"),
        url=_whole("voice", links.own(voice)),
    )


def _foot():
    return sentence(
        _("This message is sent by a machine."),
        str(SiteSettings.of_the_network().team_name),
    )


def _whole(name, token):
    return urljoin(settings.SITE_URL, reverse(name, args=[token]))
