from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from portal.core.models import Words


class SupportLevel(models.Model):
    """Where support acts: institutions, professionals, the people they accompany."""

    code = models.SlugField(_("code"), max_length=40, unique=True)
    name = Words(models.CharField, _("name"), max_length=80)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("level of support")
        verbose_name_plural = _("levels of support")
        ordering = ["sort_order", "pk"]

    def __str__(self):
        return self.name

    @property
    def results(self):
        return [one for one in self.outcomes.all() if not one.is_difficulty]

    @property
    def difficulties(self):
        return [one for one in self.outcomes.all() if one.is_difficulty]


class SupportOutcome(models.Model):
    """A result or a difficulty of support at one level: shown, and used to close."""

    class Sort(models.TextChoices):
        RESULT = "result", pgettext_lazy("of support", "result")
        DIFFICULTY = "difficulty", pgettext_lazy("of support", "difficulty")

    code = models.SlugField(_("code"), max_length=60, unique=True)
    level = models.ForeignKey(
        SupportLevel,
        on_delete=models.PROTECT,
        related_name="outcomes",
        verbose_name=_("level"),
    )
    sort = models.CharField(_("sort"), max_length=10, choices=Sort.choices)
    name = Words(models.CharField, _("name"), max_length=200)
    sort_order = models.PositiveSmallIntegerField(_("order"), default=0)

    class Meta:
        verbose_name = _("result or difficulty")
        verbose_name_plural = _("results and difficulties")
        ordering = ["level__sort_order", "-sort", "sort_order", "pk"]

    def __str__(self):
        return self.name

    @property
    def is_difficulty(self):
        return self.sort == self.Sort.DIFFICULTY
