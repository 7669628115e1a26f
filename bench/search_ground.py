"""Ten thousand services and as many pages, written as people write.

Invented words, each as often as its rank has it in a language (Zipf), so that some are
in nearly every entry and most in very few; and among them terms of the glossary.
"""

import random
from itertools import accumulate

PORTION = 1_000
# In every entry, so that one word finds them all.
EVERYWHERE = "réseau"
SIGNS = "s e es ment tion teur trice iste isme able ique aire ance eur ette"
ENDINGS = SIGNS.split()
VOCABULARY = 20_000
# Of a hundred words, those of the field; the others are made up.
OF_THE_FIELD = 15


def vocabulary(chance):
    """Made-up words that look like French ones, the short ones first."""
    heads = [
        "".join(
            chance.choice("bcdfglmnprstv") + chance.choice("aeiou") for _ in range(n)
        )
        for n in (2, 3, 3)
        for _ in range(VOCABULARY // 3)
    ]
    return [head + chance.choice(ENDINGS) for head in heads]


def writer(chance):
    """``write(n)`` gives n words as often as in a language, and the one in all."""
    from portal.core.models import Synonyms

    invented = vocabulary(chance)
    known = [
        term
        for synonyms in Synonyms.objects.order_by("pk")
        for term in synonyms.by_language().get("fr", [])
    ]
    # Zipf, as Mandelbrot had it: the second is half as common as the first, and so on.
    weights = [100 / (rank + 2.7) for rank in range(1, len(invented) + 1)]
    one_of_known = sum(weights) * OF_THE_FIELD / (100 - OF_THE_FIELD) / len(known)
    choices = [*invented, *known]
    sums = [*accumulate([*weights, *(one_of_known for _ in known)])]

    def write(count):
        said = chance.choices(choices, cum_weights=sums, k=count)
        return f"{' '.join(said)} {EVERYWHERE}"

    return write


def fill(count):
    """``count`` services and ``count`` plain pages; the same for the same number."""
    chance = random.Random(8)
    text = writer(chance)
    for start in range(0, count, PORTION):
        numbers = range(start, min(count, start + PORTION))
        _services(numbers, text, chance)
        _pages(numbers, text)


def _services(numbers, text, chance):
    from portal.core.models import Commune
    from services.models import Need, Organisation, Service, Term

    organisation, _made = Organisation.objects.get_or_create(name_fr="Association")
    services = Service.objects.bulk_create(
        Service(
            slug=f"essai-{number}",
            organisation=organisation,
            name_fr=text(4).capitalize()[:255],
            description_fr=text(35),
            eligibility_description_fr=text(12),
        )
        for number in numbers
    )
    terms = list(Term.objects.filter(taxonomy__code="service_types"))
    for field, records, each in (
        ("service_types", terms, 1),
        ("needs", list(Need.objects.all()), 2),
        ("communes", list(Commune.objects.all()), 2),
    ):
        through = getattr(Service, field).through
        column = next(
            f.attname
            for f in through._meta.fields
            if f.is_relation and f.related_model is not Service
        )
        through.objects.bulk_create(
            through(service_id=service.pk, **{column: record.pk})
            for service in services
            for record in chance.sample(records, min(each, len(records)))
        )


def _pages(numbers, text):
    from django.contrib.contenttypes.models import ContentType
    from wagtail.models import Page

    from home.models import HomePage, StandardPage

    # Below one section: the foot of every page lists what is right below the home page.
    section = StandardPage.objects.filter(slug="textes").first()
    if section is None:
        section = StandardPage(title="Textes", slug="textes")
        home = HomePage.objects.get(locale__language_code="fr")
        home.add_child(instance=section)
    kind = ContentType.objects.get_for_model(StandardPage)
    first = section.numchild
    pages = Page.objects.bulk_create(
        Page(
            path=StandardPage._get_path(
                section.path, section.depth + 1, first + rank + 1
            ),
            depth=section.depth + 1,
            slug=f"page-{number}",
            url_path=f"{section.url_path}page-{number}/",
            title=text(5).capitalize()[:255],
            draft_title="",
            locale=section.locale,
            content_type=kind,
            live=True,
        )
        for rank, number in enumerate(numbers)
    )
    rows = [
        StandardPage(
            page_ptr_id=page.pk,
            summary=text(15)[:320],
            body=[("text", f"<p>{text(120)}</p>")],
        )
        for page in pages
    ]
    fields = StandardPage._meta.local_concrete_fields
    StandardPage._base_manager._insert(rows, fields=fields, using="default")
    Page.objects.filter(pk=section.pk).update(numchild=first + len(pages))
