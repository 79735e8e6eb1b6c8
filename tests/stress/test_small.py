from pathlib import Path

from tests.stress.concurrent import checkins_at_once
from tests.stress.kill import kill_checkins


def test_checkins_at_the_same_moment_are_all_kept(tmp_path: Path) -> None:
    outcome = checkins_at_once(tmp_path / "acme", 4)

    assert outcome.codes == (0, 0, 0, 0)
    assert outcome.values == (0, 1, 2, 3)
    assert outcome.commits == outcome.files == 4
    assert outcome.files_by_commit == {1}
    assert outcome.index_untouched
    assert outcome.status == " M code.py\nA  staged.py\n?? untracked.py"


def test_killed_checkins_tear_and_lose_nothing(tmp_path: Path) -> None:
    damage = kill_checkins(tmp_path / "acme", 8)

    assert damage.killed > 0
    assert (damage.lost, damage.torn, damage.index_changes, damage.stuck) == ([], [], [], [])
