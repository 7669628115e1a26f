"""What a fictional partner announces, put in once, on days counted from the loading."""

from events.models import PartnerCalendar, PartnerEntry
from events.partners import moderation
from events.partners.wording import Communes
from home.content import partners as content
from home.content.typography import typeset
from home.demo.examples import working_day
from portal.core.models import Commune, Theme


def load(today):
    calendar, is_new = PartnerCalendar.objects.get_or_create(
        organisation=content.CALENDAR["organisation"],
        defaults={
            **typeset(content.CALENDAR),
            "theme": Theme.objects.get(code=content.THEME),
            "commune": Commune.objects.get(postcode=content.POSTCODE),
        },
    )
    for facts in content.ENTRIES if is_new else []:
        _announce(calendar, typeset(facts), today)


def _announce(calendar, facts, today):
    day = working_day(today, facts.pop("in_days"))
    entry = PartnerEntry(calendar=calendar, start_date=day, **facts)
    entry.commune = Communes().named_in(entry.place) or calendar.commune
    moderation.mark_read(entry)
    entry.full_clean(exclude=["over_at"])
    entry.save()
