from urllib.parse import urlsplit

import pytest
from django.contrib.auth import get_user_model
from django.contrib.auth.models import Group
from django.core.management import call_command
from django.urls import reverse
from django.utils.translation import override
from wagtail.models import Locale, Page, Site, Workflow

from events.models import Concertation, Meeting, Venue
from home import starter as starting_point
from home.content.roles import (
    ADMINISTRATION,
    COMMUNICATION,
    DRAFTING,
    RECEPTION,
    SUPPORT,
)
from home.models import HomePage, StandardPage
from portal.core.models import Bassin, Commune, SiteSettings, Theme
from services.models import DirectoryPage, Need
from tests.home.reading import every_row, rich_texts, streams


def front_door(language="fr"):
    return HomePage.objects.get(locale__language_code=language)


FICTIONAL = ("exemple", "fictif", ".example", "lorem")


@pytest.fixture
def member_of(django_user_model):
    def make(role):
        user = django_user_model.objects.create_user(role.casefold())
        user.groups.add(Group.objects.get(name=role))
        return user

    return make


def test_a_site_starts_without_one_fictional_entry(starter):
    texts = [text for _features, text in rich_texts()]
    texts += Page.objects.values_list("title", flat=True)

    assert not Meeting.objects.exists()
    assert not Venue.objects.exists()
    assert not get_user_model().objects.exists()
    assert not [t for t in texts for word in FICTIONAL if word in t.casefold()]


def test_a_site_starts_without_contact_data_nobody_gave(starter):
    settings = SiteSettings.objects.get()

    assert settings.network_name_fr == "Bassin Sud-Est"
    assert settings.team_email == settings.security_email == ""
    assert settings.team_phone == ""
    assert not settings.contact_is_fictional


def test_urgency_is_said_in_the_four_languages(starter):
    settings = SiteSettings.objects.get()

    for language in ("fr", "nl", "en", "es"):
        assert "112" in getattr(settings, f"urgency_{language}")


def test_starting_twice_changes_nothing(starter):
    before = every_row()

    call_command("load_starter", verbosity=0)

    assert every_row() == before


def test_what_an_editor_rewrites_stays_rewritten(starter):
    page = StandardPage.objects.get(slug="contact")
    page.title, page.slug = "Nous écrire", "nous-ecrire"
    page.save_revision().publish()

    starting_point.load()

    assert Page.objects.get(pk=page.pk).title == "Nous écrire"
    assert not Page.objects.filter(slug="contact").exists()


def test_what_an_editor_renames_in_the_lists_stays_renamed(starter):
    Theme.objects.filter(code="sante-mentale").update(name_fr="Psy")
    SiteSettings.objects.update(team_email="equipe@bassin.test")

    starting_point.load()

    assert Theme.objects.get(code="sante-mentale").name_fr == "Psy"
    assert SiteSettings.objects.get().team_email == "equipe@bassin.test"


def test_a_page_that_was_deleted_comes_back(starter):
    StandardPage.objects.get(slug="vie-privee").delete()

    starting_point.load()

    assert StandardPage.objects.filter(slug="vie-privee", live=True).exists()


def test_a_page_of_an_editor_at_the_same_address_is_taken_as_ours(starter):
    StandardPage.objects.get(slug="contact").delete()
    theirs = StandardPage(title="Écrivez-nous", slug="contact")
    front_door().add_child(instance=theirs)

    starting_point.load()

    assert StandardPage.objects.get(slug="contact").pk == theirs.pk


def test_a_home_page_of_an_editor_is_kept_as_the_front_door(starter):
    theirs = HomePage(title="Bienvenue", slug="bienvenue")
    Page.get_first_root_node().add_child(instance=theirs)
    Site.objects.update(root_page=theirs)

    starting_point.load()

    assert Site.objects.get().root_page_id == theirs.pk


def test_the_site_answers_at_the_address_of_the_settings(starter, settings):
    settings.SITE_URL = "https://portail.bassin.test"

    starting_point.load()

    site = Site.objects.get()
    assert (site.hostname, site.port) == ("portail.bassin.test", 443)


