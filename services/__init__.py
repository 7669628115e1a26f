"""Who helps whom: the needs a person may have, and the services that answer them."""
