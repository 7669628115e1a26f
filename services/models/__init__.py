from services.models.aide_memoire_choices import AideMemoireNeed, AideMemoireService
from services.models.aide_memoire_edition import AideMemoireEdition
from services.models.aide_memoire_page import AideMemoireIndexPage, AideMemoirePage
from services.models.availability import Delay, Saturation
from services.models.closure import TemporaryClosure
from services.models.contact import Contact, PrivateNote
from services.models.correction import Correction
from services.models.correspondent import Correspondent
from services.models.cost import CostOption
from services.models.directory_page import DirectoryPage
from services.models.document import RequiredDocument
from services.models.identifier import OrganisationIdentifier, ServiceIdentifier
from services.models.language import Language
from services.models.location import Location, ServiceAtLocation
from services.models.need import Need
from services.models.organisation import Organisation
from services.models.paper_order import PaperOrder
from services.models.pending_import import PendingImport
from services.models.phone import Phone
from services.models.schedule import Schedule, ScheduleException
from services.models.service import Service
from services.models.source import Source
from services.models.support_answer import SupportAnswer
from services.models.support_kind import SupportKind
from services.models.support_outcome import SupportLevel, SupportOutcome
from services.models.support_page import SupportPage
from services.models.support_request import SupportRequest
from services.models.support_team import SupportTeam
from services.models.support_trace import SupportTrace
from services.models.support_words import SupportMessage, SupportWords
from services.models.taxonomy import Axis, Taxonomy, Term
from services.models.type_profile import TypeProfile
from services.models.verification import Verification

__all__ = [
    "AideMemoireEdition",
    "AideMemoireIndexPage",
    "AideMemoireNeed",
    "AideMemoirePage",
    "AideMemoireService",
    "Axis",
    "Contact",
    "Correction",
    "Correspondent",
    "CostOption",
    "Delay",
    "DirectoryPage",
    "Language",
    "Location",
    "Need",
    "Organisation",
    "OrganisationIdentifier",
    "PaperOrder",
    "PendingImport",
    "Phone",
    "PrivateNote",
    "RequiredDocument",
    "Saturation",
    "Schedule",
    "ScheduleException",
    "Service",
    "ServiceAtLocation",
    "ServiceIdentifier",
    "Source",
    "SupportAnswer",
    "SupportKind",
    "SupportLevel",
    "SupportMessage",
    "SupportOutcome",
    "SupportPage",
    "SupportRequest",
    "SupportTeam",
    "SupportTrace",
    "SupportWords",
    "Taxonomy",
    "TemporaryClosure",
    "Term",
    "TypeProfile",
    "Verification",
]
