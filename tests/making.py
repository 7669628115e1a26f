"""Small true records for tests; each call names only what matters to the test."""

from datetime import date, datetime, time
from itertools import count
from zoneinfo import ZoneInfo

from wagtail.models import Page, Site

from events.models import (
    AgendaPage,
    Concertation,
    ConcertationIndexPage,
    ConcertationPage,
    Cycle,
    EventPage,
    Meeting,
    ReportPage,
    Venue,
)
from home.models import HomePage
from portal.core.models import Bassin, Commune, SiteSettings, Theme
from services.models import (
    DirectoryPage,
    Language,
    Location,
    Need,
    Organisation,
    Service,
    ServiceAtLocation,
    Taxonomy,
    Term,
)
from tests import ready_rows

BRUSSELS = ZoneInfo("Europe/Brussels")
numbers = count(1)


def brussels(*parts):
    """An instant in the wall-clock time of Brussels."""
    return datetime(*parts, tzinfo=BRUSSELS)


def make_site():
    """A home page in French with an agenda and a list of concertations."""
    ready_rows.once("site", _make_site)
    return HomePage.objects.get(slug="accueil")


def _make_site():
    Page.objects.filter(depth=2).delete()
    root = Page.get_first_root_node()
    home = root.add_child(instance=HomePage(title="Accueil", slug="accueil"))
    site = Site.objects.create(
        hostname="testserver", root_page=home, is_default_site=True
    )
    SiteSettings.objects.create(
        site=site,
        network_name_fr="Bassin d’essai",
        team_name_fr="Équipe d’essai",
        team_email="equipe@essai.example",
        urgency_fr="Appelez le 112.",
    )
    agenda = AgendaPage(title="Agenda", slug="agenda", show_in_menus=True)
    index = ConcertationIndexPage(
        title="Concertations", slug="concertations", show_in_menus=True
    )
    home.add_child(instance=agenda)
    home.add_child(instance=index)


def make_directory(home, **words):
    """The page that opens the directory to readers."""
    page = DirectoryPage(title="Annuaire", slug="annuaire", **words)
    home.add_child(instance=page)
    return page


def make_theme(name="Santé mentale", code=None):
    return Theme.objects.create(code=code or f"theme-{next(numbers)}", name_fr=name)


def make_commune(name="Etterbeek", slug=None):
    number = next(numbers)
    return Commune.objects.create(
        name_fr=name, slug=slug or f"commune-{number}", postcode=str(number)
    )


def make_venue(commune=None, **facts):
    return Venue.objects.create(
        name_fr="Salle", street="rue de l’Essai 1", commune=commune, **facts
    )


def make_need(name="Faire face à l’urgence ou à la crise"):
    number = next(numbers)
    return Need.objects.create(
        code=f"need-{number}", name_fr=name, short_name_fr="Crise", sort_order=number
    )


def make_concertation(theme=None):
    bassin = Bassin.objects.create(code=f"bassin-{next(numbers)}", name_fr="Sud-Est")
    return Concertation.objects.create(theme=theme or make_theme(), bassin=bassin)


def make_cycle(concertation=None, planned_meetings=3):
    return Cycle.objects.create(
        concertation=concertation or make_concertation(),
        season="2025-2026",
        planned_meetings=planned_meetings,
    )


def make_meeting(*, themes=(), needs=(), **facts):
    """A meeting of a Tuesday morning of 2026, unless told otherwise."""
    facts.setdefault("start_date", date(2026, 1, 20))
    facts.setdefault("start_time", time(9))
    meeting = Meeting(**facts)
    meeting.full_clean()
    meeting.save()
    meeting.themes.set(themes)
    meeting.needs.set(needs)
    return meeting


def announce(meeting, title="Une matinée", **words):
    """The published page of the agenda about ``meeting``."""
    page = EventPage(
        title=title, slug=f"rencontre-{next(numbers)}", meeting=meeting, **words
    )
    AgendaPage.objects.get().add_child(instance=page)
    return page


def make_concertation_page(concertation, **words):
    words.setdefault("title", "Santé mentale")
    page = ConcertationPage(
        slug=f"concertation-{next(numbers)}", concertation=concertation, **words
    )
    ConcertationIndexPage.objects.get().add_child(instance=page)
    return page


def report(meeting, parent, title="Un compte rendu", **words):
    """The published report of ``meeting``, under the page of its concertation."""
    page = ReportPage(
        title=title, slug=f"compte-rendu-{next(numbers)}", meeting=meeting, **words
    )
    parent.add_child(instance=page)
    return page


def make_term(axis="service_types", code=None, name="Équipe mobile de crise"):
    taxonomy, _created = Taxonomy.objects.get_or_create(
        code=axis, defaults={"name_fr": axis}
    )
    code = code or f"{axis}-{next(numbers)}"
    return Term.objects.create(taxonomy=taxonomy, code=code, name_fr=name)


def make_language(code="fr", name="français"):
    return Language.objects.get_or_create(code=code, defaults={"name_fr": name})[0]


def make_organisation(name="Association d’essai", **facts):
    return Organisation.objects.create(name_fr=name, **facts)


def make_service(name="Service d’essai", *, organisation=None, at=None, **facts):
    """A public service; ``communes=[…]`` and the like are given with the facts."""
    fields = {field.name for field in Service._meta.many_to_many}
    many = {name: facts.pop(name) for name in fields & set(facts)}
    organisation = organisation or make_organisation()
    service = Service(name_fr=name, organisation=organisation, **facts)
    for field, records in many.items():
        setattr(service, field, records)
    service.full_clean(exclude=["slug"])
    service.save()
    if at is not None:
        ServiceAtLocation.objects.create(service=service, location=at)
    return service


def make_location(commune=None, street="rue de l’Essai 1", **facts):
    if commune:
        facts.setdefault("postal_code", commune.postcode)
    return Location.objects.create(address_1=street, commune=commune, **facts)
