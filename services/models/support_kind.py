from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.models import Words


class SupportKind(models.Model):
    """Something a team does; most can be asked for, each with a few fields of its own.

    ``own_words`` are those the team presents itself with, ``name`` what the form says.
    """

    class Section(models.TextChoices):
        INTERVENTION = "intervention", _("intervention")
        MODALITY = "modality", _("way of intervening")
        OTHER = "other", _("neither")

    code = models.SlugField(_("code"), max_length=40, unique=True)
    section = models.CharField(
        _("shown among"), max_length=12, choices=Section.choices, default=Section.OTHER
    )
    own_words = Words(
        models.CharField, _("in the words of the team"), max_length=200, blank=True
    )
    is_asked = models.BooleanField(_("can be asked for"), default=True)
    name = Words(models.CharField, _("name on the form"), max_length=120)
    hint = Words(models.CharField, _("what it is for"), max_length=200, blank=True)
    question = Words(
        models.CharField,
        _("what the form asks"),
        max_length=120,
        blank=True,
        help_text=_("Empty: “What brings you, in a few lines”."),
    )
    example = Words(
        models.CharField,
        _("an example of how to say it"),
        max_length=300,
        blank=True,
        help_text=_("Shown above the field: it names nobody."),
    )
    asks_level = models.BooleanField(_("asks where it is stuck"), default=False)
    asks_tried = models.BooleanField(_("asks what was tried"), default=False)
    asks_availability = models.BooleanField(_("asks when to meet"), default=False)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("kind of support")
        verbose_name_plural = _("kinds of support")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.name
