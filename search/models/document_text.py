from django.db import models
from django.utils.translation import gettext_lazy as _
from wagtail.documents import get_document_model_string


class DocumentTextQuerySet(models.QuerySet):
    def unread(self):
        """Those whose title alone is found, by title."""
        unread = self.exclude(outcome=DocumentText.Outcome.READ)
        return unread.select_related("document").order_by("document__title", "pk")


class DocumentText(models.Model):
    """The text inside a document as it was read from its file, and how that went.

    Of public documents only; it goes when they go, and when they cease to be public.
    """

    class Outcome(models.TextChoices):
        READ = "read", _("read")
        EMPTY = "empty", _("no text inside: pictures of pages, perhaps")
        ENCRYPTED = "encrypted", _("encrypted, or locked by a password")
        BROKEN = "broken", _("damaged, or not what its name says")
        TOO_MUCH = "too_much", _("too large or too intricate")
        UNREAD = "unread", _("of a type whose text is not read")
        MISSING = "missing", _("the file cannot be opened now")

    document = models.OneToOneField(
        get_document_model_string(),
        on_delete=models.CASCADE,
        primary_key=True,
        related_name="text_inside",
        verbose_name=_("document"),
    )
    # Which file it was read from: another is read again.
    file_name = models.CharField(max_length=255)
    file_hash = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(_("outcome"), max_length=10, choices=Outcome)
    text = models.TextField(blank=True)
    # As guessed from the text; empty where it does not tell.
    language = models.CharField(max_length=10, blank=True)
    read_at = models.DateTimeField(_("read on"))

    objects = DocumentTextQuerySet.as_manager()

    class Meta:
        verbose_name = _("text of a document")
        verbose_name_plural = _("texts of documents")

    def __str__(self):
        return f"{self.document_id}: {self.outcome}"

    def is_of(self, document):
        """Whether the file of ``document`` is still the one that was read."""
        return (self.file_name, self.file_hash) == (
            document.file.name,
            document.file_hash,
        )
