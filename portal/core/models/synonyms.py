from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _

from portal.core.analysis import fold
from portal.core.models.words import Words, columns


class Synonyms(models.Model):
    """Words and phrases that mean the same to a reader, in every language.

    Each finds what the others find: SSM, service de santé mentale, CGG.
    """

    terms = Words(
        models.TextField,
        _("words"),
        blank=True,
        help_text=_("One word, phrase or acronym per line; the usual one first."),
    )
    shows_urgency = models.BooleanField(
        _("shows what to do in an emergency"),
        default=False,
        help_text=_("Before the results, for whoever looks for one of these words."),
    )

    class Meta:
        verbose_name = _("synonyms")
        verbose_name_plural = _("synonyms")
        ordering = ["terms_fr", "pk"]

    def __str__(self):
        return ", ".join(self.by_language().get("fr", [])[:3]) or self.any_term()

    def clean(self):
        super().clean()
        written = [term for terms in self.by_language().values() for term in terms]
        if not any(fold(term) for term in written):
            raise ValidationError(_("Write at least one word."))

    def by_language(self):
        """The terms of each language that has some."""
        lines = {
            name[-2:]: getattr(self, name).splitlines() for name in columns("terms")
        }
        said = {code: [one.strip() for one in all_] for code, all_ in lines.items()}
        return {code: [one for one in all_ if one] for code, all_ in said.items()}

    def any_term(self):
        return next((terms[0] for terms in self.by_language().values() if terms), "–")

    def add(self, language, term):
        """One more term; nothing where it is there already."""
        known = self.by_language()[language]
        if fold(term) not in map(fold, known):
            setattr(self, f"terms_{language}", "\n".join([*known, term.strip()]))
