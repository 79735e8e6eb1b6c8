"""Linked worktrees, submodules, folders of a monorepo and sparse checkouts."""

from pathlib import Path

import pytest

from okrcli.history.commit import commit_paths
from tests.cli.checkin.test_app import HOURS
from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, write
from tests.history.builders import NAME, committed_files, opened, writing, writing_in
from tests.repositories import commit_file, git, make_repository


def test_record_works_in_a_linked_worktree(repository: Path, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    git(repository, "worktree", "add", "--quiet", str(linked), "-b", "topic")
    commit_paths(opened(linked), [linked / NAME], "Check in\n", writing_in(linked))
    assert committed_files(repository, "topic") == [NAME]
    assert git(linked, "status", "--porcelain") == git(repository, "status", "--porcelain") == ""


def test_record_works_in_a_submodule(repository: Path, tmp_path: Path) -> None:
    inner = make_repository(tmp_path / "inner")
    git(repository, "-c", "protocol.file.allow=always", "submodule", "add", str(inner), "okrs")
    outer = git(repository, "rev-parse", "HEAD")
    folder = repository / "okrs"
    commit_paths(opened(folder), [folder / NAME], "Check in\n", writing_in(folder))
    assert committed_files(folder) == [NAME]
    assert git(repository, "rev-parse", "HEAD") == outer


def test_record_works_in_a_sparse_checkout(repository: Path) -> None:
    commit_file(repository, "code/main.c", "int main;\n")
    commit_file(repository, "okrs/okr.yaml", "version: 1\n")
    git(repository, "sparse-checkout", "set", "okrs")
    path = repository / "okrs" / NAME
    commit_paths(opened(repository / "okrs"), [path], "Check in\n", writing(path))
    assert committed_files(repository) == [f"okrs/{NAME}"]
    assert git(repository, "ls-tree", "-r", "--name-only", "HEAD", "code") == "code/main.c"


def test_record_works_where_the_git_folder_is_elsewhere(repository: Path, tmp_path: Path) -> None:
    folder = tmp_path / "apart"
    git(tmp_path, "clone", "--quiet", "--separate-git-dir=kept.git", str(repository), str(folder))
    commit_paths(opened(folder), [folder / NAME], "Check in\n", writing_in(folder))
    assert committed_files(folder) == [NAME]


def test_record_works_in_a_worktree_of_a_bare_repository(repository: Path, tmp_path: Path) -> None:
    git(tmp_path, "clone", "--quiet", "--bare", str(repository), "project/.bare")
    git(tmp_path / "project/.bare", "worktree", "add", "--quiet", "../main", "main")
    folder = tmp_path / "project/main"
    commit_paths(opened(folder), [folder / NAME], "Check in\n", writing_in(folder))
    assert committed_files(folder) == [NAME]


def test_folder_of_a_monorepo_is_checked_and_written_to(run_okr: Okr, tmp_path: Path) -> None:
    root = write(make_repository(tmp_path / "mono") / "teams/support", FILES)
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Set up OKRs")

    assert run_okr(root, "check", "--select", "H").code == 0
    assert run_okr(root, "checkin", HOURS, "16", "--by", "ana").code == 0
    assert git(root, "status", "--porcelain") == ""


@pytest.mark.parametrize("command", [["report"], ["show", "cx/nps"], ["checkin", "cx/nps", "50"]])
def test_sparse_checkout_without_the_objectives_is_named(
    okr: Okr, root: Path, command: list[str]
) -> None:
    git(root, "sparse-checkout", "set", "--no-cone", "/*", "!/objectives")
    assert "this sparse checkout leaves out objectives/2026-Q4/" in okr(*command).err


NARROWED = [
    [],
    ["--select", "E"],
    ["--select", "H"],
    ["--since", "HEAD"],
    ["--write-baseline", "baseline.json"],
]


def test_check_refuses_a_sparse_checkout_that_leaves_data_out(okr: Okr, root: Path) -> None:
    git(root, "sparse-checkout", "set", "--no-cone", "/*", "!/checkins")

    for arguments in NARROWED:
        ran = okr("check", *arguments)
        assert (ran.code, ran.out) == (3, ""), arguments
        assert "This sparse checkout leaves out files of the workspace: checkins/2026/" in ran.err
        assert "`git sparse-checkout disable`" in ran.err
    assert not (root / "baseline.json").exists()


@pytest.mark.parametrize(
    "command",
    [["audit"], ["report", "--diff", "HEAD"], ["close", "cx-leader", "--worked", "Calls"]],
)
def test_what_needs_all_files_refuses_a_sparse_checkout(
    okr: Okr, root: Path, command: list[str]
) -> None:
    git(root, "sparse-checkout", "set", "--no-cone", "/*", "!/checkins")
    ran = okr(*command)

    assert (ran.code, ran.out) == (3, "")
    assert "This sparse checkout leaves out files of the workspace: checkins/2026/" in ran.err


def test_check_works_in_a_sparse_checkout_that_has_all_data(run_okr: Okr, tmp_path: Path) -> None:
    top = make_repository(tmp_path / "mono")
    write(top, {"code/main.c": "int main;\n"})
    root = write(top / "okrs", FILES)
    git(top, "add", ".")
    git(top, "commit", "--quiet", "--message", "Set up OKRs")
    git(top, "sparse-checkout", "set", "okrs")

    assert not (top / "code").exists()
    assert run_okr(root, "check", "--select", "H").code == 0


def test_check_refuses_a_sparse_linked_worktree(run_okr: Okr, root: Path, tmp_path: Path) -> None:
    linked = tmp_path / "linked"
    git(root, "worktree", "add", "--quiet", str(linked))
    git(linked, "sparse-checkout", "set", "kpis")

    assert run_okr(linked, "check").code == 3
    assert run_okr(root, "check").code == 0


@pytest.mark.parametrize("patterns", [["objectives", "kpis"], ["--no-cone", "/*", "!/checkins"]])
def test_checkin_that_the_sparse_checkout_leaves_out_is_refused_before_it_is_written(
    okr: Okr, root: Path, patterns: list[str]
) -> None:
    git(root, "sparse-checkout", "set", *patterns)

    ran = okr("checkin", HOURS, "16", "--by", "ana")
    assert (ran.code, ran.out) == (3, "")
    assert "This sparse checkout leaves the new file out, so nothing was written" in ran.err
    assert not (root / "checkins").exists()
    assert git(root, "status", "--porcelain") == ""
