"""`python -m tests.fuzz [TARGET]… [--seconds N]`: changed files until the time is over."""

import argparse
import faulthandler
import time

from hypothesis import HealthCheck, Phase, given, settings

from tests.fuzz.changes import changed
from tests.fuzz.targets import TARGETS, Target

HANG = 120
"""Seconds after which one example has hung."""

AT_ONCE = 200


def main() -> None:
    """Run each target for its share of the time, and end with 1 where one fails."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("targets", nargs="*", metavar="TARGET", help="all without one")
    parser.add_argument("--seconds", type=float, default=60, help="for all targets together")
    given_ = parser.parse_args()
    by_name = {target.name: target for target in TARGETS}
    if unknown := [each for each in given_.targets if each not in by_name]:
        parser.error(f"there is no target {unknown[0]}; there are {', '.join(by_name)}")
    targets = [by_name[each] for each in given_.targets or by_name]
    for target in targets:
        count = run(target, given_.seconds / len(targets))
        print(f"{target.name}: {count:,} inputs, no surprise", flush=True)


def run(target: Target, seconds: float) -> int:
    """Give *target* changed seeds for *seconds*, and return how many."""
    end, count = time.monotonic() + seconds, 0

    @settings(
        max_examples=AT_ONCE,
        deadline=None,
        database=None,
        phases=(Phase.generate, Phase.shrink),
        suppress_health_check=list(HealthCheck),
    )
    @given(changed(target.seeds))
    def take(content: bytes) -> None:
        nonlocal count
        if time.monotonic() < end:
            faulthandler.dump_traceback_later(HANG, exit=True)
            target.take(content)
            faulthandler.cancel_dump_traceback_later()
            count += 1

    while time.monotonic() < end:
        take()
    return count


if __name__ == "__main__":
    main()
