import os
from pathlib import Path

import pytest

from okrcli.errors import HistoryError
from okrcli.history.commit import commit_paths
from okrcli.history.message import checkin_message
from okrcli.history.pushing import push as push_module
from okrcli.history.pushing.push import push
from tests.history.builders import opened, stop_in, writing
from tests.repositories import commit_file, git, make_hook, make_remote, photograph


@pytest.fixture
def shared(repository: Path) -> Path:
    """Return our clone of a repository that Pavel works in too, as `pavel` beside it."""
    commit_file(repository, "plan.txt", "1\n")
    make_remote(repository)
    git(repository.parent, "clone", "--quiet", "remote.git", "pavel")
    return repository


def test_push_takes_the_branch_to_its_upstream(shared: Path) -> None:
    sha = check_in(shared, "a")
    pushed = push(opened(shared))
    assert (pushed.sha, pushed.upstream, pushed.warnings) == (sha, "origin/main", ())
    assert remote_files(shared) == ["README.md", "checkins/a.yaml", "plan.txt"]


def test_push_uses_the_upstreams_name(shared: Path) -> None:
    git(shared, "checkout", "--quiet", "-b", "mine", "--track", "origin/main")
    check_in(shared, "a")
    push(opened(shared))
    assert "checkins/a.yaml" in remote_files(shared)
    assert git(shared.parent / "remote.git", "for-each-ref", "--format=%(refname)") == (
        "refs/heads/main"
    )


def test_push_remakes_our_checkins_when_others_were_quicker(shared: Path) -> None:
    check_in(shared, "a")
    check_in(shared, "b")
    theirs = other_pushes(shared, "plan.txt", "2\n")
    pushed = push(opened(shared))
    assert pushed.warnings == ()
    assert git(shared, "rev-parse", "HEAD", "origin/main") == f"{pushed.sha}\n{pushed.sha}"
    assert git(shared, "rev-parse", "HEAD~2") == theirs
    assert git(shared, "log", "-2", "--format=%an %s") == "Ana Check in: b\nAna Check in: a"
    assert (shared / "plan.txt").read_text(encoding="utf-8") == "2\n"
    assert git(shared, "status", "--porcelain") == ""


def test_push_keeps_author_time_and_message_of_what_it_remakes(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Пётр")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2026-11-20T09:12:44+0300")
    check_in(shared, "a", "# note")
    monkeypatch.delenv("GIT_AUTHOR_NAME")
    monkeypatch.delenv("GIT_AUTHOR_DATE")
    shown = git(shared, "log", "-1", "--format=%an %ae %aI%n%B")
    other_pushes(shared, "plan.txt", "2\n")
    push(opened(shared))
    assert git(shared, "log", "-1", "--format=%an %ae %aI%n%B") == shown


def test_push_leaves_the_users_changes_as_they_are(shared: Path) -> None:
    commit_file(shared, "mine.txt", "1\n")
    git(shared, "push", "--quiet")
    check_in(shared, "a")
    (shared / "mine.txt").write_text("staged\n", encoding="utf-8")
    git(shared, "add", "mine.txt")
    (shared / "mine.txt").write_text("unstaged\n", encoding="utf-8")
    (shared / "untracked.txt").write_text("mine\n", encoding="utf-8")
    before = git(shared, "status", "--porcelain"), git(shared, "diff"), git(shared, "stash", "list")
    other_pushes(shared, "plan.txt", "2\n")
    assert push(opened(shared)).warnings == ()
    after = git(shared, "status", "--porcelain"), git(shared, "diff"), git(shared, "stash", "list")
    assert after == before
    assert (shared / "plan.txt").read_text(encoding="utf-8") == "2\n"


def test_push_leaves_the_branch_behind_when_following_would_touch_the_users_changes(
    shared: Path,
) -> None:
    sha = check_in(shared, "a")
    (shared / "plan.txt").write_text("mine\n", encoding="utf-8")
    other_pushes(shared, "plan.txt", "2\n")
    pushed = push(opened(shared))
    assert "plan.txt" in pushed.warnings[0]
    assert "checkins/a.yaml" in remote_files(shared)
    assert git(shared, "rev-parse", "HEAD") == sha
    assert (shared / "plan.txt").read_text(encoding="utf-8") == "mine\n"
    assert git(shared, "status", "--porcelain") == " M plan.txt"


