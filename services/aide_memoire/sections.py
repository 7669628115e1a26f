"""Need, then mode, then service: the living aide-mémoire, or one as it was frozen."""

from dataclasses import dataclass, field

from django.db.models import Q
from django.utils.translation import gettext as _

from services.aide_memoire.lines import Line, line_of
from services.models.service import Service
from services.models.taxonomy import Axis, Term

# The modes a need names itself: a service that has one of them stands there.
OWN_MODES = {
    "need-ambulatory": ("mode-ambulatory",),
    "need-home": ("mode-home", "mode-living-environment"),
    "need-residential": ("mode-residential",),
}


@dataclass(frozen=True)
class Group:
    """The services that come in one way."""

    code: str
    name: str
    lines: list[Line] = field(default_factory=list)


@dataclass(frozen=True)
class Section:
    """One need; a need nobody answers is shown all the same."""

    code: str
    name: str
    short_name: str
    note: str = ""
    groups: list[Group] = field(default_factory=list)

    @property
    def lines(self):
        return [line for group in self.groups for line in group.lines]


def living(page, today, *, needs=()):
    """The sections of ``page`` on ``today``: all its needs, or the ``needs`` asked for.

    Costs the same number of queries however many services there are.
    """
    wanted = {need.pk for need in needs}
    chosen = [
        (need, note) for need, note in page.arranged if not wanted or need.pk in wanted
    ]
    services = _ordered(page, today)
    modes = list(Term.objects.of(Axis.MODES))
    return [_section(need, note, services, modes, today) for need, note in chosen]


def thawed(content):
    """The sections an edition was frozen with."""
    return [
        Section(
            code=section["code"],
            name=section["name"],
            short_name=section["short_name"],
            note=section["note"],
            groups=[
                Group(
                    code=group["code"],
                    name=group["name"],
                    lines=[Line.of_data(line) for line in group["lines"]],
                )
                for group in section["groups"]
            ],
        )
        for section in content["sections"]
    ]


def around(bassin):
    """The services in activity for people of ``bassin``, of any where there is none."""
    services = Service.objects.listed()
    if bassin is None:
        return services
    everywhere = Q(serves_region=True) | Q(serves_country=True)
    there = Q(bassins=bassin) | Q(communes__bassin=bassin)
    found = Service.objects.filter(everywhere | there).order_by().values("pk")
    return services.filter(pk__in=found)


def _ordered(page, today):
    """Those the page shows: the editor's first, then those somebody vouches for."""
    placed, left_out = page.placed
    services = around(page.bassin).exclude(pk__in=left_out).in_reader_order(today)
    found = list(services.with_card().prefetch_related("publics"))
    last = len(placed)
    return sorted(found, key=lambda service: placed.get(service.pk, last))


def _section(need, note, services, modes, today):
    of_need = [service for service in services if need in service.needs.all()]
    by_mode = {}
    for service in of_need:
        mode = _mode_for(need, service)
        by_mode.setdefault(mode, []).append(line_of(service, today))
    groups = [
        Group(mode.code, mode.name, by_mode[mode]) for mode in modes if mode in by_mode
    ]
    if None in by_mode:
        groups.append(Group("", _("Mode not stated"), by_mode[None]))
    return Section(
        need.code, need.name, need.short_name, note, _own_first(need, groups)
    )


def _mode_for(need, service):
    """The mode a service is listed under: one the need names, else its first."""
    modes = sorted(service.modes.all(), key=lambda mode: (mode.sort_order, mode.pk))
    own = [mode for mode in modes if mode.code in OWN_MODES.get(need.code, ())]
    return next(iter([*own, *modes]), None)


def _own_first(need, groups):
    own = OWN_MODES.get(need.code, ())
    return sorted(groups, key=lambda group: group.code not in own)
