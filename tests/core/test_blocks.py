"""Editors cannot publish a link that leads nowhere or says nothing."""

import pytest
from wagtail.blocks import StructBlockValidationError

from portal.core.blocks import LinkBlock, ResourceBlock

ELSEWHERE = "https://example.org/"


def cleaned(block, **value):
    return block.clean(block.to_python(value))


@pytest.mark.parametrize("label", ["ici", "Cliquez ici", " ici. ", "→ ici", "hier"])
def test_a_link_says_where_it_leads(label):
    with pytest.raises(StructBlockValidationError):
        cleaned(LinkBlock(), label=label, external_url=ELSEWHERE)


def test_a_link_leads_to_one_place():
    with pytest.raises(StructBlockValidationError):
        cleaned(LinkBlock(), label="Le programme")
    assert cleaned(LinkBlock(), label="Le programme", external_url=ELSEWHERE)


def test_a_resource_may_be_announced_before_it_exists():
    assert cleaned(ResourceBlock(), title="Support de présentation").url == ""


def test_a_resource_is_not_called_here():
    with pytest.raises(StructBlockValidationError):
        cleaned(ResourceBlock(), title="ici", external_url=ELSEWHERE)


def test_a_resource_of_another_site_says_so():
    assert cleaned(
        ResourceBlock(), title="FOCUS", external_url=ELSEWHERE
    ).leaves_the_site
