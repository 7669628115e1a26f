"""Letters to everybody who has a seat: a meeting nears, or is over."""

from datetime import timedelta

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from events.letters.facts import line_of
from events.models.meeting import Meeting
from portal.core import when
from portal.core.letters import act, sentence


def reminder(facts):
    subject = _("Reminder: %(facts)s") % {"facts": facts.all_in_short}
    start = facts.meeting.start_time
    if _is_tomorrow(facts) and start:
        subject = _("Tomorrow, %(hour)s: %(place)s") % {
            "hour": when.hour(start),
            "place": facts.meeting.short_place,
        }
    return subject, [
        sentence(_see_you(facts)),
        facts.when_and_where,
        facts.online,
        _to_read(facts),
        act(
            _("Unable to come? Give your seat back:"),
            link=_("Manage my registration"),
            url=facts.manage_url,
        ),
        _people_wait(facts),
    ]


def report_online(facts):
    page = facts.line.report_page
    return _("The report of %(day)s is online") % {
        "day": when.day(facts.meeting.start_date, weekday=False, year=False)
    }, [
        sentence(_("Thank you for being there.")),
        act(
            _("The report and the actions that were decided:"),
            link=facts.title,
            url=page.full_url if page else facts.manage_url,
        ),
        facts.next_date,
    ]


def _is_tomorrow(facts):
    tomorrow = timezone.localdate(facts.now) + timedelta(days=1)
    return facts.meeting.start_date == tomorrow


def _see_you(facts):
    if _is_tomorrow(facts):
        return _("See you tomorrow.")
    return _("See you on %(day)s.") % {"day": facts.day}


def _to_read(facts):
    """The report of what came before in the same concertation."""
    concertation = facts.meeting.concertation
    if not concertation:
        return None
    earlier = Meeting.objects.filter(
        concertation=concertation, start_date__lt=facts.meeting.start_date
    )
    before = earlier.in_order().last()
    report = line_of(before, facts.now).report_page if before else None
    if not report:
        return None
    return act(_("To read before you come:"), link=report.title, url=report.full_url)


def _people_wait(facts):
    count = facts.meeting.registrations.waiting().count()
    if not count:
        return None
    words = ngettext("%(count)s person waits.", "%(count)s people wait.", count)
    return sentence(words % {"count": count})
