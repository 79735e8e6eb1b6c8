from pathlib import Path

import pytest

from okrcli.errors import HistoryError
from okrcli.history.pushing.replay import replay, require_checkins, unpushed_commits
from tests.history.builders import committed_files, opened
from tests.repositories import commit_file, git, photograph

TRAILER = "OKR-Checkin: 2026-11-20-ana-1"


def check_in(root: Path, name: str, text: str = "date: 2026-11-20\n") -> str:
    return commit_file(root, f"checkins/{name}.yaml", text, f"Check in: {name}\n\n{TRAILER}")


@pytest.fixture
def theirs(repository: Path) -> str:
    """Return a commit of others on a branch of their own, on top of what we began with."""
    git(repository, "checkout", "--quiet", "-b", "theirs")
    sha = commit_file(repository, "checkins/theirs.yaml", "date: 2026-11-20\n")
    git(repository, "checkout", "--quiet", "main")
    return sha


def test_commits_that_the_upstream_lacks_come_from_the_oldest(
    repository: Path, theirs: str
) -> None:
    made = [check_in(repository, name) for name in ("b", "a")]

    assert unpushed_commits(opened(repository), theirs, made[-1]) == tuple(made)
    assert unpushed_commits(opened(repository), made[-1], made[-1]) == ()


def test_check_ins_are_made_again_on_top_without_touching_the_work_tree(
    repository: Path, theirs: str
) -> None:
    made = [check_in(repository, name) for name in ("b", "a")]
    (repository / "README.md").write_text("of the user\n")
    before = photograph(repository)

    last = replay(opened(repository), made, theirs)
    assert git(repository, "rev-parse", f"{last}~2") == theirs
    subjects = git(repository, "log", "--format=%s", f"{theirs}..{last}").splitlines()
    assert subjects == ["Check in: a", "Check in: b"]
    assert [committed_files(repository, f"{last}{up}") for up in ("", "~1")] == [
        ["checkins/a.yaml"],
        ["checkins/b.yaml"],
    ]
    assert photograph(repository) == before


def test_author_and_message_stay_as_they_were(
    repository: Path, theirs: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Пётр <")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-11-20T09:12:44+0300")
    made = check_in(repository, "a")
    for name in ("GIT_AUTHOR_NAME", "GIT_AUTHOR_DATE"):
        monkeypatch.delenv(name)

    last = replay(opened(repository), [made], theirs)
    form = "--format=%an %ae %ai%n%B"
    assert git(repository, "log", "-1", form, last) == git(repository, "log", "-1", form, made)


def test_what_is_there_already_is_left_out(repository: Path, theirs: str) -> None:
    made = check_in(repository, "theirs")

    assert replay(opened(repository), [made], theirs) == theirs


def test_file_of_others_with_another_content_is_refused(repository: Path, theirs: str) -> None:
    made = check_in(repository, "theirs", "date: 2026-11-21\n")

    with pytest.raises(
        HistoryError, match=r"Somebody else has pushed a different checkins/theirs\.yaml"
    ):
        replay(opened(repository), [made], theirs)


@pytest.mark.parametrize("name", ["*", "a b", "ñ", "two\nlines"])
def test_names_of_any_kind_are_made_again(repository: Path, theirs: str, name: str) -> None:
    made = check_in(repository, name)

    last = replay(opened(repository), [made], theirs)
    assert committed_files(repository, last) == [f"checkins/{name}.yaml"]


def test_what_is_no_check_in_is_refused_by_its_name(repository: Path) -> None:
    added = check_in(repository, "a")
    changed = check_in(repository, "a", "date: 2026-11-21\n")
    without_trailer = commit_file(repository, "checkins/b.yaml", "1\n", "Check in: b")

    require_checkins(opened(repository), [added])
    for commit in (changed, without_trailer):
        with pytest.raises(HistoryError, match=f"{commit[:10]} is not a check-in"):
            require_checkins(opened(repository), [added, commit])


def test_merge_is_refused(repository: Path, theirs: str) -> None:
    check_in(repository, "a")
    git(repository, "merge", "--quiet", "--no-ff", "-m", f"Merge\n\n{TRAILER}", theirs)
    merged = git(repository, "rev-parse", "HEAD")

    with pytest.raises(HistoryError, match="is not a check-in"):
        require_checkins(opened(repository), [merged])
