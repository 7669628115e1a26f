"""What has changed since an edition was frozen: its lines beside the living ones.

A newer check of the same facts is no change: nobody who has the paper needs it.
"""

from dataclasses import dataclass, field

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from services import addresses
from services.aide_memoire.lines import Line
from services.models.service import Service
from services.querysets import LISTED

FACTS = {
    "name": gettext_lazy("Name"),
    "kind": gettext_lazy("Type"),
    "zone": gettext_lazy("Area served"),
    "publics": gettext_lazy("For whom"),
    "access": gettext_lazy("Access"),
    "delay": gettext_lazy("Delay"),
    "phones": gettext_lazy("Telephone"),
    "closed": gettext_lazy("Closure"),
}


@dataclass(frozen=True)
class Difference:
    """One fact as it was printed, and as it is; empty where it was not, or is not."""

    label: str
    before: str
    after: str


@dataclass(frozen=True)
class Changed:
    line: Line
    differences: list[Difference]


@dataclass(frozen=True)
class Gone:
    """A service that is no longer listed, why, and who took over if anybody."""

    line: Line
    reason: str
    successor: Service | None = None

    @property
    def successor_url(self):
        return addresses.service(self.successor.slug)


@dataclass(frozen=True)
class NeedChanges:
    code: str
    name: str
    added: list[Line] = field(default_factory=list)
    gone: list[Gone] = field(default_factory=list)
    changed: list[Changed] = field(default_factory=list)

    def __bool__(self):
        return bool(self.added or self.gone or self.changed)


def since(frozen, living):
    """The changes of each need of ``frozen`` that has any; both are sections."""
    now = {section.code: section for section in living}
    fates = _fates(frozen, now)
    found = [_of_need(section, now.get(section.code), fates) for section in frozen]
    return [changes for changes in found if changes]


def _of_need(before, after, fates):
    old = {line.uuid: line for line in before.lines}
    new = {line.uuid: line for line in after.lines} if after else {}
    return NeedChanges(
        code=before.code,
        name=before.name,
        added=[line for uuid, line in new.items() if uuid not in old],
        gone=[
            _gone(line, fates.get(uuid))
            for uuid, line in old.items()
            if uuid not in new
        ],
        changed=[
            Changed(new[uuid], differences)
            for uuid, line in old.items()
            if uuid in new and (differences := _differences(line, new[uuid]))
        ],
    )


def _differences(before, after):
    pairs = {name: (_words(before, name), _words(after, name)) for name in FACTS}
    return [
        Difference(str(FACTS[name]), old, new)
        for name, (old, new) in pairs.items()
        if old != new
    ]


def _words(line, name):
    value = getattr(line, name)
    return ", ".join(one.number for one in value) if name == "phones" else value


def _fates(frozen, now):
    """The services that were printed and are in none of the same lists today."""
    listed = {line.uuid for section in now.values() for line in section.lines}
    printed = {line.uuid for section in frozen for line in section.lines}
    found = Service.objects.filter(uuid__in=printed - listed)
    return {str(one.uuid): one for one in found.select_related("successor")}


def _gone(line, service):
    if service is None:
        return Gone(line, _("no longer listed under this need"))
    if not service.live:
        return Gone(line, _("no longer in the directory"))
    if service.status in LISTED:
        return Gone(line, _("no longer listed under this need"))
    return Gone(line, service.get_status_display(), service.final_successor)
