"""How sure readers may be, in the words of a tag."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from portal.core import when
from services import freshness
from services.freshness import Family, Freshness


@dataclass(frozen=True)
class Standing:
    state: str
    assured: date | None

    @classmethod
    def of(cls, assured, today, *, family=Family.ENTRY):
        return cls(freshness.of(assured, today, family=family), assured)

    @property
    def is_fresh(self):
        return self.state == Freshness.FRESH

    @property
    def is_demoted(self):
        """True where nobody vouches for it any more."""
        return self.state in {Freshness.STALE, Freshness.NEVER}

    @property
    def words(self):
        """« Vérifié le 3 décembre 2025 », « À vérifier : octobre 2024 »"""
        if self.state == Freshness.NEVER:
            return _("Never verified yet")
        if self.state == Freshness.STALE:
            return _("To be verified: %(month)s") % {"month": when.month(self.assured)}
        day = when.day(self.assured, weekday=False)
        if self.state == Freshness.TO_CONFIRM:
            return _("Verified on %(day)s, to be confirmed") % {"day": day}
        return _("Verified on %(day)s") % {"day": day}
