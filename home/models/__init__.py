from home.models.home_page import HomePage
from home.models.resource_list_page import ResourceListPage
from home.models.standard_page import StandardPage
from home.models.synthesis_page import SynthesisPage

__all__ = ["HomePage", "ResourceListPage", "StandardPage", "SynthesisPage"]
