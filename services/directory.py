"""The directory as it is asked for: what is found, and how to narrow it further."""

from dataclasses import dataclass

from django.core.paginator import Page, Paginator
from django.utils.translation import gettext as _

from portal.core import edition
from services import cards, facet_counts, facets, text_search, vocabulary
from services.facet_counts import Counts
from services.forms import DirectoryForm
from services.models.service import Service

PER_PAGE = 20
SEEN_AT_ONCE = 7


@dataclass(frozen=True)
class Option:
    """One box of a facet."""

    code: str
    label: str
    count: int
    is_chosen: bool

    @property
    def is_offered(self):
        """True unless ticking it would find nothing."""
        return bool(self.count) or self.is_chosen


@dataclass(frozen=True)
class Facet:
    name: str
    key: str
    label: str
    options: list

    @property
    def offered(self):
        return [option for option in self.options if option.is_offered]

    @property
    def first(self):
        """Those seen at once: what was ticked, and the first of the others."""
        offered = self.offered
        if len(offered) <= SEEN_AT_ONCE + 1:
            return offered
        seen = offered[:SEEN_AT_ONCE]
        return [*seen, *(one for one in offered[SEEN_AT_ONCE:] if one.is_chosen)]

    @property
    def others(self):
        seen = {option.code for option in self.first}
        return [option for option in self.offered if option.code not in seen]


@dataclass(frozen=True)
class Chip:
    """A filter in force, and the query of the address without it."""

    label: str
    query: str
    # How many one would find without the filter and its kind.
    count_without: int | None = None


@dataclass(frozen=True)
class Directory:
    form: DirectoryForm
    counts: Counts
    facets: list
    chips: list
    page: Page

    @property
    def total(self):
        return self.counts.total

    @property
    def cards(self):
        return self.page.object_list

    @property
    def text(self):
        """The words asked for, even where they are too long to be looked for."""
        return self.form.data.get(self.form.add_prefix("text"), "")

    @property
    def page_key(self):
        return self.form.add_prefix("page")

    @property
    def page_numbers(self):
        """The first, the last, and those around; nothing where some are left out."""
        elided = self.page.paginator.get_elided_page_range(
            self.page.number, on_each_side=2, on_ends=1
        )
        return [number if isinstance(number, int) else None for number in elided]

    @property
    def way_out(self):
        """The filter to remove first when nothing is found: the one that frees most."""
        known = [chip for chip in self.chips if chip.count_without]
        return max(known, key=lambda chip: chip.count_without, default=None)


def asked(data, today):
    """The ``Directory`` that the keys of an address ask for."""
    words = vocabulary.here()
    form = DirectoryForm(data, vocabulary=words)
    chosen = {
        name: [choice.pk for choice in choices] for name, choices in form.chosen.items()
    }
    services = _found_by_words(form.value("text"))
    counts = _counts(services, chosen, words, form.narrowing())
    return Directory(
        form=form,
        counts=counts,
        facets=[_facet(form, facet, counts, words) for facet in facets.FACETS],
        chips=_chips(form, counts),
        page=_page(facets.narrowed(services, chosen), form, counts.total, words, today),
    )


def counts_of_all(words):
    """The ``Counts`` of the whole directory, nothing chosen."""
    return _counts(Service.objects.listed(), {}, words, "")


def _found_by_words(text):
    services = Service.objects.listed()
    found = text_search.found(text or "")
    return services if found is None else services.among(found)


def _counts(services, chosen, words, query):
    """The same for whoever asks the same, until something public changes."""
    communes = [choice.pk for choice in words.choices("communes")]
    return edition.kept(
        ("counts of the directory", query),
        lambda: facet_counts.counted(services, chosen, communes, nearly_all=not query),
    )


def _page(services, form, total, words, today):
    paginator = Paginator(services.in_reader_order(today), PER_PAGE)
    paginator.count = total
    page = paginator.get_page(form.value("page"))
    page.object_list = cards.of(
        page.object_list.select_related("organisation"), today, words
    )
    return page


def _facet(form, facet, counts, words):
    chosen = form.chosen.get(facet.name, [])
    choices = facet.choices(words)
    if facet.name == "commune":
        # Those of the readers' own bassin are the most served: they come first.
        choices = sorted(choices, key=lambda one: -counts.of(facet.name, one.pk))
    return Facet(
        name=facet.name,
        key=form.add_prefix(facet.name),
        label=form.fields[facet.name].label,
        options=[
            Option(
                code=choice.code,
                label=choice.label,
                count=counts.of(facet.name, choice.pk),
                is_chosen=choice in chosen,
            )
            for choice in choices
        ],
    )


def _chips(form, counts):
    chips = []
    if text := form.value("text"):
        label = _("“%(text)s”") % {"text": text}
        chips.append(Chip(label, form.narrowing(but="text")))
    for name, choices in form.chosen.items():
        without = counts.without(name)
        chips += [
            Chip(choice.label, form.narrowing(but=(name, choice)), without)
            for choice in choices
        ]
    return chips
