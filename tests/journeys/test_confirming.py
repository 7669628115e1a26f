"""A service is written to, and says in a moment what is still right."""

import re
import subprocess
import sys

from django.utils import timezone
from playwright.sync_api import expect

from tests.journeys.conftest import PASSWORD, ROOT
from tests.journeys.letters import link_mailed_to

# Nobody confirmed it for more than a year: it is its turn to be asked.
NAME = "Service exemple – aide familiale et ménagère"
EMAIL = "aide-familiale@essai.example"


def sign_in(page):
    page.goto("/admin/")
    page.locator("[name=username]").fill("admin")
    page.locator("[name=password]").fill(PASSWORD)
    page.locator("[name=password]").press("Enter")


def name_the_contact(page):
    """What the team does once for an entry, in its private part."""
    page.goto("/admin/snippets/services/service/?q=familiale")
    page.get_by_role("link", name=NAME).click()
    page.goto(re.sub(r"edit/(\d+)/.*", r"\1/private/", page.url))
    page.locator("[name=contacts-0-name]").fill("Aide familiale")
    page.locator("[name=contacts-0-email]").fill(EMAIL)
    page.locator("[name=contacts-0-confirms]").check()
    page.get_by_role("button", name="Enregistrer").click()
    expect(page.locator("main")).to_contain_text("enregistrée")


def test_a_service_confirms_its_entry_by_the_link_it_was_mailed(
    page, browser, browser_context_args, var_dir, environment, violations
):
    sign_in(page)
    name_the_contact(page)
    command = [sys.executable, "manage.py", "work", "--only", "ask_confirmations"]
    subprocess.run(command, cwd=ROOT, env=environment, check=True)

    context = browser.new_context(**browser_context_args, java_script_enabled=False)
    contact = context.new_page()
    contact.goto(link_mailed_to(var_dir, EMAIL, "confirmer/"))
    expect(contact.get_by_role("heading", level=2).first).to_have_text(NAME)
    phone = contact.get_by_role("group", name="Accueil (numéro fictif)")
    phone.get_by_label("À corriger").check()
    phone.get_by_label("Ce qui est juste").fill("02 000 00 77")
    contact.get_by_role("button", name="Envoyer ma réponse").click()
    expect(contact.get_by_role("heading", level=1)).to_have_text("Merci, c’est noté")
    contact.get_by_role("link", name=NAME).click()
    today = timezone.localdate()
    expect(contact.locator("main")).to_contain_text(f"{today.year}")
    expect(contact.locator("main")).to_contain_text("par le service")
    expect(contact.locator("main")).not_to_contain_text("02 000 00 77")
    context.close()

    page.goto("/admin/snippets/services/correction/")
    page.get_by_role("link", name=NAME).first.click()
    expect(page.locator("main")).to_contain_text("02 000 00 77")
    page.get_by_role("button", name="Décider").click()
    page.goto("/fr/annuaire/?q=02+000+00+77")
    expect(page.locator(".svc")).to_have_count(1)
