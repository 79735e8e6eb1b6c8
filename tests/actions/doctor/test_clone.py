from pathlib import Path

import pytest

from okrcli.actions.doctor.clone import clone_diagnoses
from okrcli.views.doctor import Diagnosis
from tests.cli.workspaces import FILES, write
from tests.history.builders import opened, stop_in
from tests.repositories import commit_file, git, make_committed, make_hook

PATH = "objectives/2026-Q4/cx-leader.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return make_committed(tmp_path / "acme", FILES)


def found(root: Path) -> dict[str, Diagnosis]:
    diagnoses = [*clone_diagnoses(opened(root), root.resolve())]
    assert len({each.about for each in diagnoses}) == len(diagnoses)
    return {each.about: each for each in diagnoses}


def told(root: Path) -> dict[str, str]:
    return {about: diagnosis.state.value for about, diagnosis in found(root).items()}


def test_clean_clone_has_nothing_to_tell(root: Path) -> None:
    assert told(root) == {}


@pytest.mark.parametrize("operation", ["merge", "rebase", "cherry-pick", "revert"])
def test_operation_in_progress_is_an_error(root: Path, operation: str) -> None:
    stop_in(root, operation)

    assert told(root)["state"] == "error"
    assert f"git {operation} --continue" in str(found(root)["state"].hints[0])


def test_lock_is_named_and_kept(root: Path) -> None:
    lock = root / ".git/index.lock"
    lock.touch()

    assert told(root) == {"locks": "error"}
    assert str(lock) in found(root)["locks"].message
    assert lock.exists()


def test_lock_file_that_nobody_holds_is_none(root: Path) -> None:
    (root / ".git/okr.lock").touch()

    assert told(root) == {}


def test_detached_head_and_unborn_branch_are_told(root: Path, tmp_path: Path) -> None:
    git(root, "checkout", "--quiet", "--detach")
    assert told(root) == {"branch": "warning"}
    new = tmp_path / "new"
    write(new, FILES)
    git(new, "init", "--quiet")
    assert told(new) == {"branch": "note"}


def test_shallow_and_partial_clones_are_told(root: Path, tmp_path: Path) -> None:
    commit_file(root, "README.md", "Again\n")
    git(root, "config", "uploadpack.allowFilter", "true")
    source = f"file://{root}"
    for name, options in (("shallow", ("--depth", "1")), ("partial", ("--filter=blob:none",))):
        git(tmp_path, "clone", "--quiet", *options, source, name)
    assert "fetch --unshallow" in str(found(tmp_path / "shallow")["history"].hints)
    assert "--no-filter" in str(found(tmp_path / "partial")["history"].hints)


def test_sparse_checkout_names_what_it_leaves_out(root: Path) -> None:
    git(root, "sparse-checkout", "set", "--no-cone", "/*", "!/kpis/")

    assert "kpis/csat.yaml, kpis/nps.yaml" in found(root)["history"].message


def test_hooks_that_run_and_that_do_not_are_named(root: Path) -> None:
    make_hook(root, "pre-commit", "exit 0")
    assert "pre-commit" in found(root)["hooks"].message
    (root / ".git/hooks/pre-commit").chmod(0o644)
    assert "chmod +x" in str(found(root)["hooks"].hints)


def test_signing_is_told(root: Path) -> None:
    git(root, "config", "commit.gpgSign", "true")

    assert "signer" in found(root)["hooks"].message


def test_changes_are_told_by_how_far_they_are(root: Path) -> None:
    write(root, {PATH: "title: Other\n"})
    assert (told(root), PATH in found(root)["changes"].message) == ({"changes": "note"}, True)
    git(root, "add", ".")
    assert told(root) == {"changes": "warning"}


def test_conflict_is_an_error(root: Path) -> None:
    git(root, "checkout", "--quiet", "-b", "topic")
    commit_file(root, PATH, "title: Theirs\n")
    git(root, "checkout", "--quiet", "main")
    commit_file(root, PATH, "title: Ours\n")
    git(root, "merge", "--quiet", "topic", status=1)

    assert told(root) == {"state": "error", "changes": "error"}


def test_ignored_folder_is_an_error(root: Path) -> None:
    write(root, {".gitignore": "checkins/\n"})

    assert told(root) == {"ignored": "error"}
    assert f"git check-ignore -v --no-index {root / 'checkins'}" in str(
        found(root)["ignored"].hints
    )


def test_definition_that_is_in_no_commit_is_named(root: Path) -> None:
    write(root, {"objectives/2027-Q1/cx.yaml": "title: A\n", "kpis/note.txt": "mine\n"})

    assert told(root) == {"new files": "note"}
    assert found(root)["new files"].message == "In no commit yet: objectives/2027-Q1/cx.yaml."
