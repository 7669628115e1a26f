"""« Moi aussi »: whoever needs it too says so, once per address, and may hear of it."""
