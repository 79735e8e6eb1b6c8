"""`python -m tests.bench [PART]…`: each part beside what it is measured against."""

import argparse
import os
import tempfile

from tests.bench.figures import Options, print_heading
from tests.bench.parts import PARTS


def main() -> None:
    """Measure everything that the README gives a figure for, or the parts that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=f"{', '.join(PARTS)}; all")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--objectives", type=int, default=1000)
    parser.add_argument("--readings", type=int, default=1_000_000)
    parser.add_argument("--commits", type=int, default=10_000)
    given = parser.parse_args()
    parts = given.parts or list(PARTS)
    if unknown := [part for part in parts if part not in PARTS]:
        parser.error(f"there is no part {unknown[0]}; there are {', '.join(PARTS)}")
    for who in ("AUTHOR", "COMMITTER"):
        os.environ |= {f"GIT_{who}_NAME": "Ana", f"GIT_{who}_EMAIL": "ana@example.com"}
    print_heading()
    with tempfile.TemporaryDirectory() as cache:
        os.environ["XDG_CACHE_HOME"] = cache
        for part in parts:
            PARTS[part](Options(given.rounds, given.objectives, given.readings, given.commits))


if __name__ == "__main__":
    main()
