"""Static files under names that change with their content, compressed beforehand."""

from hashlib import blake2b
from pathlib import Path

from django.contrib.staticfiles.finders import get_finders
from whitenoise.compress import Compressor
from whitenoise.storage import CompressedManifestStaticFilesStorage


class HashedAndCompressed(CompressedManifestStaticFilesStorage):
    def create_compressor(self, **kwargs):
        return ReadersFirst(Path(self.location) / "portal", **kwargs)


class ReadersFirst(Compressor):
    """Brotli and gzip for the files of ``folder``, which readers load; gzip for others.

    The best compression of the editors' screens would take most of a minute.
    """

    def __init__(self, folder, **kwargs):
        super().__init__(**kwargs)
        self.folder = folder
        self.quick = Compressor(use_brotli=False, **kwargs)

    def compress(self, path):
        if Path(path).is_relative_to(self.folder):
            return super().compress(path)
        return self.quick.compress(path)


def fingerprint():
    """A text that changes when any file to be served changes."""
    seen = blake2b(digest_size=16)
    for finder in get_finders():
        for path, storage in finder.list([]):
            changed = storage.get_modified_time(path).timestamp()
            seen.update(f"{path}\0{storage.size(path)}\0{changed}\n".encode())
    return seen.hexdigest()
