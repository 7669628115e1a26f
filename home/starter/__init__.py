"""What a real site starts from, without one fictional entry."""

from django.db import transaction

from home.starter import pages, records, roles, site, support, synonyms, translations


@transaction.atomic
def load():
    """Put in what is missing, leave alone what is there; the pages by their names.

    An editor's change is never undone; what was deleted comes back. The one thing
    that follows the settings each time is the address of the site.
    """
    records.load()
    support.load()
    synonyms.load()
    front_door = site.front_door()
    planted = pages.load(front_door)
    home = planted["home"]
    site.name_the_network(site.serve(home))
    if front_door is None:
        site.remove_placeholders()
    homes = translations.load(home, planted["directory"])
    roles.load([home, *homes.values()])
    return planted
