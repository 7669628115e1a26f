"""What the request form finds is shown to whoever wrote it, and is written nowhere.

Two identifiers of each kind, as people type them on a phone.
"""

import logging
import re

import pytest
from django.core import mail
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from portal.core import delivery
from services.models import SupportPage, SupportRequest
from tests.making import make_site
from tests.services.support_stories import make_kind, make_team, posted
from tests.services.writings import OWN_TABLES, caches_of_production, places, text_of

pytestmark = pytest.mark.django_db
TYPED = {
    "ddn {}, sortie de psychiatrie vendredi": "7/9/1961",
    "nee le {} a tanger, plus de famille": "14/2/66",
    "niss {} plus en ordre": "62030321449",
    "bis {} du cpas": "71.24.03-091.23",
    "le fils : {}": "0471/12.34.56",
    "gsm {} mais il repond pas": "498 76 54 32",
    "sa curatrice, {}, repond vite": "a.leroy@avocats-essai.be",
    "c'est {} qui suit": "julie.noel @ essai.be",
    "visite chez {} ce matin": "m. petitjean",
    "{} déménage sans arrêt": "mme jolyssen",
}
SEEN = re.compile(r'name="seen" value="(\w+)"')


@pytest.fixture(autouse=True)
def kept(settings):
    yield from caches_of_production(settings)


@pytest.fixture
def address():
    page = SupportPage(title="Demander un appui", slug="appui", team=make_team())
    make_site().add_child(instance=page)
    return reverse("support_form", args=[page.slug, make_kind().code])


def everything(caplog):
    """All that is written anywhere, the two tables of what people say among it."""
    yield from (text for _name, text in places(caplog))
    yield from map(text_of, OWN_TABLES)


@pytest.mark.parametrize(("sentence", "identifier"), TYPED.items())
def test_what_is_found_is_shown_and_written_nowhere(
    address, caplog, sentence, identifier
):
    caplog.set_level(logging.DEBUG)
    text = sentence.format(identifier)

    shown = Client().post(address, posted(situation=text))
    page = shown.content.decode()

    assert escape(f"« {identifier} »".replace(" ", "")) in re.sub(r"\s", "", page)
    assert not SupportRequest.objects.exists()
    assert not [place for place in everything(caplog) if identifier in place]

    seen = SEEN.search(page)[1]
    Client().post(address, posted(situation=text, seen=seen))
    while delivery.deliver_one(now=timezone.now()):
        pass

    assert SupportRequest.objects.get().words.situation == sentence.format("[…]")
    assert mail.outbox
    assert not [place for place in everything(caplog) if identifier in place]
