"""What a meeting asks those who register, beside who they are."""

import uuid

from django.db import models
from django.utils.dateparse import parse_date
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel
from wagtail.models import Orderable

from portal.core import when
from portal.core.models import Words


class FieldType(models.TextChoices):
    """Names of Wagtail's form builder (``wagtail.contrib.forms``).

    Left out: « hidden », which nobody could answer; « email » and « url », since we
    have the address of the person, and links of strangers are nothing to show the team;
    « datetime », which no browser asks in one clear field; « multiselect », a list one
    cannot use without a Ctrl key, where « checkboxes » ask the same.
    """

    SINGLELINE = "singleline", _("A line of text")
    MULTILINE = "multiline", _("A longer text")
    NUMBER = "number", _("A number")
    DATE = "date", _("A date")
    CHECKBOX = "checkbox", _("One box to tick")
    RADIO = "radio", _("One choice, all of them in sight")
    DROPDOWN = "dropdown", _("One choice, from a list")
    CHECKBOXES = "checkboxes", _("Several choices")


CHOOSING = {FieldType.RADIO, FieldType.DROPDOWN, FieldType.CHECKBOXES}


class Question(ClusterableModel, Orderable):
    """One question of a meeting; its key stays when its words change."""

    FieldType = FieldType

    meeting = ParentalKey(
        "events.Meeting", on_delete=models.CASCADE, related_name="questions"
    )
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    label = Words(models.CharField, pgettext_lazy("asked", "question"), max_length=200)
    help_text = Words(models.CharField, _("help"), max_length=300, blank=True)
    field_type = models.CharField(
        _("kind of answer"),
        max_length=10,
        choices=FieldType.choices,
        default=FieldType.RADIO,
    )
    required = models.BooleanField(
        _("an answer is needed"),
        default=False,
        help_text=_(
            "Ask only what you need: each answer takes a registrant some time."
        ),
    )

    class Meta(Orderable.Meta):
        verbose_name = pgettext_lazy("asked", "question")
        verbose_name_plural = pgettext_lazy("asked", "questions")
        constraints = [
            models.CheckConstraint(
                condition=models.Q(field_type__in=FieldType.values),
                name="events_question_known_field_type",
            )
        ]

    def __str__(self):
        return self.label

    @property
    def key(self):
        """The name of its answers, in a form and in a registration."""
        return str(self.uuid)

    @property
    def clean_name(self):
        """As Wagtail's form builder calls the key."""
        return self.key

    @property
    def default_value(self):
        """For Wagtail's form builder: nothing is answered before it is asked."""
        return None

    @property
    def has_choices(self):
        return self.field_type in CHOOSING

    def words_of(self, value):
        """An answer in the reader's language; nothing for a choice since removed."""
        if self.has_choices:
            chosen = [value] if isinstance(value, str) else value
            labels = {choice.key: choice.label for choice in self.choices.all()}
            known = all(key in labels for key in chosen)
            return ", ".join(labels[key] for key in chosen) if known else ""
        if self.field_type == FieldType.CHECKBOX:
            return gettext("Yes") if value else gettext("No")
        if self.field_type == FieldType.DATE and value:
            return when.day(parse_date(value))
        return str(value)


class Choice(Orderable):
    """One of the answers to choose from, perhaps with a number of places of its own."""

    question = ParentalKey(Question, on_delete=models.CASCADE, related_name="choices")
    uuid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    label = Words(
        models.CharField, pgettext_lazy("of a list", "choice"), max_length=160
    )
    capacity = models.PositiveSmallIntegerField(
        _("places for this choice"),
        null=True,
        blank=True,
        help_text=_("Empty: no limit. 0 closes the choice to whoever has not made it."),
    )

    class Meta(Orderable.Meta):
        verbose_name = pgettext_lazy("of a list", "choice")
        verbose_name_plural = pgettext_lazy("of a list", "choices")

    def __str__(self):
        return self.label

    @property
    def key(self):
        return str(self.uuid)
