from pathlib import Path

import pytest

from okrcli.errors import HistoryError
from okrcli.history.configuration import Identity
from okrcli.history.repository import (
    create_repository,
    folder_in_repository,
    identity_at,
    open_repository,
)
from tests.history.builders import opened, prepare_conflict, stop_in
from tests.repositories import commit_file, git, make_repository


def test_open_repository_finds_it_from_a_folder_below(repository: Path) -> None:
    folder = repository / "teams/support"
    folder.mkdir(parents=True)
    assert opened(folder).root == repository


def test_open_repository_finds_it_from_a_folder_that_is_not_made_yet(repository: Path) -> None:
    assert opened(repository / "not/yet").root == repository


def test_open_repository_is_none_outside_of_any(tmp_path: Path) -> None:
    assert open_repository(tmp_path) is None


def test_open_repository_follows_a_symlink(repository: Path, tmp_path: Path) -> None:
    link = tmp_path / "link"
    link.symlink_to(repository)
    found = opened(link)
    assert found.root == repository
    assert found.name_of(link / "README.md") == "README.md"


def test_open_repository_gives_the_safe_directory_hint_when_another_user_owns_it(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    with pytest.raises(HistoryError, match="another user") as raised:
        open_repository(repository)
    (hint,) = raised.value.hints
    assert str(hint).endswith(f"safe.directory {repository}")


def test_open_repository_refuses_a_link_to_nowhere(tmp_path: Path) -> None:
    (tmp_path / ".git").write_text("gitdir: /nowhere/at/all\n", encoding="utf-8")
    with pytest.raises(HistoryError, match="cannot be opened"):
        open_repository(tmp_path)


def test_open_repository_refuses_a_line_break_in_its_path(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "two\nlines")
    with pytest.raises(HistoryError, match="line break"):
        open_repository(root)


def test_open_repository_keeps_linked_worktrees_apart(repository: Path, tmp_path: Path) -> None:
    git(repository, "worktree", "add", "--quiet", str(tmp_path / "linked"), "-b", "topic")
    main, linked = opened(repository), opened(tmp_path / "linked")
    assert linked.root == tmp_path / "linked"
    assert linked.common_folder == main.common_folder
    assert linked.git_folder != main.git_folder
    assert linked.lock_file != main.lock_file


def test_open_repository_opens_a_submodule_and_not_what_is_around_it(
    repository: Path, tmp_path: Path
) -> None:
    inner = make_repository(tmp_path / "inner")
    git(repository, "-c", "protocol.file.allow=always", "submodule", "add", str(inner), "okrs")
    assert opened(repository / "okrs").root == repository / "okrs"


def test_shallow_clone_is_known(repository: Path, tmp_path: Path) -> None:
    commit_file(repository, "a", "a")
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository}", "shallow")
    assert opened(tmp_path / "shallow").is_shallow()
    assert not opened(repository).is_shallow()


def test_head_and_branch(repository: Path) -> None:
    found = opened(repository)
    assert found.head() == git(repository, "rev-parse", "HEAD")
    assert found.branch() == "main"


def test_branch_is_none_when_head_is_detached(repository: Path) -> None:
    git(repository, "checkout", "--quiet", "--detach")
    assert opened(repository).branch() is None


