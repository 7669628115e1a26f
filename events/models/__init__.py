# Facts first: the pages about them draw on the domain modules, which need the facts.
from events.models.venue import Venue  # isort: skip
from events.models.concertation import Concertation, Cycle  # isort: skip
from events.models.meeting import Meeting  # isort: skip
from events.models.question import Choice, Question  # isort: skip
from events.models.calendar_entry import CalendarEntry  # isort: skip
from events.models.partner_calendar import PartnerCalendar  # isort: skip
from events.models.partner_entry import PartnerEntry  # isort: skip
from events.models.registration import Registration  # isort: skip
from events.models.access_need import AccessNeed  # isort: skip
from events.models.registration_note import RegistrationNote  # isort: skip
from events.models.workplace import Workplace  # isort: skip
from events.models.attestation import Attestation  # isort: skip
from events.models.told_facts import ToldFacts  # isort: skip
from events.models.presentation import Presentation  # isort: skip
from events.models.receipt import Receipt  # isort: skip
from events.models.observation import Observation  # isort: skip
from events.models.sighting import Sighting  # isort: skip
from events.models.collective_action import CollectiveAction, Milestone  # isort: skip
from events.models.observation_step import ObservationStep  # isort: skip
from events.models.poll_question import PollQuestion  # isort: skip
from events.models.reported_need import ReportedNeed  # isort: skip
from events.models.impasse import Impasse  # isort: skip
from events.models.actions_page import ActionsPage
from events.models.agenda_page import AgendaPage
from events.models.concertation_page import ConcertationIndexPage, ConcertationPage
from events.models.event_page import EventPage
from events.models.report_page import ReportPage
from events.models.watch_page import WatchPage

# Gathered from reports.
from events.models.poll_figure import PollFigure  # isort: skip
from events.models.report_lead import ReportLead  # isort: skip

__all__ = [
    "AccessNeed",
    "ActionsPage",
    "AgendaPage",
    "Attestation",
    "CalendarEntry",
    "Choice",
    "CollectiveAction",
    "Concertation",
    "ConcertationIndexPage",
    "ConcertationPage",
    "Cycle",
    "EventPage",
    "Impasse",
    "Meeting",
    "Milestone",
    "Observation",
    "ObservationStep",
    "PartnerCalendar",
    "PartnerEntry",
    "PollFigure",
    "PollQuestion",
    "Presentation",
    "Question",
    "Receipt",
    "Registration",
    "RegistrationNote",
    "ReportLead",
    "ReportPage",
    "ReportedNeed",
    "Sighting",
    "ToldFacts",
    "Venue",
    "WatchPage",
    "Workplace",
]