@pytest.mark.parametrize("ignored", [True, False])
def test_push_never_overwrites_a_file_that_only_the_user_has(shared: Path, ignored: bool) -> None:
    (shared / ".git/info/exclude").write_text("secret.txt\n" if ignored else "", encoding="utf-8")
    check_in(shared, "a")
    (shared / "secret.txt").write_text("mine\n", encoding="utf-8")
    other_pushes(shared, "secret.txt", "theirs\n")
    pushed = push(opened(shared))
    assert "secret.txt" in pushed.warnings[0]
    assert (shared / "secret.txt").read_text(encoding="utf-8") == "mine\n"
    assert "checkins/a.yaml" in remote_files(shared)


def test_push_follows_when_a_file_has_only_a_new_time(shared: Path) -> None:
    check_in(shared, "a")
    os.utime(shared / "plan.txt", (0, 0))
    other_pushes(shared, "plan.txt", "2\n")
    assert push(opened(shared)).warnings == ()


def test_push_leaves_the_branch_alone_when_it_moves_meanwhile(shared: Path) -> None:
    check_in(shared, "a")
    other_pushes(shared, "plan.txt", "2\n")
    make_hook(shared, "pre-push", "git commit -q --allow-empty -m meanwhile")
    with pytest.raises(HistoryError, match="has just changed"):
        push(opened(shared))
    make_hook(shared, "pre-push", "[ -e .git/n ] && git commit -q --allow-empty -m more; >.git/n")
    git(shared, "reset", "--quiet", "--hard", "HEAD~1")
    pushed = push(opened(shared))
    assert "has changed meanwhile" in pushed.warnings[0]
    assert git(shared, "log", "-1", "--format=%s") == "more"
    assert (shared / "plan.txt").read_text(encoding="utf-8") == "1\n"
    assert git(shared, "status", "--porcelain") == ""


def test_push_works_from_a_branch_that_was_left_behind(shared: Path) -> None:
    check_in(shared, "a")
    (shared / "plan.txt").write_text("mine\n", encoding="utf-8")
    other_pushes(shared, "plan.txt", "2\n")
    push(opened(shared))
    check_in(shared, "b")
    push(opened(shared))
    remote = git(shared, "log", "--format=%s", "origin/main").splitlines()
    assert remote[:2] == ["Check in: b", "Check in: a"]
    assert remote.count("Check in: a") == 1
    git(shared, "checkout", "--quiet", "plan.txt")
    assert git(shared, "pull", "--quiet", "--rebase") == ""
    assert git(shared, "rev-parse", "HEAD") == git(shared, "rev-parse", "origin/main")


def test_push_refuses_to_remake_other_commits_of_ours(shared: Path) -> None:
    commit_file(shared, "plan.txt", "mine\n")
    check_in(shared, "a")
    other_pushes(shared, "other.txt", "2\n")
    not_pushed(shared, "is not a check-in")


def test_push_refuses_to_remake_a_checkin_that_edits(shared: Path) -> None:
    commit_file(shared, "plan.txt", "mine\n", "Check in\n\nOKR-Checkin: x\n")
    other_pushes(shared, "other.txt", "2\n")
    not_pushed(shared, "is not a check-in")


def test_push_refuses_when_others_pushed_another_file_of_that_name(shared: Path) -> None:
    check_in(shared, "a")
    other_pushes(shared, "checkins/a.yaml", "theirs\n")
    not_pushed(shared, r"different checkins/a\.yaml")


def test_push_refuses_when_the_upstream_was_rewritten(shared: Path) -> None:
    check_in(shared, "old")
    git(shared, "push", "--quiet")
    check_in(shared, "a")
    other = shared.parent / "pavel"
    commit_file(other, "other.txt", "2\n")
    git(other, "push", "--quiet", "--force")
    not_pushed(shared, "was rewritten")


