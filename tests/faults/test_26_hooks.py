"""A hook rejects, a hook reformats, and the hooks are those of `core.hooksPath`."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from okrcli.errors import HistoryError
from okrcli.history.commit import commit_paths
from tests.cli.conftest import Okr
from tests.faults.commands import CHANGING, CHECKIN, EDIT, FILE, MAKING, WRITING
from tests.history.builders import (
    NAME,
    committed_files,
    kept_but_not_committed,
    opened,
    staged_entries,
    writing,
    writing_in,
)
from tests.repositories import commit_file, git, make_hook, photograph


def test_record_keeps_and_names_the_file_when_a_hook_rejects(repository: Path) -> None:
    make_hook(repository, "pre-commit", "echo 'No commits on Fridays' >&2; exit 1")
    error = kept_but_not_committed(repository)
    assert "No commits on Fridays" in error.message
    (hint,) = error.hints
    assert NAME in str(hint)


def test_record_keeps_and_names_the_file_when_a_hook_rejects_the_first_commit(
    tmp_path: Path,
) -> None:
    git(tmp_path, "init", "--quiet")
    make_hook(tmp_path, "commit-msg", "exit 1")
    kept_but_not_committed(tmp_path)


def test_record_keeps_an_edit_when_a_hook_rejects(repository: Path) -> None:
    commit_file(repository, "a.yaml", "1\n")
    index = staged_entries(repository)
    make_hook(repository, "pre-commit", "exit 1")
    path = repository / "a.yaml"
    with pytest.raises(HistoryError, match=r"a\.yaml"):
        commit_paths(opened(repository), [path], "Amend\n", writing(path, "2\n"))
    assert path.read_text(encoding="utf-8") == "2\n"
    assert staged_entries(repository) == index


@pytest.mark.parametrize(
    ("hook", "arguments"),
    [
        *(("pre-commit", each) for each in (*WRITING, *MAKING)),
        ("commit-msg", CHECKIN),
        ("prepare-commit-msg", CHECKIN),
    ],
)
def test_file_that_a_hook_rejects_stays_and_is_named(
    okr: Okr, root: Path, arguments: tuple[str, ...], hook: str
) -> None:
    make_hook(root, hook, "echo too late >&2; exit 1")
    head = git(root, "rev-parse", "HEAD")

    ran = okr(*arguments)
    kept = git(root, "ls-files", "--others", "--modified").splitlines()
    assert (ran.code, ran.out, "too late" in ran.err) == (3, "", True), ran.err
    assert kept
    assert [path for path in kept if path not in ran.err] == []
    assert git(root, "diff", "--cached", "--name-only") == ""
    assert git(root, "rev-parse", "HEAD") == head


def test_command_of_the_message_commits_what_the_hook_rejected(okr: Okr, root: Path) -> None:
    make_hook(root, "pre-commit", "exit 1")
    ran = okr(*EDIT)
    [command] = re.findall(r"git add -- \S+ && git commit --only -- \S+", ran.err)
    (root / ".git/hooks/pre-commit").unlink()

    editor = {**os.environ, "GIT_EDITOR": "echo Add it >"}
    subprocess.run(["sh", "-c", command], cwd=root, check=True, env=editor, capture_output=True)
    assert git(root, "log", "-1", "--format=%s") == "Add it"
    assert git(root, "show", "--format=", "--name-only") == FILE
    assert git(root, "status", "--porcelain") == ""


def test_init_whose_commit_a_hook_refuses_names_the_files_that_stay(
    run_okr: Okr, repository: Path
) -> None:
    make_hook(repository, "pre-commit", "echo no >&2; exit 1")

    ran = run_okr(repository, "init")
    assert ran.code == 3
    assert "okr.yaml" in ran.err
    assert (repository / "okr.yaml").exists()
    assert git(repository, "diff", "--cached", "--name-only") == ""


def test_record_leaves_a_clean_status_when_a_hook_reformats(repository: Path) -> None:
    make_hook(repository, "pre-commit", f"echo '# tidy' >> {NAME}; git add {NAME}")
    made = commit_paths(
        opened(repository), [repository / NAME], "Check in\n", writing_in(repository)
    )
    assert made.warnings == ()
    assert git(repository, "show", f"HEAD:{NAME}").endswith("# tidy")
    assert git(repository, "status", "--porcelain") == ""


def test_record_warns_and_stages_nothing_when_a_hook_changes_the_file_behind_the_commit(
    repository: Path,
) -> None:
    make_hook(repository, "pre-commit", f"echo '# late' >> {NAME}")
    made = commit_paths(
        opened(repository), [repository / NAME], "Check in\n", writing_in(repository)
    )
    assert made.warnings == (f"A hook changed {NAME} after the commit.",)
    assert git(repository, "status", "--porcelain") == f" M {NAME}"


def test_record_respects_the_hooks_path(repository: Path, tmp_path: Path) -> None:
    hook = tmp_path / "hooks/pre-commit"
    hook.parent.mkdir()
    hook.write_text("#!/bin/sh\necho 'from the hooks path' >&2\nexit 1\n", encoding="utf-8")
    hook.chmod(0o755)
    git(repository, "config", "core.hooksPath", str(hook.parent))
    assert "from the hooks path" in kept_but_not_committed(repository).message


def test_record_works_again_after_a_refusal(repository: Path) -> None:
    make_hook(repository, "pre-commit", "exit 1")
    kept_but_not_committed(repository)
    (repository / ".git/hooks/pre-commit").unlink()
    commit_paths(
        opened(repository), [repository / "b.yaml"], "Check in\n", writing(repository / "b.yaml")
    )
    assert git(repository, "status", "--porcelain", "-uall") == f"?? {NAME}"


@pytest.mark.parametrize("arguments", WRITING, ids=" ".join)
def test_status_is_clean_after_a_hook_has_reformatted_what_a_command_writes(
    okr: Okr, root: Path, arguments: tuple[str, ...]
) -> None:
    each = "for f in $(git diff --cached --name-only)"
    make_hook(root, "pre-commit", f"{each}; do echo '# tidy' >> $f; git add $f; done")

    assert okr(*arguments).code == 0
    for path in committed_files(root):
        assert git(root, "show", f"HEAD:{path}").endswith("\n# tidy")
    assert git(root, "status", "--porcelain") == ""


@pytest.mark.parametrize("arguments", CHANGING, ids=" ".join)
def test_change_that_a_hook_rejects_is_taken_back(
    okr: Okr, root: Path, arguments: tuple[str, ...]
) -> None:
    make_hook(root, "pre-commit", "echo too late >&2; exit 1")
    before = photograph(root)
    ran = okr(*arguments)
    assert (ran.code, ran.out, "too late" in ran.err) == (3, "", True), ran.err
    assert "nothing was changed" in ran.err
    after = photograph(root)
    assert {name for name in {*before, *after} if before.get(name) != after.get(name)} <= {
        ".git/index",
        ".git/COMMIT_EDITMSG",
    }
    assert git(root, "status", "--porcelain") == ""
