"""Who comes to a meeting: the seats, the queue, and everybody's state."""

from functools import cached_property

from django.core.paginator import Paginator
from django.shortcuts import redirect
from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import Column, Table

from events import exports
from events.admin.participants.forms import ListForm, SearchForm
from events.admin.participants.screen import (
    ADD,
    CHANGE,
    EXPORT,
    MeetingScreen,
    url_of,
)
from events.admin.steps import Step, on_the_day
from events.participants import STATES, Participants

PER_PAGE = 50


class PersonColumn(Column):
    """The name, which leads to what may be done, and what they said they are."""

    cell_template_name = "events/admin/participants/person_cell.html"

    def get_value(self, registration):
        return url_of("registration", registration.pk)


class StateColumn(Column):
    """What is held or waited for, since or until when."""

    cell_template_name = "events/admin/participants/state_cell.html"


class ParticipantsScreen(MeetingScreen):
    page_title = _("Participants")
    template_name = "events/admin/participants/list.html"

    @cached_property
    def participants(self):
        return Participants(self.meeting)

    @cached_property
    def state(self):
        return ListForm(self.request.GET).value("state") or ""

    def post(self, request, *args, **kwargs):
        """Look for somebody: a name is not written in an address."""
        form = SearchForm(request.POST)
        words = form.cleaned_data["words"] if form.is_valid() else ""
        if not (words or form.errors):
            return redirect(request.path)
        found = self.participants.find(words)
        context = self.get_context_data(search=form)
        return self.render_to_response(
            {**context, "table": self._table(found), "found": len(found)}
        )

    def get_context_data(self, **kwargs):
        context = super().get_context_data(**kwargs)
        page = self._page()
        return {
            "search": SearchForm(),
            **context,
            "participants": self.participants,
            "figures": self._figures(),
            "steps": self._steps(),
            "choices": self._choices(),
            "state": self.state,
            "page": page,
            "table": self._table(page.object_list),
            "exports": exports.noted(self.meeting) if self.may(EXPORT) else [],
            "may_place": self.may(CHANGE),
            "communes_url": url_of("participants_communes", self.meeting.pk),
        }

    def _figures(self):
        """The seats, which add up to the capacity, and those without one."""
        who, meeting = self.participants, self.meeting
        no_limit = _("no limit")
        figures = [
            (_("Capacity"), no_limit if who.free is None else meeting.capacity),
            (_("Places already taken"), meeting.reserved_places),
            (_("Seats confirmed"), who.counts["confirmed"]),
            (_("Seats offered"), who.counts["offered"]),
            (_("Free"), no_limit if who.free is None else who.free),
            (_("On the waiting list"), who.counts["waiting"]),
            (_("Cancelled, declined or expired"), who.ended),
        ]
        if who.stand_ins:
            figures.append((_("In the chair of somebody absent"), who.stand_ins))
        return figures

    def _page(self):
        number = ListForm(self.request.GET).value("p")
        people = self.participants.among(self.state)
        return Paginator(people, PER_PAGE).get_page(number or 1)

    def _table(self, people):
        columns = [
            PersonColumn("person", label=_("Person")),
            StateColumn(
                "state",
                label=_("State"),
                accessor=lambda who: self.participants.ranks.get(who.pk),
            ),
        ]
        return Table(columns, list(people))

    def _choices(self):
        """The parts of the list, and how many are in each where that is known."""
        counts = self.participants.counts
        counts = {**counts, "ended": self.participants.ended}
        return [("", _("Everybody"), None)] + [
            (state, label, counts.get(state)) for state, label in STATES.items()
        ]

    def _steps(self):
        steps = [
            (ADD, _("Register someone"), "plus", "add_participant"),
            (EXPORT, _("Export"), "download", "export_participants"),
            (None, _("Messages"), "mail", "participants_mail"),
            ("events.change_meeting", _("Facts and capacity"), "edit", "edit"),
        ]
        mine = [
            Step(str(label), icon, url_of(name, self.meeting.pk), begins=False)
            for permission, label, icon, name in steps
            if permission is None or self.may(permission)
        ]
        return [*mine, *on_the_day(self.meeting, self.request.user)]
