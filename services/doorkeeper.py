"""Lets through to the directory whoever may read the page above it."""

from portal.core import doorkeeper
from services.front_door import DIRECTORY

opened = doorkeeper.opened(DIRECTORY)
