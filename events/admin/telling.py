"""Before a meeting changes that people registered for: what they will be told, and who.

The screen carries what was typed, so that nothing is lost on the way back, and the
state of the record it was shown for: a change made meanwhile is shown anew.
"""

from django import forms
from django.db import models
from django.utils.translation import ngettext

from events import changes


class Step(models.TextChoices):
    LATER = "later"
    NOW = "now"
    BACK = "back"


class TellingForm(forms.Form):
    """What the editor pressed on that screen; nothing when it was not shown yet."""

    prefix = "telling"
    step = forms.ChoiceField(choices=Step.choices, required=False)
    seen = forms.CharField(required=False)

    def __init__(self, data, stored):
        super().__init__(data)
        self.state = stored.changed_at.isoformat()
        self.is_valid()
        self.chosen = self.cleaned_data.get("step", "")

    @property
    def goes_back(self):
        return self.chosen == Step.BACK

    @property
    def confirms(self):
        was_seen = self.cleaned_data.get("seen") == self.state
        return was_seen and self.chosen in {Step.LATER, Step.NOW}

    @property
    def quiet(self):
        return changes.AT_ONCE if self.chosen == Step.NOW else changes.QUIET

    @property
    def typed(self):
        """All that the form of the meeting sent, field by field."""
        ours = {self.add_prefix(name) for name in self.fields} | {"csrfmiddlewaretoken"}
        return [
            (name, value)
            for name, values in self.data.lists()
            for value in values
            if name not in ours
        ]


def people_words(news):
    """« 12 personnes inscrites », « 3 personnes en attente »: whom a change tells."""
    counted = [
        (
            ngettext(
                "%(count)s person who has a seat",
                "%(count)s people who have a seat",
                news.seated,
            ),
            news.seated,
        ),
        (
            ngettext(
                "%(count)s person to whom a seat is offered",
                "%(count)s people to whom a seat is offered",
                news.offered,
            ),
            news.offered,
        ),
        (
            ngettext(
                "%(count)s person on the waiting list",
                "%(count)s people on the waiting list",
                news.waiting,
            ),
            news.waiting,
        ),
    ]
    return [words % {"count": count} for words, count in counted if count]


def unreachable_words(news):
    if not news.unreachable:
        return ""
    return ngettext(
        "%(count)s person registered without an e-mail address: tell them yourself.",
        "%(count)s people registered without an e-mail address: tell them yourself.",
        news.unreachable,
    ) % {"count": news.unreachable}
