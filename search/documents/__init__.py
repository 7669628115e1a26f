"""What editors attach to public pages, found by its title and by the text inside."""
