"""Where a reader can go from any page: the menu, the foot, the languages."""

from dataclasses import dataclass

from django.utils.translation import get_language, get_language_info
from wagtail.models import Locale, Page, Site

from portal.core import edition
from portal.core.models import SiteSettings


@dataclass(frozen=True)
class Item:
    title: str
    url: str
    # As aria-current wants it: "page", "true" (a page below is read), or nothing.
    is_current: str = ""
    # Shown apart from the others, for who must find it at once.
    is_apart: bool = False
    # Of a page that is not in the reader's language yet; else nothing.
    language: str = ""


@dataclass(frozen=True)
class Language:
    code: str
    name: str
    url: str
    is_current: bool


@dataclass(frozen=True)
class Navigation:
    settings: SiteSettings
    site_name: str
    tagline: str
    home_url: str
    menu: list[Item]
    legal: list[Item]
    languages: list[Language]


@dataclass(frozen=True)
class Frame:
    """What is the same around every page of a site in one language."""

    settings: SiteSettings
    home: Page
    home_url: str
    # The pages right below the home page, each with its address.
    sections: list
    # Those of the foot that are not in this language yet, in that of the reference.
    borrowed: list
    # The home page in each language, with its address.
    homes: list


def of(request, page=None, addresses=None):
    """The navigation around ``page``, or around a view that is no page.

    ``addresses`` are those of what is read, by language, where a view knows them.
    """
    key = ("frame", request.get_host(), _language())
    frame = edition.kept(key, lambda: _frame(request))
    return Navigation(
        settings=frame.settings,
        site_name=frame.settings.network_name,
        tagline=frame.settings.tagline,
        home_url=frame.home_url,
        menu=[_item(*s, page) for s in frame.sections if s[0].show_in_menus],
        legal=[
            *(_item(*s, page) for s in frame.sections if not s[0].show_in_menus),
            *(_item(*s, page, s[0].locale.language_code) for s in frame.borrowed),
        ],
        languages=_languages(page, frame.homes, request, addresses),
    )


def _frame(request):
    site = Site.find_for_request(request)
    home = _home(site)
    sections = list(_below(home))
    return Frame(
        settings=SiteSettings.for_site(site) if site else SiteSettings(),
        home=home,
        home_url=home.get_url(request) if home else "/",
        sections=[(section, section.get_url(request)) for section in sections],
        borrowed=[
            (section, section.get_url(request))
            for section in _missing(sections, home, site)
        ],
        homes=[(other, other.get_url(request)) for other in _homes(home)],
    )


def _below(home):
    found = home.get_children().live().public() if home else Page.objects.none()
    return found.specific(defer=True)


def _missing(sections, home, site):
    """What stands in the foot of the reference language and not in this one."""
    if home is None or home.pk == site.root_page_id:
        return []
    known = [section.translation_key for section in sections]
    of_the_foot = _below(site.root_page).not_in_menu()
    return of_the_foot.exclude(translation_key__in=known).select_related("locale")


def _home(site):
    if site is None:
        return None
    translations = site.root_page.get_translations(inclusive=True).live()
    here = [page for page in translations if page.locale.language_code == _language()]
    return here[0] if here else site.root_page


def _homes(home):
    if home is None:
        return []
    homes = home.get_translations(inclusive=True).live().select_related("locale")
    return list(homes.order_by("locale__pk"))


def _item(section, url, page, language=""):
    current = ""
    if page and page.url_path.startswith(section.url_path):
        current = "page" if page.pk == section.pk else "true"
    is_apart = getattr(section, "stands_apart", False)
    return Item(section.title, url, current, is_apart, language)


def _languages(page, homes, request, addresses):
    """One entry per published language; none while the site speaks only one.

    A page not yet translated leads to its nearest translated parent, and what is no
    page to the home page.
    """
    if len(homes) < 2:
        return []
    return [
        Language(
            code=other.locale.language_code,
            name=get_language_info(other.locale.language_code)["name_local"].title(),
            url=_address(page, other, url, request, addresses),
            is_current=other.locale.language_code == _language(),
        )
        for other, url in homes
    ]


def _address(page, home, home_url, request, addresses):
    if page is None or addresses is not None:
        return (addresses or {}).get(home.locale.language_code) or home_url
    return _nearest(page, home).get_url(request)


def _nearest(page, home):
    keys = [page.translation_key]
    keys += page.get_ancestors().values_list("translation_key", flat=True)
    there = Page.objects.live().filter(locale=home.locale, translation_key__in=keys)
    return there.order_by("-depth").first() or home


def _language():
    return (get_language() or Locale.get_default().language_code).split("-")[0]
