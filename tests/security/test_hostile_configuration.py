"""A repository whose configuration came from somebody else: reading it starts git and no more."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.processes import command, environment
from tests.cli.workspaces import FILES, write
from tests.repositories import git, make_hook

READING = [
    ["check"],
    ["check", "--against", "HEAD", "--since", "HEAD", "--select", "H"],
    ["check", "--format", "gitlab"],
    ["report"],
    ["report", "--rev", "HEAD"],
    ["report", "--diff", "HEAD"],
    ["log"],
    ["audit"],
    ["doctor"],
    ["show", "cx-leader"],
    ["kpi", "list"],
    ["kpi", "alerts"],
    ["remind"],
]
PROGRAMS = (
    "alias.log",
    "alias.status",
    "core.alternateRefsCommand",
    "core.askPass",
    "core.editor",
    "core.fsmonitor",
    "core.gitProxy",
    "core.pager",
    "core.sshCommand",
    "credential.helper",
    "diff.external",
    "diff.evil.command",
    "diff.evil.textconv",
    "filter.evil.clean",
    "filter.evil.process",
    "filter.evil.smudge",
    "gpg.program",
    "gpg.ssh.defaultKeyCommand",
    "merge.evil.driver",
    "pager.log",
    "pager.status",
    "remote.origin.receivepack",
    "remote.origin.uploadpack",
    "sequence.editor",
    "trailer.evil.cmd",
    "trailer.evil.command",
    "uploadpack.packObjectsHook",
)
"""The settings that are programs."""

HOOKS = ("post-checkout", "post-index-change", "pre-auto-gc", "reference-transaction")


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    """Return the file that is there when a program of the attacker's has run."""
    return tmp_path / "PWNED"


@pytest.fixture
def hostile(root: Path, marker: Path) -> Path:
    """Return Acme's workspace in a repository of which every program is the attacker's."""
    program = marker.with_name("evil")
    program.write_text(f"#!/bin/sh\necho $0 $* >> {marker}\ncat\n", encoding="utf-8")
    program.chmod(0o755)
    included = root.parent / "evil.inc"
    for name in PROGRAMS:
        git(root, "config", "--file", str(included), name, str(program))
    git(root, "config", "--file", str(included), "filter.evil.required", "true")
    git(root, "config", "--file", str(included), "log.showSignature", "true")
    (root / ".git/info/attributes").write_text("* filter=evil diff=evil\n", encoding="utf-8")
    for name in HOOKS:
        make_hook(root, name, f"echo $0 >> {marker}")
    with (root / ".git/config").open("a", encoding="utf-8") as config:
        config.write("[include]\n\tpath = ../../evil.inc\n")
    touch_all(root)
    return root


def touch_all(root: Path) -> None:
    """Let git compare the content of every file, as after unpacking an archive."""
    for name in FILES:
        os.utime(root / name, (1, 1))


def test_programs_run_in_a_git_that_is_told_nothing(hostile: Path, marker: Path) -> None:
    subprocess.run(("git", "status"), cwd=hostile, capture_output=True, check=False)

    assert marker.exists()


