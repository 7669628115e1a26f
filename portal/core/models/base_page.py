from django.db import models
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, MultiFieldPanel
from wagtail.models import Locale, Page, PageManager, PageQuerySet

from portal.core import edition
from portal.core.drawn_pages import for_anybody
from portal.core.searchable import Field

SUMMARY_LENGTH = 320


class PublishedQuerySet(PageQuerySet):
    def published(self):
        """What anyone may read, in their language: the one gate to the public."""
        key = ("published", get_language())
        gate = edition.kept(key, lambda: (self.private_q(), Locale.get_active()))
        private, locale = gate
        return self.live().exclude(private).filter(locale=locale)

    def published_in_any_language(self):
        """The same, for what reaches readers of several languages at once."""
        return self.live().public()


BasePageManager = PageManager.from_queryset(PublishedQuerySet)


class BasePage(Page):
    """What every page of the portal carries: a summary, and a card for sharing."""

    summary = models.TextField(
        _("summary"),
        max_length=SUMMARY_LENGTH,
        blank=True,
        help_text=_(
            "One sentence, 160 characters if you can. Lists, search, calendars and "
            "shared links use it."
        ),
    )
    card_image = models.ForeignKey(
        "wagtailimages.Image",
        on_delete=models.SET_NULL,
        null=True,
        blank=True,
        related_name="+",
        verbose_name=_("image of the card"),
        help_text=_("Shown when the page is shared. Never a person one accompanies."),
    )

    objects = BasePageManager()

    # The kind of result that pages of this type are.
    search_kind = "page"
    # Whether the menu shows pages of this type apart from the others.
    stands_apart = False

    allowed_http_methods = ["GET", "HEAD", "OPTIONS"]

    content_panels = [*Page.content_panels, FieldPanel("summary")]
    promote_panels = [
        *Page.promote_panels,
        MultiFieldPanel([FieldPanel("card_image")], heading=_("Shared link")),
    ]

    class Meta:
        abstract = True

    def serve(self, request, *args, **kwargs):
        return for_anybody(super().serve(request, *args, **kwargs))

    def searched_parts(self):
        """(Field, text) of what a reader may look for; page types add their own."""
        return [(Field.SUMMARY, self.search_description)]

    def searched_date(self):
        """The day that tells how fresh, or of when, this page is."""
        changed = self.last_published_at
        return timezone.localdate(changed) if changed else None

    def searched_as_stale(self):
        return False

    def text_of(self, name):
        """The plain text of one of the page's rich fields or streams."""
        field = self._meta.get_field(name)
        said = map(str, field.get_searchable_content(getattr(self, name)))
        # What a field of a block holds where nothing was written in it.
        return " ".join(text for text in said if text != str(None))

    @cached_property
    def crumbs(self):
        """The parents a reader can climb to, from the home page down."""
        return self.get_ancestors().live().filter(depth__gt=1).specific(defer=True)

    @property
    def description(self):
        return self.search_description or self.summary