def test_push_refuses_to_remake_during_a_merge(shared: Path) -> None:
    check_in(shared, "a")
    stop_in(shared, "merge")
    other_pushes(shared, "other.txt", "2\n")
    not_pushed(shared, "merge is in progress")


def test_push_never_remakes_unsigned_when_the_signer_is_broken(shared: Path) -> None:
    check_in(shared, "a")
    git(shared, "config", "commit.gpgSign", "true")
    git(shared, "config", "gpg.program", "false")
    other_pushes(shared, "plan.txt", "2\n")
    not_pushed(shared, "failed to sign")


def test_push_gives_up_when_others_are_always_quicker(
    shared: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(push_module, "TRIES", 2)
    check_in(shared, "a")
    other_pushes(shared, "plan.txt", "0\n")
    other = shared.parent / "pavel"
    quicker = "echo more >> $O/n; git -C $O add n; git -C $O commit -qm n; git -C $O push -q"
    make_hook(shared, "pre-push", f"unset GIT_DIR; O={other}; {quicker}")
    not_pushed(shared, "Others keep pushing")
    assert len(git(other, "log", "--format=%s", "--grep=^n$").splitlines()) == 3


def test_push_says_what_the_server_said(shared: Path) -> None:
    hook = shared.parent / "remote.git/hooks/pre-receive"
    hook.parent.mkdir()
    hook.write_text("#!/bin/sh\necho 'main is protected'; exit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    check_in(shared, "a")
    not_pushed(shared, r"main is protected[\s\S]*pre-receive hook declined")


def test_push_respects_the_users_hooks(shared: Path) -> None:
    make_hook(shared, "pre-push", "echo 'tests first' >&2; exit 1")
    check_in(shared, "a")
    not_pushed(shared, "tests first")


def test_push_says_so_when_the_remote_cannot_be_reached(shared: Path) -> None:
    git(shared, "remote", "set-url", "origin", str(shared.parent / "gone.git"))
    check_in(shared, "a")
    not_pushed(shared, "not pushed to origin/main")


def test_push_names_the_next_step_without_an_upstream(repository: Path) -> None:
    with pytest.raises(HistoryError, match="no upstream") as raised:
        push(opened(repository))
    assert raised.value.hints == ("Give it one: git push -u origin main",)


def test_push_refuses_a_detached_head(shared: Path) -> None:
    git(shared, "checkout", "--quiet", "--detach")
    with pytest.raises(HistoryError, match="detached"):
        push(opened(shared))


def test_push_refuses_a_branch_that_is_pushed_elsewhere(shared: Path) -> None:
    git(shared, "remote", "add", "fork", str(shared.parent / "fork.git"))
    git(shared, "config", "branch.main.pushRemote", "fork")
    with pytest.raises(HistoryError, match="pushed to fork"):
        push(opened(shared))


def test_push_refuses_an_unborn_branch(shared: Path) -> None:
    git(shared, "checkout", "--quiet", "--orphan", "new")
    with pytest.raises(HistoryError, match="no upstream"):
        push(opened(shared))


def check_in(root: Path, name: str, note: str = "") -> str:
    path = root / f"checkins/{name}.yaml"
    return commit_paths(
        opened(root), [path], checkin_message([name], [note], name, []), writing(path, name)
    ).sha


def other_pushes(root: Path, name: str, text: str) -> str:
    """Let Pavel push a commit of one file."""
    other = root.parent / "pavel"
    git(other, "pull", "--quiet", "--rebase")
    sha = commit_file(other, name, text)
    git(other, "push", "--quiet")
    return sha


def remote_files(root: Path) -> list[str]:
    names = git(root.parent / "remote.git", "ls-tree", "-r", "--name-only", "main")
    return names.splitlines()


def not_pushed(root: Path, words: str) -> None:
    """See that nothing of ours changes when a push is refused."""
    before = own_things(root)
    with pytest.raises(HistoryError, match=words):
        push(opened(root))
    assert own_things(root) == before


def own_things(root: Path) -> dict[str, bytes]:
    shot = photograph(root)
    return {name: content for name, content in shot.items() if "/remotes/" not in name}