def test_reading_starts_none_of_its_programs(hostile: Path, marker: Path, run_okr: Okr) -> None:
    for arguments in READING:
        assert run_okr(hostile, *arguments).code in {0, 1}, arguments
        assert not marker.exists(), (arguments, marker.read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", ["evil", "Evil.2", "e-v+i_l"])
def test_filters_are_off_whatever_their_name(
    root: Path, marker: Path, run_okr: Okr, name: str
) -> None:
    git(root, "config", f"filter.{name}.clean", f"touch {marker}; cat")
    (root / ".gitattributes").write_text(f"*.yaml filter={name}\n", encoding="utf-8")
    touch_all(root)

    assert run_okr(root, "check", "--select", "H").code == 0
    assert not marker.exists()


def test_filter_of_a_name_that_git_cannot_be_told_is_refused(
    root: Path, marker: Path, run_okr: Okr
) -> None:
    git(root, "config", "filter.a=b.clean", f"touch {marker}; cat")
    (root / ".gitattributes").write_text("*.yaml filter=a=b\n", encoding="utf-8")
    touch_all(root)

    ran = run_okr(root, "check")
    assert (ran.code, "filter.a=b.clean" in ran.err) == (3, True)
    assert not marker.exists()


def test_commit_runs_the_filters_and_hooks_of_the_repository(
    root: Path, run_okr: Okr, marker: Path
) -> None:
    git(root, "config", "filter.shout.clean", "sed s/note:/remark:/")
    (root / ".git/info/attributes").write_text("checkins/** filter=shout\n", encoding="utf-8")
    make_hook(root, "pre-commit", f"touch {marker}")

    assert run_okr(root, "checkin", "cx-leader/hours", "16", "--by", "ana", "--note", "a").code == 0
    assert "remark: a" in git(root, "show", "HEAD")
    assert marker.exists()


def test_nothing_is_fetched_when_the_commits_files_are_elsewhere(
    root: Path, marker: Path, tmp_path: Path, run_okr: Okr
) -> None:
    write(root, {"kpis/nps.yaml": FILES["kpis/nps.yaml"] + "# later\n"})
    git(root, "commit", "--quiet", "--all", "--message", "Change it")
    git(root, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "--quiet", "--filter=blob:none", f"file://{root}", "partial")
    partial = tmp_path / "partial"
    git(partial, "config", "protocol.ext.allow", "always")
    git(partial, "config", "remote.origin.url", f"ext::touch {marker}")

    ran = run_okr(partial, "report", "--rev", "HEAD~1")
    assert (ran.code, "git fetch --refetch --no-filter" in ran.err) == (3, True)
    assert not marker.exists()


@pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
def test_check_starts_git_alone_and_git_starts_nothing(hostile: Path, tmp_path: Path) -> None:
    trace = tmp_path / "trace"
    traced = ("strace", "-f", "-qq", "-e", "trace=execve", "-e", "signal=none", "-o", str(trace))
    ran = subprocess.run(
        (*traced, *command("check")),
        cwd=hostile,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if "ptrace" in ran.stderr and not trace.read_text():
        pytest.skip("processes cannot be traced here")

    started = re.findall(r'execve\("([^"]+)".*= 0$', trace.read_text(), re.MULTILINE)
    assert ran.returncode in {0, 1}, ran.stderr
    assert "python" in started[0]
    assert {Path(each).name for each in started[1:]} == {"git"}


def test_commit_that_is_replaced_in_git_does_not_hide_what_was_edited(okr: Okr, root: Path) -> None:
    agreed = git(root, "rev-parse", "HEAD")
    path = root / "checkins/2026/2026-11-06-ana-00000001.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("value: 20", "value: 12"), "utf-8")
    git(root, "commit", "--quiet", "--all", "--message", "Tidy")
    assert "H802" in okr("check", "--select", "H802", "--format", "concise").out
    tidied = git(root, "commit-tree", "HEAD^{tree}", "-p", f"{agreed}^", "-m", "Set up OKRs")
    git(root, "replace", agreed, tidied)
    assert git(root, "show", f"{agreed}:{path.relative_to(root)}").count("value: 12") == 1
    ran = okr("check", "--select", "H802", "--format", "concise")
    assert (ran.code, ran.out.count("H802")) == (1, 1)


def test_graft_does_not_hide_what_was_edited(okr: Okr, root: Path) -> None:
    path = root / "checkins/2026/2026-11-06-ana-00000001.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("value: 20", "value: 12"), "utf-8")
    git(root, "commit", "--quiet", "--all", "--message", "Tidy")
    grafts = root / ".git/info/grafts"
    grafts.parent.mkdir(exist_ok=True)
    grafts.write_text(git(root, "rev-parse", "HEAD") + "\n", encoding="utf-8")
    assert git(root, "rev-list", "--count", "HEAD") == "1"
    ran = okr("check", "--select", "H802", "--format", "concise")
    assert (ran.code, ran.out.count("H802")) == (1, 1)
