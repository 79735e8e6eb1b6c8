"""What is told of history in every shape of a repository, or one sentence that says why not."""

from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, write
from tests.repositories import git, photograph

COMMANDS = (("log",), ("log", "cx-leader/nps"), ("audit",), ("report", "--diff", "HEAD"))
in_every_command = pytest.mark.parametrize("words", COMMANDS, ids=" ".join)


@in_every_command
def test_clone_work_tree_and_submodule_are_told_and_not_changed(
    run_okr: Okr, root: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    git(root, "worktree", "add", "--quiet", str(tmp_path / "tree"))
    outer = tmp_path / "outer"
    outer.mkdir()
    git(outer, "init", "--quiet")
    git(outer, "submodule", "--quiet", "add", f"file://{root}", "goals")
    before = photograph(root)

    for folder in (root, root / "kpis", tmp_path / "tree", outer / "goals"):
        ran = run_okr(folder, *words)
        assert (ran.code, ran.err) == (0, ""), folder
    assert photograph(root) == before


@in_every_command
def test_history_that_is_missing_is_said_in_a_sentence(
    run_okr: Okr, tmp_path: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    alone = write(tmp_path / "alone", FILES)
    told = [run_okr(alone, *words)]
    git(alone, "init", "--quiet")
    told.append(run_okr(alone, *words))
    monkeypatch.setenv("PATH", str(tmp_path))
    told.append(run_okr(alone, *words))

    assert [ran.code for ran in told] == [3, 3, 3]
    assert [ran.out for ran in told] == ["", "", ""]
    firsts = [ran.err.splitlines()[0] for ran in told]
    assert all(line.startswith("Error: ") and line.endswith(".") for line in firsts), firsts


@pytest.mark.parametrize("words", COMMANDS[:3], ids=" ".join)
def test_shallow_clone_says_how_to_get_the_rest(
    run_okr: Okr, root: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    git(root, "clone", "--quiet", "--depth", "1", f"file://{root}", str(tmp_path / "shallow"))
    ran = run_okr(tmp_path / "shallow", *words)

    assert (ran.code, ran.out) == (3, "")
    assert "git fetch --unshallow" in ran.err


@in_every_command
def test_program_that_the_repository_names_is_not_started(
    run_okr: Okr, root: Path, tmp_path: Path, words: tuple[str, ...]
) -> None:
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
    program.chmod(0o755)
    for name in ("core.fsmonitor", "gpg.program", "gpg.ssh.program", "core.pager", "diff.external"):
        git(root, "config", name, str(program))
    git(root, "config", "log.showSignature", "true")

    assert run_okr(root, *words).code == 0
    assert not (tmp_path / "ran").exists()
