"""What is printed about a meeting: the sheet to sign, the badges, the attestations."""
