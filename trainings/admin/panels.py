"""A need and a training on one form each."""

from django import forms
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import (
    FieldPanel,
    FieldRowPanel,
    InlinePanel,
    MultiFieldPanel,
    ObjectList,
    TabbedInterface,
)

from services.admin.panels import boxes, in_rows, words

NEED = ObjectList(
    [
        MultiFieldPanel(in_rows("title"), heading=_("Need")),
        words("description", _("Description")),
        FieldRowPanel([FieldPanel("origin"), FieldPanel("source")]),
        InlinePanel(
            "ranks",
            [
                FieldPanel("meeting"),
                FieldRowPanel([FieldPanel("rank"), FieldPanel("votes")]),
            ],
            label=_("rank"),
            heading=_("Ranks"),
            help_text=_(
                "One for each meeting that put needs in order. The latest meeting of a "
                "concertation says which rank is in force."
            ),
        ),
        boxes("themes"),
        FieldPanel("is_public", permission="trainings.publish_trainingneed"),
        FieldPanel("slug"),
    ]
)
WHAT = [
    FieldPanel("kind", widget=forms.RadioSelect),
    MultiFieldPanel(in_rows("title"), heading=_("Title")),
    MultiFieldPanel(in_rows("summary"), heading=_("Summary")),
    words("description", _("Description")),
    FieldRowPanel([FieldPanel("partner"), FieldPanel("partner_name")]),
    FieldPanel("url"),
    FieldPanel("is_on_demand"),
    MultiFieldPanel(
        [
            FieldPanel("is_public", permission="trainings.publish_training"),
            FieldPanel("is_example"),
            FieldPanel("slug"),
        ],
        heading=_("Publication"),
    ),
]
FOR_WHOM = [
    words("audience", _("For whom")),
    words("prerequisites", _("Prerequisites")),
    MultiFieldPanel(
        [
            FieldRowPanel([FieldPanel("is_free"), FieldPanel("amount")]),
            *in_rows("price_note"),
        ],
        heading=_("Price"),
    ),
]
ANSWERS = [boxes("needs"), boxes("themes")]
SESSIONS = [
    InlinePanel(
        "sessions",
        [FieldPanel("meeting")],
        label=_("session"),
        heading=_("Sessions"),
        help_text=_(
            "A session is a meeting: its date, its seats and its waiting list are "
            "there. Choose one that exists, or save the training and use « New "
            "session »."
        ),
    )
]
TRAINING = TabbedInterface(
    [
        ObjectList(WHAT, heading=_("What and who")),
        ObjectList(FOR_WHOM, heading=_("For whom, how much")),
        ObjectList(ANSWERS, heading=_("Needs and themes")),
        ObjectList(SESSIONS, heading=_("Sessions")),
    ]
)
