"""All of the bench, on each database that answers; one that fails makes it fail."""

import subprocess
import sys

from bench import ground

PARTS = ("storm", "killed", "post_office")


def main():
    engines = [engine for engine in ground.ENGINES if ground.answers(engine)]
    codes = [
        subprocess.run([sys.executable, "-m", f"bench.{part}", engine]).returncode
        for part in PARTS
        for engine in engines
    ]
    if engines != list(ground.ENGINES):
        print("======== NO POSTGRESQL ANSWERS: the bench ran on SQLite only ========")
    raise SystemExit(any(codes))


if __name__ == "__main__":
    main()
