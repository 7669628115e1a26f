"""The portal of a care network: what wires it together, and what every room shares."""