def test_head_is_none_on_an_unborn_branch(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet", "--initial-branch=team/x")
    assert opened(tmp_path).head() is None
    assert opened(tmp_path).branch() == "team/x"


def test_identity_is_what_git_is_told(repository: Path) -> None:
    git(repository, "config", "user.name", "Ана <3 Łódź")
    identity = opened(repository).identity()
    assert identity is not None
    assert identity.name.startswith("Ана")
    assert identity.email == "ana@example.com"


def test_identity_is_found_outside_a_repository(tmp_path: Path) -> None:
    assert identity_at(tmp_path / "new") == Identity("Ana", "ana@example.com")


def test_identity_is_never_invented(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert opened(repository).identity() is None
    assert opened(repository).committer() is None


def test_identity_is_never_half_invented(
    repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    git(repository, "config", "user.email", "ana@example.com")
    assert opened(repository).identity() is None
    assert opened(repository).committer() is None


@pytest.mark.parametrize("operation", ["merge", "cherry-pick", "revert", "rebase"])
def test_operation_in_progress_is_named(repository: Path, operation: str) -> None:
    stop_in(repository, operation)
    assert opened(repository).operation_in_progress() == operation


def test_operation_in_progress_is_named_between_two_picks(repository: Path) -> None:
    stop_in(repository, "cherry-pick", "topic~1", "topic")
    (repository / "README.md").write_text("Both\n", encoding="utf-8")
    git(repository, "commit", "--quiet", "--all", "--message", "Resolved")
    assert opened(repository).operation_in_progress() == "cherry-pick"


def test_operation_in_progress_is_named_when_mail_is_applied(repository: Path) -> None:
    prepare_conflict(repository)
    git(repository, "format-patch", "--quiet", "-1", "topic~1", "--output=patch.mail")
    git(repository, "am", "--quiet", "patch.mail", status=128)
    assert opened(repository).operation_in_progress() == "am"


def test_bisect_is_no_operation_in_progress(repository: Path) -> None:
    git(repository, "bisect", "start")
    assert opened(repository).operation_in_progress() is None


def test_ignored_names_existing_and_future_files(repository: Path) -> None:
    commit_file(repository, ".gitignore", "checkins/\n*.tmp\n")
    paths = [
        repository / "checkins/2026/a.yaml",
        repository / ":(top)odd*.yaml",
        repository / "b.tmp",
    ]
    assert opened(repository).find_ignored(paths) == (paths[0], paths[2])


def test_ignored_is_empty_for_what_git_keeps_anyway(repository: Path) -> None:
    commit_file(repository, "kept.tmp", "a")
    commit_file(repository, ".gitignore", "*.tmp\n")
    assert opened(repository).find_ignored([repository / "kept.tmp"]) == ()


def test_paths_outside_the_repository_are_refused(repository: Path, tmp_path: Path) -> None:
    with pytest.raises(HistoryError, match="not in the repository"):
        opened(repository).name_of(repository / ".." / "elsewhere.yaml")
    (repository / "out").symlink_to(tmp_path)
    with pytest.raises(HistoryError, match="not in the repository"):
        opened(repository).find_ignored([repository / "out/a.yaml"])


def test_status_tells_staged_changed_and_untracked_apart(repository: Path) -> None:
    commit_file(repository, "okrs/changed.yaml", "a")
    (repository / "okrs/changed.yaml").write_text("b", encoding="utf-8")
    (repository / "okrs/staged ü.yaml").write_text("b", encoding="utf-8")
    git(repository, "add", "okrs/staged ü.yaml")
    (repository / "okrs/new").mkdir()
    (repository / "okrs/new/x*y.yaml").write_text("b", encoding="utf-8")
    found = opened(repository)
    assert found.staged_paths() == (repository / "okrs/staged ü.yaml",)
    assert found.has_staged_changes(repository / "okrs/staged ü.yaml")
    assert not found.has_staged_changes(repository / "okrs/changed.yaml")
    assert not found.is_clean_for(repository / "okrs/changed.yaml")
    assert found.is_clean_for(repository / "README.md")
    names = {file.name: file.is_untracked for file in found.uncommitted_files(repository / "okrs")}
    assert names == {
        "okrs/changed.yaml": False,
        "okrs/staged ü.yaml": False,
        "okrs/new/x*y.yaml": True,
    }


def test_status_reads_names_literally(repository: Path) -> None:
    (repository / "ab.yaml").write_text("b", encoding="utf-8")
    assert opened(repository).is_clean_for(repository / "a*.yaml")


def test_status_knows_a_conflict_and_an_announced_file(repository: Path) -> None:
    stop_in(repository, "merge")
    (repository / "soon.yaml").write_text("b", encoding="utf-8")
    git(repository, "add", "--intent-to-add", "soon.yaml")
    files = {file.name: file for file in opened(repository).status().files}
    assert files["README.md"].is_conflicted
    assert files["soon.yaml"].is_staged


def test_create_repository_uses_the_users_default_branch(tmp_path: Path) -> None:
    created = create_repository(tmp_path / "new/okrs")
    assert created.root == tmp_path / "new/okrs"
    assert created.branch() == "main"


def test_create_repository_keeps_an_existing_one(repository: Path) -> None:
    head = git(repository, "rev-parse", "HEAD")
    assert create_repository(repository).head() == head


def test_tip_is_the_head_that_git_tells(repository: Path) -> None:
    found = opened(repository)
    assert found.tip() == found.head() is not None
    git(repository, "pack-refs", "--all", "--prune")
    assert found.tip() == found.head()
    commit_file(repository, "a", "a")
    assert found.tip() == found.head()
    git(repository, "checkout", "--quiet", "--detach", "HEAD~1")
    assert found.tip() == found.head()


def test_tip_of_an_unborn_branch_is_none(tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")
    assert opened(tmp_path).tip() is None


def test_tip_is_that_of_the_linked_work_tree(repository: Path, tmp_path: Path) -> None:
    git(repository, "worktree", "add", "--quiet", str(tmp_path / "linked"))
    commit_file(tmp_path / "linked", "a", "a")
    found = opened(tmp_path / "linked")
    assert found.tip() == found.head() != opened(repository).head()


def test_folder_is_named_from_the_root_of_the_repository(tmp_path: Path) -> None:
    root = make_repository(tmp_path / "monorepo")
    (root / "teams/support").mkdir(parents=True)

    assert folder_in_repository(root / "teams/support") == "teams/support"
    assert folder_in_repository(root) == ""
    assert folder_in_repository(tmp_path) == ""
