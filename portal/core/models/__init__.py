from portal.core.models.area import Bassin, Commune
from portal.core.models.base_page import BasePage
from portal.core.models.edition import Edition
from portal.core.models.mail import DeliveryAttempt, OutgoingMail
from portal.core.models.site_settings import SiteSettings
from portal.core.models.synonyms import Synonyms
from portal.core.models.theme import Theme
from portal.core.models.words import Words

__all__ = [
    "BasePage",
    "Bassin",
    "Commune",
    "DeliveryAttempt",
    "Edition",
    "OutgoingMail",
    "SiteSettings",
    "Synonyms",
    "Theme",
    "Words",
]
