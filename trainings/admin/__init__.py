"""The screens of the team: needs, suggestions, trainings, what partners announce."""
