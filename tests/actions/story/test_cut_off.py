from datetime import date
from pathlib import Path

from okrcli.actions.story.cut_off import unknown_since
from tests.repositories import git
from tests.security.forging import OBJECTIVE, agreed, objective


def test_shallow_clone_knows_goalposts_since_its_first_commit(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme").commit("2026-10-05", {OBJECTIVE: objective(50)})
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{space.root}", "shallow")
    said = unknown_since(tmp_path / "shallow", date(2026, 10, 4))

    assert said is not None
    assert said.startswith("Goalposts that have moved since 2026-10-04 without an amendment count")
    assert "This clone is shallow" in said
    assert unknown_since(tmp_path / "shallow", date(2026, 10, 5)) is None
    assert unknown_since(space.root, date(2026, 9, 1)) is None


def test_without_a_repository_there_is_nothing_to_know(tmp_path: Path) -> None:
    assert unknown_since(tmp_path, date(2026, 9, 1)) is None
