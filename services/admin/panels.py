"""An entry on one form, in tabs: who, access, where, when, how much and how soon."""

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
    TabbedInterface,
)

from portal.core.models.words import columns
from services.admin.inputs import DaysOfTheWeek, day_input, hour_input

PRIVATE = "services.view_private_part"


def in_rows(name):
    """The columns of a text two by two, French first."""
    names = columns(name)
    pairs = zip(names[::2], names[1::2], strict=True)
    return [FieldRowPanel([FieldPanel(column) for column in pair]) for pair in pairs]


def words(name, heading, help_text=""):
    return MultiFieldPanel(
        in_rows(name), heading=heading, help_text=help_text, classname="collapsed"
    )


def boxes(name):
    return FieldPanel(name, widget=forms.CheckboxSelectMultiple)


def days(*names):
    return FieldRowPanel([FieldPanel(name, widget=day_input()) for name in names])


def hours():
    names = ("opens_at", "closes_at")
    return FieldRowPanel([FieldPanel(name, widget=hour_input()) for name in names])


WHO = [
    FieldPanel("organisation"),
    MultiFieldPanel(in_rows("name"), heading=_("Name")),
    words("alternate_name", _("Other name")),
    MultiFieldPanel(in_rows("description"), heading=_("What it does")),
    FieldRowPanel([FieldPanel("url"), FieldPanel("email")]),
    boxes("service_types"),
    boxes("needs"),
    MultiFieldPanel(
        [
            boxes("publics"),
            FieldRowPanel([FieldPanel("minimum_age"), FieldPanel("maximum_age")]),
        ],
        heading=_("For whom"),
    ),
    words("eligibility_description", _("More about who it is for")),
    boxes("languages"),
    boxes("themes"),
    MultiFieldPanel(
        [
            FieldPanel("status"),
            FieldPanel("successor"),
            FieldPanel("is_fictional"),
        ],
        heading=_("Status"),
    ),
    words("alert", _("Notice of the moment")),
]
ACCESS = [
    boxes("modes"),
    boxes("conditions"),
    MultiFieldPanel(in_rows("application_process"), heading=_("How to ask")),
    InlinePanel(
        "phones",
        [
            FieldRowPanel(
                [FieldPanel("number"), FieldPanel("extension"), FieldPanel("type")]
            ),
            *in_rows("description"),
            boxes("languages"),
            FieldPanel("location"),
        ],
        label=_("phone number"),
        heading=_("Phone numbers"),
        help_text=_(
            "The one who answers first stands first. Give no number that you did not "
            "read or hear from the service."
        ),
    ),
    words("interpretation_services", _("Interpreters")),
    InlinePanel(
        "required_documents",
        [*in_rows("document"), FieldPanel("uri")],
        label=_("document"),
        heading=_("Documents to bring"),
    ),
    words("not_offered", _("What it does not do")),
    words("refer_elsewhere", _("When to orient elsewhere")),
]
WHERE = [
    MultiFieldPanel(
        [
            boxes("communes"),
            boxes("bassins"),
            FieldRowPanel([FieldPanel("serves_region"), FieldPanel("serves_country")]),
            *in_rows("area_note"),
        ],
        heading=_("Area served"),
        help_text=_(
            "Where the people it is for live. The address below says where it sits; "
            "the two often differ."
        ),
    ),
    InlinePanel(
        "service_at_locations",
        [FieldPanel("location"), *in_rows("description")],
        label=_("place"),
        heading=_("Places"),
    ),
]
WHEN = [
    InlinePanel(
        "schedules",
        [
            FieldPanel("byday", widget=DaysOfTheWeek),
            hours(),
            *in_rows("description"),
            days("valid_from", "valid_to"),
            FieldPanel("open_on_holidays"),
            FieldPanel("location"),
        ],
        label=_("hours"),
        heading=_("Hours of the week"),
        help_text=_("On public holidays it is closed, unless you say otherwise."),
    ),
    InlinePanel(
        "schedule_exceptions",
        [days("from_date", "to_date"), hours(), *in_rows("reason")],
        label=_("exception"),
        heading=_("Days that are otherwise"),
        help_text=_("Without hours, it is closed on these days."),
    ),
    InlinePanel(
        "closures",
        [days("from_date", "to_date"), *in_rows("reason")],
        label=_("closure"),
        heading=_("Temporary closures"),
        help_text=_(
            "Announced 15 days before, shown while it lasts, gone the day after."
        ),
    ),
]
HOW_MUCH = [
    MultiFieldPanel(
        [
            FieldRowPanel(
                [
                    FieldPanel("delay"),
                    FieldPanel("delay_as_of", widget=day_input()),
                    FieldPanel("delay_ask_again_on", widget=day_input()),
                ]
            ),
            FieldRowPanel(
                [
                    FieldPanel("saturation"),
                    FieldPanel("saturation_as_of", widget=day_input()),
                    FieldPanel("saturation_ask_again_on", widget=day_input()),
                ]
            ),
        ],
        heading=_("Delay and saturation"),
        help_text=_("Each with the day it was said on: without it, it is not shown."),
    ),
    MultiFieldPanel(in_rows("fees_description"), heading=_("What it costs")),
    InlinePanel(
        "cost_options",
        [
            *in_rows("option"),
            FieldRowPanel(
                [
                    FieldPanel("amount"),
                    FieldPanel("as_of", widget=day_input()),
                    FieldPanel("valid_to", widget=day_input()),
                ]
            ),
            *in_rows("amount_description"),
            FieldRowPanel([FieldPanel("reference_title"), FieldPanel("reference_url")]),
        ],
        label=_("price"),
        heading=_("Prices"),
    ),
]
PRIVATE_PART = [HelpPanel(template="services/admin/private_panel.html")]
CHECKS = [
    HelpPanel(template="services/admin/checks_panel.html"),
    InlinePanel(
        "sources",
        [
            FieldRowPanel([FieldPanel("title"), FieldPanel("page_date")]),
            FieldPanel("url"),
            FieldPanel("note"),
        ],
        label=pgettext_lazy("of an entry", "source"),
        heading=_("Sources"),
    ),
    InlinePanel(
        "identifiers",
        [
            FieldRowPanel([FieldPanel("scheme"), FieldPanel("identifier")]),
            FieldPanel("url"),
        ],
        label=_("identifier"),
        heading=_("External identifiers"),
    ),
    FieldPanel("slug"),
]

SERVICE = TabbedInterface(
    [
        ObjectList(WHO, heading=_("Who and what")),
        ObjectList(ACCESS, heading=_("Access")),
        ObjectList(WHERE, heading=_("Where")),
        ObjectList(WHEN, heading=_("When")),
        ObjectList(HOW_MUCH, heading=_("How much, how soon")),
        ObjectList(PRIVATE_PART, heading=_("Private"), permission=PRIVATE),
        ObjectList(CHECKS, heading=_("Verifications")),
    ]
)
