"""`python -m tests.stress`: the stress tests in their full size."""

import sys
import tempfile
from pathlib import Path

from tests.stress.clones import checkins_from_two_clones
from tests.stress.concurrent import checkins_at_once
from tests.stress.kill import kill_checkins

AT_ONCE = 16
KILLS = 100
PUSHES = 50


def main() -> int:
    """Run all three, print what is left, and return 1 when something was lost."""
    with tempfile.TemporaryDirectory() as folder:
        outcome = checkins_at_once(Path(folder) / "concurrent", AT_ONCE)
        print(outcome)
        damage = kill_checkins(Path(folder) / "kill", KILLS, seed=KILLS)
        print(damage)
        arrived = checkins_from_two_clones(Path(folder) / "clones", PUSHES)
        print(arrived)
    whole = outcome.commits == outcome.files == AT_ONCE and outcome.index_untouched
    broken = damage.lost + damage.torn + damage.index_changes + damage.stuck
    all_arrived = arrived.values == tuple(range(2 * PUSHES))
    return 0 if whole and not broken and all_arrived else 1


if __name__ == "__main__":
    sys.exit(main())
