from pathlib import Path

import pytest

from tests.stress.kill import kill_checkins

pytestmark = pytest.mark.slow


def test_killed_checkins_tear_and_lose_nothing(tmp_path: Path) -> None:
    damage = kill_checkins(tmp_path / "acme", 8)

    assert damage.killed > 0
    assert (damage.lost, damage.torn, damage.index_changes, damage.stuck) == ([], [], [], [])
