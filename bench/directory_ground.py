"""As many services as wanted, each with several of everything, the same each time."""

import random
from datetime import date

PORTION = 500
DESCRIPTION = "Accueille et accompagne des personnes à domicile ou en ville. " * 4
# How many of each a service has, at least and at most.
LINKS = {
    "needs": (1, 3),
    "communes": (0, 4),
    "bassins": (0, 1),
    "languages": (1, 4),
    "service_types": (1, 2),
    "publics": (1, 4),
    "conditions": (2, 7),
    "modes": (1, 2),
}


def fill(count):
    """Let there be ``count`` public services."""
    from django.db import connection, transaction

    from services.models import Service

    dice = random.Random(count)
    with transaction.atomic():
        for start in range(Service.objects.count(), count, PORTION):
            _add(range(start, min(count, start + PORTION)), dice)
    with connection.cursor() as cursor:
        # As PostgreSQL does by itself within a minute.
        cursor.execute("ANALYZE")


def _add(numbers, dice):
    from services.models import CostOption, Organisation, Phone, Service

    organisation = Organisation.objects.get_or_create(name_fr="Association exemple")[0]
    services = Service.objects.bulk_create(
        Service(
            organisation=organisation,
            slug=f"service-exemple-{number}",
            name_fr=f"Service exemple nº {number}",
            description_fr=DESCRIPTION,
            serves_region=dice.random() < 0.15,
            assured_date=date(2026, dice.randint(1, 10), 3),
            delay="short",
            delay_as_of=date(2026, 10, 1),
            is_fictional=True,
        )
        for number in numbers
    )
    for name, (least, most) in LINKS.items():
        _link(services, name, least, most, dice)
    Phone.objects.bulk_create(
        Phone(service=service, number="02 000 00 00", digits="3220000000")
        for service in services
    )
    CostOption.objects.bulk_create(
        CostOption(service=one, option_fr="Séance", amount=20, as_of=date(2026, 9, 1))
        for one in services
    )


def _link(services, name, least, most, dice):
    from services.models import Service

    field = Service._meta.get_field(name)
    through = field.remote_field.through
    offered = field.related_model.objects.complex_filter(
        field.remote_field.limit_choices_to
    )
    pool = sorted(offered.values_list("pk", flat=True))
    column = field.m2m_reverse_name()
    through.objects.bulk_create(
        through(service_id=service.pk, **{column: pk})
        for service in services
        for pk in dice.sample(pool, min(len(pool), dice.randint(least, most)))
    )
