"""Forms whose free texts must name nobody.

Whoever writes is shown what was found and asked to say it otherwise. Sent again as it
is, a text goes on without what was found: nobody is turned away by a wrong guess, and
what was found is kept nowhere. The form itself carries which findings were shown, as a
fingerprint that cannot be read back.
"""

from django import forms
from django.utils import timezone
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from portal.core import identifiers


class NamelessForm(forms.Form):
    """``now`` is set by the form it is mixed into."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)

    # The fields in which nobody may be named.
    free = ()

    def clean(self):
        if self._findings and not self._was_shown():
            for name, found in self._findings.items():
                self.add_error(name, _asking_to_rephrase(found))
        else:
            self._leave_out()
        return super().clean()

    @property
    def fingerprint(self):
        """What the form is shown again with; empty where nothing was found."""
        if not (self.is_bound and self._findings):
            return ""
        found = sorted(
            f"{name}:{one.kind}:{one.text}"
            for name, findings in self._findings.items()
            for one in findings
        )
        return salted_hmac("support.findings", "\n".join(found)).hexdigest()

    @property
    def own(self):
        """What the person may say of themselves: their e-mail and phone, as typed."""
        return {self.cleaned_data.get(name, "") for name in ("email", "phone")}

    @cached_property
    def _findings(self):
        today = timezone.localdate(self.now)
        own = {_signs(text) for text in self.own if text}
        found = {}
        for name in self.free:
            text = self.cleaned_data.get(name) or ""
            findings = identifiers.find(text, today=today)
            others = [one for one in findings if _signs(one.text) not in own]
            if others:
                found[name] = others
        return found

    def _was_shown(self):
        said = self.cleaned_data.get("seen") or ""
        return constant_time_compare(said, self.fingerprint)

    def _leave_out(self):
        for name, findings in self._findings.items():
            text = self.cleaned_data[name]
            self.cleaned_data[name] = identifiers.masked(text, findings)


def _asking_to_rephrase(findings):
    found = ", ".join(_("“%s”") % one.text + f" ({one.kind.label})" for one in findings)
    return _(
        "This seems to tell who somebody is: %(found)s. Say it otherwise; or send "
        "again as it is, and this will be left out."
    ) % {"found": found}


def _signs(text):
    return "".join(sign for sign in text.lower() if sign.isalnum() or sign == "@")
