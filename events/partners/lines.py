"""What readers are shown of an entry of a partner, in the agenda and nowhere else."""

from dataclasses import dataclass

from events.models.partner_entry import PartnerEntry


@dataclass(frozen=True)
class PartnerLine:
    entry: PartnerEntry

    @property
    def timing(self):
        return self.entry

    @property
    def month(self):
        return self.entry.month

    @property
    def title(self):
        return self.entry.shown_title

    @property
    def partner(self):
        return self.entry.calendar.organisation
