"""All that is kept of somebody who registered, for themselves."""

from events import notices, questions
from events.person_form import said_by

MOMENTS = (
    "arrived_at",
    "confirmed_at",
    "offered_at",
    "offer_until",
    "ended_at",
    "checked_in_at",
)


def of(registration):
    """What we hold, in an order one can read, ready to be written as JSON."""
    return {
        "meeting": {
            "identifier": registration.meeting.uuid,
            "date": registration.meeting.start_date,
        },
        "reference": registration.reference,
        "status": registration.status,
        "source": registration.source,
        **said_by(registration),
        "answers": [
            {"question": asked, "answer": said}
            for asked, said in questions.answered(registration)
        ],
        **{name: getattr(registration, name) for name in MOMENTS},
        "attestation": _attestation(registration),
        "messages": [_message(mail) for mail in notices.mail_of(registration)],
    }


def _attestation(registration):
    issued = getattr(registration, "attestation", None)
    return issued and {
        "number": issued.written_number,
        "name": issued.name,
        "issued": issued.issued_at,
    }


def _message(mail):
    return {
        "subject": mail.subject,
        "to": mail.to,
        "written": mail.created_at,
        "sent": mail.sent_at,
    }
