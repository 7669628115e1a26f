"""The service that confirms its entry, from its mail, and corrects one fact."""

import pytest
from django.utils import timezone, translation
from playwright.sync_api import expect

from services.confirming import asking, links
from services.models import Contact, Correction, Correspondent, Service


@pytest.mark.parametrize("width", [390, 1280])
def test_a_service_confirms_its_entry_and_corrects_one_fact(page, width):
    service = Service.objects.listed().filter(is_fictional=True).first()
    Service.objects.filter(pk=service.pk).update(assured_date=None)
    address = f"ana{width}@service.example"
    Contact.objects.create(service=service, name="Ana", email=address, confirms=True)
    asking.ask_confirmations(now=timezone.now())
    with translation.override("fr"):
        url = links.url(Correspondent.objects.get(email=address))
    page.set_viewport_size({"width": width, "height": 900})

    page.goto(url[url.index("/fr/") :])
    expect(page.get_by_label("Ce qui est juste").first).to_be_hidden()
    page.get_by_label("À corriger").nth(1).check()
    page.get_by_label("Ce qui est juste").nth(1).fill("Un texte plus exact.")
    page.get_by_role("button", name="Envoyer ma réponse").click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Merci, c’est noté")
    correction = Correction.objects.get(service=service)
    assert correction.proposals[0]["after"] == "Un texte plus exact."
    assert service.verifications.filter(method="own").exists()
    Correction.objects.all().delete()
