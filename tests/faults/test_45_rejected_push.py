"""After a rejected push our own commit is made again on top, and nothing is stashed."""

from pathlib import Path

import pytest

from okrcli.history.pushing import push as push_module
from tests.cli.conftest import Okr
from tests.faults.commands import CHECKIN
from tests.history.builders import change
from tests.repositories import commit_file, git, make_hook, make_remote
from tests.stress.clones import checkins_from_two_clones

pytestmark = pytest.mark.slow

PUSH = (*CHECKIN, "--push")


@pytest.fixture
def pavel(root: Path) -> Path:
    """Return Pavel's clone of the repository; he has pushed before us."""
    git(root.parent, "clone", "--quiet", str(make_remote(root)), "pavel")
    push_as_pavel(root.parent / "pavel", "code.py", "one\n")
    return root.parent / "pavel"


def push_as_pavel(clone: Path, name: str, text: str) -> None:
    commit_file(clone, name, text)
    git(clone, "push", "--quiet")


def remote_log(root: Path) -> list[str]:
    return git(root.parent / "remote.git", "log", "--format=%s", "main").splitlines()


def test_only_our_commit_is_made_again(okr: Okr, root: Path, pavel: Path) -> None:
    theirs = git(pavel, "rev-parse", "HEAD")

    ran = okr(*PUSH)
    made = git(root, "rev-parse", "HEAD")
    assert ran.code == 0, ran.err
    assert ran.out.endswith(f"Pushed to origin/main as {made[:9]}.\n")
    assert git(root, "rev-parse", "HEAD~1", "origin/main") == f"{theirs}\n{made}"
    assert len(remote_log(root)) == 4
    assert git(root, "rev-list", "--merges", "HEAD") == ""


@pytest.mark.usefixtures("pavel")
def test_work_of_the_user_stays_and_is_never_stashed(okr: Okr, root: Path) -> None:
    git(root, "config", "rebase.autoStash", "true")
    git(root, "config", "merge.autoStash", "true")
    change(root, "README.md", "staged\n")
    git(root, "add", "README.md")
    change(root, "README.md", "unstaged\n")
    change(root, "untracked.txt", "mine\n")
    before = git(root, "status", "--porcelain"), git(root, "diff"), git(root, "diff", "--cached")

    ran = okr(*PUSH)
    assert ran.code == 0, ran.err
    assert (root / "code.py").read_text(encoding="utf-8") == "one\n"
    after = git(root, "status", "--porcelain"), git(root, "diff"), git(root, "diff", "--cached")
    assert after == before
    assert git(root, "stash", "list") == ""
    assert not list(root.glob(".git/refs/stash*"))


def test_commit_that_is_not_ours_is_never_made_again(okr: Okr, root: Path, pavel: Path) -> None:
    mine = commit_file(root, "mine.py", "mine\n")
    ran = okr(*PUSH)

    assert ran.code == 3
    assert "is not a check-in" in ran.err
    assert "Committed as " in ran.out, "the check-in is made, and stays"
    assert git(root, "rev-parse", "HEAD~1") == mine
    assert git(root, "status", "--porcelain") == ""
    assert remote_log(root)[0] == git(pavel, "log", "-1", "--format=%s")


def test_retries_are_bounded(
    okr: Okr, root: Path, pavel: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(push_module, "TRIES", 2)
    quicker = "echo more >> $O/n; git -C $O add n; git -C $O commit -qm quicker; git -C $O push -q"
    make_hook(root, "pre-push", f"unset GIT_DIR; O={pavel}; {quicker}")
    ran = okr(*PUSH)

    assert (ran.code, "Others keep pushing to origin/main at the same time." in ran.err) == (
        3,
        True,
    )
    assert "The commit is in your branch." in ran.err
    assert remote_log(root).count("quicker") == 3
    assert git(root, "log", "-1", "--format=%s").startswith("Check in")


def test_two_clones_that_push_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    arrived = checkins_from_two_clones(tmp_path, 4)

    assert arrived.values == tuple(range(8))
    assert (arrived.files, arrived.merges, arrived.statuses) == (8, 0, ("", ""))
