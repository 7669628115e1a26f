"""Lets the client of OpenSearch in: it needs a package named as one of our rooms.

It imports ``events`` of the distribution Events, and would be given our room instead.
So that package has the name while the client is imported, and gives it back. Called
while settings are read: one thread, and nothing of the room is imported yet.
"""

import sys
from importlib import import_module
from importlib.metadata import distribution
from importlib.util import module_from_spec, spec_from_file_location

CLIENT, ROOM = "opensearchpy", "events"


def let_in():
    """Import the client; nothing is done where it was imported already."""
    if CLIENT in sys.modules:
        return
    ours = {name: sys.modules.pop(name) for name in _known()}
    path = distribution("Events").locate_file(f"{ROOM}/__init__.py")
    spec = spec_from_file_location(ROOM, path)
    sys.modules[ROOM] = theirs = module_from_spec(spec)
    try:
        spec.loader.exec_module(theirs)
        import_module(CLIENT)
    finally:
        for name in _known():
            del sys.modules[name]
        sys.modules.update(ours)


def _known():
    return [name for name in sys.modules if f"{name}.".startswith(f"{ROOM}.")]
