from home.models.home_page import HomePage
from home.models.standard_page import StandardPage
from home.models.synthesis_page import SynthesisPage

__all__ = ["HomePage", "StandardPage", "SynthesisPage"]
