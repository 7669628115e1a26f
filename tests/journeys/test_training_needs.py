"""« Moi aussi », from the button to what counts, and back, without script."""

from playwright.sync_api import expect

from tests.journeys.letters import link_mailed_to

NEED = "Santé mentale des personnes âgées"
EMAIL = "samira.besoin@essai.example"


def test_one_says_me_too_confirms_and_takes_it_back(
    bare, page, var_dir, violations, complaints
):
    bare.goto("/fr/formations/besoins/")
    bare.get_by_role("link", name=f"Moi aussi : {NEED}").click()
    bare.get_by_label("Votre adresse e-mail").fill(EMAIL)
    bare.get_by_label("Me prévenir quand une session s’ouvre").check()
    bare.get_by_role("button", name="Ajouter ma voix").click()
    expect(bare.get_by_role("heading", level=1)).to_have_text(
        "Encore un clic, dans vos e-mails"
    )

    bare.goto(link_mailed_to(var_dir, EMAIL, "besoins/voix/"))
    bare.get_by_role("button", name="Confirmer ma voix").click()
    expect(bare.get_by_role("heading", level=1)).to_have_text("Votre voix compte")
    own = bare.url
    bare.goto("/fr/formations/besoins/")
    expect(bare.locator("li", has_text=NEED)).to_contain_text("1 voix")

    bare.goto(own)
    bare.get_by_role("button", name="Retirer ma voix").click()
    bare.goto("/fr/formations/besoins/")
    expect(bare.locator("li", has_text=NEED)).to_contain_text("Pas encore de voix")

    page.goto("/fr/formations/")
    assert violations() == []
    page.goto("/fr/formations/besoins/")
    assert violations() == []
    page.get_by_role("link", name=NEED, exact=True).click()
    assert violations() == []
    page.get_by_role("link", name="Moi aussi").click()
    assert violations() == []
    assert complaints == []
