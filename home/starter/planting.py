"""Pages put in once, and recognised ever after, renamed or moved as they may be."""

from wagtail.models import Locale, Page

from home.content.identity import identity
from home.content.typography import typeset


def plant(parent, page_class, *, name, **words):
    """The page known as ``name``; published under ``parent`` where it is missing."""
    key = identity("page", name)
    page = _known(key) or _same_address(parent, words["slug"])
    if page is None:
        page = page_class(translation_key=key, **typeset(words))
        parent.add_child(instance=page)
        page.save_revision().publish()
    return page


def translate(source, parent, language, **words):
    """``source`` in ``language``; published under ``parent`` where it is missing."""
    locale = Locale.objects.get(language_code=language)
    page = source.get_translation_or_none(locale) or _same_address(
        parent, words["slug"]
    )
    if page is None:
        page = type(source)(
            locale=locale,
            translation_key=source.translation_key,
            show_in_menus=source.show_in_menus,
            **typeset(words),
        )
        parent.add_child(instance=page)
        page.save_revision().publish()
    return page


def complete(page, **words):
    """Publish ``page`` with ``words`` where it has none yet."""
    missing = {name: text for name, text in words.items() if not getattr(page, name)}
    for name, text in typeset(missing).items():
        setattr(page, name, text)
    if missing:
        page.full_clean()
        page.save_revision().publish()


def _known(key):
    found = Page.objects.filter(translation_key=key, locale=Locale.get_default())
    return found.specific().first()


def _same_address(parent, slug):
    return parent.get_children().filter(slug=slug).specific().first()