def test_nothing_of_the_empty_wagtail_site_is_left(starter):
    homes = Page.objects.filter(depth=2)
    assert list(homes) == list(Page.objects.exact_type(HomePage))
    assert list(Workflow.objects.values_list("name", flat=True)) == ["Relecture"]
    assert set(Group.objects.values_list("name", flat=True)) == {
        DRAFTING,
        COMMUNICATION,
        ADMINISTRATION,
        RECEPTION,
        SUPPORT,
    }


def test_the_sections_are_in_the_menu_and_the_legal_pages_in_the_foot(starter):
    sections = Page.objects.child_of(front_door())

    assert list(sections.in_menu().values_list("slug", flat=True)) == [
        "agenda",
        "concertations",
        "annuaire",
        "formations",
    ]
    assert set(sections.not_in_menu().values_list("slug", flat=True)) == {
        "contact",
        "a-propos",
        "accessibilite",
        "vie-privee",
    }


@pytest.mark.parametrize("language", ["nl", "en", "es"])
def test_the_directory_is_read_in_each_language_of_the_portal(
    starter, client, member_of, language
):
    home = front_door(language)
    (directory,) = DirectoryPage.objects.child_of(home)

    assert home.permissions_for_user(member_of(COMMUNICATION)).can_publish()
    assert home.get_workflow().name == "Relecture"
    with override(language):
        assert urlsplit(directory.url).path == reverse("directory")
    for page in (home, directory):
        shown = client.get(page.url).content.decode()
        assert f'<html lang="{language}">' in shown
        assert 'href="/fr/vie-privee/" lang="fr"' in shown


def test_rights_taken_from_a_home_page_are_not_given_back_in_other_languages(starter):
    home = front_door("nl")
    home.group_permissions.exclude(group__name=DRAFTING).delete()

    starting_point.load()

    assert home.group_permissions.exclude(group__name=DRAFTING).count() == 0


def test_every_page_is_published_with_its_history(starter):
    for page in Page.objects.filter(depth__gt=1):
        assert page.live
        assert not page.has_unpublished_changes
        assert page.revisions.count() == 1


def test_every_text_is_one_an_editor_could_have_saved(starter):
    for field, stream in streams():
        field.stream_block.clean(stream)


def test_the_lists_of_the_network_are_whole(starter):
    assert set(Locale.objects.values_list("language_code", flat=True)) == {
        "fr",
        "nl",
        "en",
        "es",
    }
    assert Bassin.objects.exclude(name_nl="").count() == 5
    assert Commune.objects.filter(is_commune=True).count() == 19
    assert Need.objects.exclude(short_name_nl="").count() == 7
    assert Concertation.objects.count() == 3


def test_the_bassin_has_its_four_communes(starter):
    communes = Commune.objects.filter(bassin__code="bassin-sud-est")

    assert set(communes.values_list("name_fr", flat=True)) == {
        "Auderghem",
        "Etterbeek",
        "Woluwe-Saint-Lambert",
        "Woluwe-Saint-Pierre",
    }


def test_each_concertation_has_its_own_colour(starter):
    colours = Concertation.objects.values_list("theme__colour", flat=True)

    assert sorted(colours) == ["lh", "pp", "sm"]


def test_the_drafting_team_writes_and_does_not_publish(starter, member_of):
    rights = front_door().permissions_for_user(member_of(DRAFTING))

    assert rights.can_edit()
    assert rights.can_submit_for_moderation()
    assert not rights.can_publish()


def test_the_communications_team_publishes_and_locks(starter, member_of):
    rights = front_door().permissions_for_user(member_of(COMMUNICATION))

    assert rights.can_publish()
    assert rights.can_lock()


def test_a_draft_is_read_by_the_communications_team(starter):
    task = front_door().get_workflow().tasks.get().specific

    assert [group.name for group in task.groups.all()] == [COMMUNICATION]


def test_only_the_administration_changes_people_and_settings(starter, member_of):
    right = "core.change_sitesettings"

    assert member_of(ADMINISTRATION).has_perms([right, "auth.add_user"])
    assert not member_of(COMMUNICATION).has_perm(right)
    assert not member_of(DRAFTING).has_perm("auth.add_user")


@pytest.mark.parametrize("path", ["/fr/", "/fr/vie-privee/", "/fr/recherche/?q=psy"])
def test_reading_leaves_no_cookie_as_the_privacy_page_says(starter, client, path):
    response = client.get(path)

    assert response.status_code == 200
    assert not response.cookies
