"""What partners announce: read from their calendars, moderated, shown as theirs."""
