"""`--against`, `--since` and history rules asked for by name, where git cannot tell."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.processes import okr_process
from tests.cli.workspaces import FILES, write
from tests.repositories import git

ASKED = [
    ["--select", "H"],
    ["--select", "rewritten-check-in"],
    ["--against", "HEAD"],
    ["--since", "HEAD"],
]


def plain_folder(tmp_path: Path) -> Path:
    return write(tmp_path / "acme", FILES)


def unborn_branch(tmp_path: Path) -> Path:
    git(plain_folder(tmp_path), "init", "--quiet")
    return tmp_path / "acme"


def bare_repository(tmp_path: Path) -> Path:
    git(plain_folder(tmp_path), "init", "--quiet", "--bare")
    return tmp_path / "acme"


@pytest.mark.parametrize("place", [plain_folder, unborn_branch, bare_repository])
def test_what_was_asked_for_is_refused(
    run_okr: Okr, tmp_path: Path, place: Callable[[Path], Path]
) -> None:
    root = place(tmp_path)
    for arguments in ASKED:
        ran = run_okr(root, "check", *arguments)
        assert (ran.code, ran.out) == (3, ""), arguments
        assert ran.err.startswith("Error: ")
        assert len(ran.err.splitlines()) == 2, "the second line is the way out"


def test_what_was_asked_for_is_refused_without_the_program_git(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path / "empty"))

    ran = okr_process(root, "check", "--select", "H")
    assert (ran.code, ran.out) == (3, "")
    assert "Install git 2.30 or later" in ran.err


@pytest.mark.parametrize("option", ["--against", "--since"])
def test_revision_that_is_not_there_is_refused_whatever_the_rules(okr: Okr, option: str) -> None:
    for others in ([], ["--select", "E"], ["--ignore", "H"], ["--exit-zero"]):
        ran = okr("check", option, "nowhere", *others)
        assert (ran.code, ran.out) == (3, ""), others
        assert "There is no revision nowhere." in ran.err


@pytest.mark.parametrize("kind", ["blob:none", "tree:0"])
def test_files_that_a_partial_clone_lacks_are_named_with_the_command_that_fetches_them(
    root: Path, tmp_path: Path, run_okr: Okr, kind: str
) -> None:
    path = "checkins/2026/2026-11-06-ana-00000001.yaml"
    write(root, {path: f"{FILES[path]}note: x\n"})
    git(root, "commit", "--quiet", "--all", "--message", "Change it")
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", f"--filter={kind}", f"file://{root}", "partial")
    partial = tmp_path / "partial"

    ran = run_okr(partial, "check")
    assert (ran.code, ran.out) == (3, "")
    command = "git fetch --refetch --no-filter"
    assert ran.err.splitlines()[-1].endswith(command)

    git(partial, *command.split()[1:], "--quiet")
    assert run_okr(partial, "check", "--select", "H802").code == 1
