"""The facts of a meeting on one screen, in the order of the public page."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    HelpPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
)

from events.admin.double_booking import DoubleBookingPanel
from events.admin.forms import MeetingForm
from events.admin.inputs import day_input, hour_input, moment_input
from portal.core.models.words import columns


def in_rows(names):
    """The columns of a text two by two, French first."""
    pairs = zip(names[::2], names[1::2], strict=True)
    return [FieldRowPanel([FieldPanel(name) for name in pair]) for pair in pairs]


WHEN = MultiFieldPanel(
    [
        FieldRowPanel(
            [
                FieldPanel("start_date", widget=day_input()),
                FieldPanel("start_time", widget=hour_input()),
            ]
        ),
        FieldRowPanel(
            [
                FieldPanel("end_date", widget=day_input()),
                FieldPanel("end_time", widget=hour_input()),
            ]
        ),
        DoubleBookingPanel(),
        FieldPanel("to_confirm"),
        FieldPanel("date_precision", widget=forms.RadioSelect),
    ],
    heading=_("When"),
    help_text=_(
        "What you save on this screen takes effect at once, in every language: pages, "
        "reports and calendars follow."
    ),
)
WHERE = MultiFieldPanel(
    [
        FieldPanel("mode", widget=forms.RadioSelect),
        FieldPanel("venue"),
        FieldPanel("online_url"),
        FieldPanel("online_url_is_public"),
    ],
    heading=_("Where"),
)
WHAT = MultiFieldPanel(
    [
        FieldPanel("kind", widget=forms.Select),
        FieldRowPanel(
            [
                FieldPanel("concertation", widget=forms.Select),
                FieldPanel("reunion_number"),
            ]
        ),
        FieldRowPanel(
            [FieldPanel("cycle", widget=forms.Select), FieldPanel("cycle_rank")]
        ),
        FieldPanel("themes", widget=forms.CheckboxSelectMultiple),
        FieldPanel("needs", widget=forms.CheckboxSelectMultiple),
    ],
    heading=_("What about"),
    help_text=_(
        "The theme of a concertation is its own: tick others only when the meeting "
        "goes beyond it."
    ),
)
REGISTRATION = MultiFieldPanel(
    [
        FieldPanel("needs_registration"),
        FieldRowPanel([FieldPanel("capacity"), FieldPanel("reserved_places")]),
        FieldRowPanel(
            [
                FieldPanel("registration_opens_at", widget=moment_input()),
                FieldPanel("registration_closes_at", widget=moment_input()),
            ]
        ),
        FieldRowPanel([FieldPanel("promotes_by_offer"), FieldPanel("offer_hours")]),
        FieldRowPanel([FieldPanel("organisation_cap"), FieldPanel("cap_lifted_days")]),
        FieldRowPanel([FieldPanel("reminder_days"), FieldPanel("kept_months")]),
    ],
    heading=_("Registration"),
)
CHOICES = InlinePanel(
    "choices",
    [
        *in_rows(columns("label")),
        FieldPanel("capacity"),
    ],
    label=pgettext_lazy("of a list", "choice"),
    heading=_("Choices"),
    help_text=_("Only for the kinds of answer that are choices; there, two at least."),
)
QUESTIONS = InlinePanel(
    "questions",
    [
        FieldRowPanel([FieldPanel("field_type"), FieldPanel("required")]),
        *in_rows(columns("label")),
        *in_rows(columns("help_text")),
        CHOICES,
    ],
    label=pgettext_lazy("asked", "question"),
    heading=_("Questions of the form"),
    help_text=_(
        "Asked beside name, organisation and function: a workshop, a meal… Ask nothing "
        "about health: the form has a field for access, which is kept apart. A "
        "question that is removed leaves the form; what was answered to it is kept."
    ),
)
PRESENTATIONS = InlinePanel(
    "presentations",
    [FieldPanel("service")],
    label=_("service"),
    heading=_("Services that present their offer"),
    help_text=_("Their entry in the directory will show this meeting."),
)
STATUS = MultiFieldPanel(
    [
        FieldPanel("status"),
        FieldPanel("previous_date", widget=day_input()),
        *(FieldPanel(name) for name in columns("status_note")),
    ],
    heading=_("Status"),
    help_text=_(
        "A meeting that moves or is cancelled keeps its page, with the news on top."
    ),
)
ATTENDANCE = MultiFieldPanel(
    [
        HelpPanel(template="events/admin/counted.html"),
        FieldRowPanel(
            [
                FieldPanel("presenters"),
                FieldPanel("participants"),
                FieldPanel("walk_ins"),
            ]
        ),
        FieldPanel("editions", widget=forms.CheckboxSelectMultiple),
    ],
    heading=_("Attendance"),
    help_text=_(
        "After the meeting. The report shows the figures and adds them up. Left empty, "
        "participants and walk-ins are those who were checked in at the door."
    ),
)
EXAMPLE = MultiFieldPanel([FieldPanel("is_example")], heading=_("Example"))

MEETING = ObjectList(
    [
        WHEN,
        WHERE,
        WHAT,
        PRESENTATIONS,
        REGISTRATION,
        QUESTIONS,
        STATUS,
        ATTENDANCE,
        EXAMPLE,
    ],
    base_form_class=MeetingForm,
)
