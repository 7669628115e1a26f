"""What a partner announces, as it wrote it, and what the team makes of it."""

from django.contrib.admin import display
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.text import capfirst
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from events.models.partner_calendar import LONGEST_ADDRESS, PartnerCalendar
from events.models.timing import Timing
from portal.core import when
from portal.core.models import Commune, Theme

# What the partner says of it; a new version replaces these, and nothing else.
THEIRS = (
    "title",
    "start_date",
    "start_time",
    "end_date",
    "end_time",
    "to_confirm",
    "place",
    "url",
    "is_cancelled",
)


class PartnerEntryQuerySet(models.QuerySet):
    def accepted(self):
        """Those the agenda shows: read by the team, and still announced."""
        return self.filter(
            state=PartnerEntry.State.PUBLISHED,
            gone_at=None,
            calendar__is_active=True,
        )

    def known(self):
        """Those somebody announces, whatever the team decided of showing them."""
        return self.filter(gone_at=None, calendar__is_active=True)

    def to_read(self):
        """Those that wait for the team: new ones, and those the partner changed."""
        awaited = Q(state=PartnerEntry.State.DRAFT) | Q(has_changed=True)
        return self.filter(awaited, gone_at=None)

    def upcoming(self, now):
        return self.filter(over_at__gt=now)

    def about(self, *themes):
        """Those of one of ``themes``, their own or their calendar's."""
        borrowed = Q(theme=None, calendar__theme__in=themes)
        return self.filter(Q(theme__in=themes) | borrowed)

    def in_communes(self, *communes):
        """Those that take place there, as the team says or as their place does."""
        recognised = Q(own_commune=None, commune__in=communes)
        return self.filter(Q(own_commune__in=communes) | recognised)

    def in_month(self, first_day):
        return self.filter(
            start_date__year=first_day.year, start_date__month=first_day.month
        )

    def in_order(self):
        return self.order_by("start_date", "start_time", "pk")

    def with_facts(self):
        return self.select_related(
            "calendar__theme", "calendar__commune", "theme", "commune", "own_commune"
        )


class PartnerEntry(Timing):
    """One date of a partner. Its words are kept apart from the team's corrections.

    A date, an hour, a place or a cancellation is shown as the partner has it now. A
    title or a link is shown as the team read it, until it reads the new one.
    """

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("partner entry", "to be read")
        PUBLISHED = "published", pgettext_lazy("partner entry", "in the agenda")
        REFUSED = "refused", pgettext_lazy("partner entry", "left out")

    calendar = models.ForeignKey(
        PartnerCalendar,
        on_delete=models.CASCADE,
        related_name="entries",
        verbose_name=_("partner calendar"),
    )
    uid = models.CharField(max_length=255, editable=False)
    # Which date of a series, as calendars write it (RFC 5545, 3.8.4.4); else empty.
    recurrence_id = models.CharField(max_length=16, blank=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    stamped_at = models.DateTimeField(null=True, editable=False)
    title = models.CharField(_("title"), max_length=255)
    place = models.CharField(_("place"), max_length=255, blank=True)
    url = models.URLField(_("page"), max_length=LONGEST_ADDRESS, blank=True)
    is_cancelled = models.BooleanField(_("cancelled"), default=False)
    commune = models.ForeignKey(
        Commune,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("commune found in the place"),
        null=True,
        blank=True,
    )
    own_title = models.CharField(
        _("your title"),
        max_length=255,
        blank=True,
        help_text=_("Empty: the partner's. It stays when the partner changes theirs."),
    )
    own_place = models.CharField(
        _("your words for the place"), max_length=255, blank=True
    )
    own_commune = models.ForeignKey(
        Commune,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("commune"),
        null=True,
        blank=True,
        help_text=_("Empty: the one found in the place, else the calendar's."),
    )
    theme = models.ForeignKey(
        Theme,
        on_delete=models.PROTECT,
        related_name="+",
        verbose_name=_("theme"),
        null=True,
        blank=True,
        help_text=_("Empty: the one of the calendar."),
    )
    state = models.CharField(
        _("decision"), max_length=10, choices=State.choices, default=State.DRAFT
    )
    # Since when the partner announces it no more; it is kept, and may come back.
    gone_at = models.DateTimeField(_("withdrawn since"), null=True, editable=False)
    # The partner's words as the team read them last, and whether they changed since.
    read = models.JSONField(default=dict, encoder=DjangoJSONEncoder, editable=False)
    has_changed = models.BooleanField(default=False, editable=False)
    received_at = models.DateTimeField(default=timezone.now, editable=False)

    objects = PartnerEntryQuerySet.as_manager()

    class Meta:
        verbose_name = _("partner entry")
        verbose_name_plural = _("partner entries")
        ordering = ["start_date", "start_time", "pk"]
        constraints = [
            *Timing.Meta.constraints,
            models.UniqueConstraint(
                fields=["calendar", "uid", "recurrence_id"],
                name="events_partner_entry_one_per_date_of_a_uid",
            ),
            models.CheckConstraint(
                condition=Q(has_changed=False) | ~Q(state="draft"),
                name="events_partner_entry_changes_since_it_was_read",
            ),
            models.CheckConstraint(
                condition=~Q(title=""),
                name="events_partner_entry_has_a_title",
            ),
        ]

    def __str__(self):
        return f"{capfirst(self.when_words)} – {self.shown_title}"

    @property
    def theirs(self):
        return {name: getattr(self, name) for name in THEIRS}

    def as_read(self):
        """The entry as the partner had it when the team read it last."""
        fields = self._meta
        return PartnerEntry(
            **{
                name: fields.get_field(name).to_python(value)
                for name, value in self.read.items()
            }
        )

    @property
    def when_words(self):
        """« mardi 20 janvier 2026, de 9 h à 13 h »"""
        hours = when.hours(self.start_time, self.end_time)
        days = when.days(self.start_date, self.end_date)
        return ", ".join(part for part in (days, hours) if part)

    @property
    def month(self):
        return when.month(self.start_date)

    @property
    def short_month(self):
        return when.short_month(self.start_date)

    @property
    @display(description=_("Title"))
    def shown_title(self):
        return self.own_title or self.read.get("title") or self.title

    @property
    def shown_url(self):
        """The partner's page about it, else the partner's own."""
        return self.read.get("url", self.url) or self.calendar.website

    @property
    def shown_place(self):
        return self.own_place or self.place or gettext("Place to be confirmed")

    @property
    def shown_commune(self):
        return self.own_commune or self.commune

    @property
    def shown_theme(self):
        return self.theme or self.calendar.theme

    @property
    def standing(self):
        """« à relire », « dans l'agenda, modifiée », « retirée par le partenaire »"""
        if self.gone_at:
            return gettext("withdrawn by the partner")
        if self.has_changed:
            return gettext("%(state)s, changed since") % {
                "state": self.get_state_display()
            }
        return self.get_state_display()
