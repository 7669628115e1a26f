"""When people meet, what the meetings leave behind, and the calendars that follow."""
