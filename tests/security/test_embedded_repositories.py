"""Files of a commit that look like a repository: nothing of them runs, and nothing is left out."""

import subprocess
from pathlib import Path

import pytest

from okrcli.history import options
from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, Ran, write
from tests.repositories import git, make_repository

OPENING = [
    ["check"],
    ["check", "--select", "H"],
    ["check", "--since", "HEAD"],
    ["check", "--against", "HEAD"],
    ["check", "--format", "gitlab"],
    ["report", "--rev", "HEAD"],
    ["checkin", "cx-leader/hours", "16", "--by", "ana"],
    ["kpi", "record", "csat", "80", "--by", "ana"],
    ["new", "kpi", "Calls", "--owner", "ana", "--direction", "up", "--draft"],
    ["init", "."],
    ["init", "below"],
]
"""The commands that need the repository: all of them refuse this one."""

OTHERS = [["report"], ["show", "nps"], ["kpi", "list"], ["kpi", "alerts"], ["remind"], ["schema"]]


def hostile_config(marker: Path, worktree: str = ".") -> str:
    """Return a configuration that writes *marker* when git asks which files have changed."""
    return (
        "[core]\n\trepositoryformatversion = 0\n\tbare = false\n"
        f'\tworktree = {worktree}\n\tfsmonitor = "id > {marker}; false"\n'
    )


class Clone:
    """A clone of a repository with a workspace in a folder, which had a hostile pull request.

    Attributes:
        root: The workspace.
        marker: The file that is there when a program of the attacker's has run.
    """

    def __init__(self, folder: Path, marker: Path) -> None:
        self.top, self.marker = folder, marker
        self.root = folder / "teams/support"

    def embed(self, place: str, config: str | None) -> None:
        """Make the folder *place* look like a repository, by files that a commit can hold."""
        folder = self.top / place
        files = {"HEAD": "ref: refs/heads/main\n", "objects/.keep": "", "refs/.keep": ""}
        write(folder, files if config is None else {**files, "config": config})
        git(self.top, "add", ".")
        git(self.top, "commit", "--quiet", "--message", "Tidy")

    @property
    def log(self) -> str:
        """Every commit of the real repository."""
        return git(self.top, "log", "--format=%H", "--all")

    @property
    def files(self) -> dict[str, bytes]:
        """All files but those of the real repository."""
        files = (each for each in sorted(self.top.rglob("*")) if each.is_file())
        names = ((each.relative_to(self.top).as_posix(), each) for each in files)
        return {name: each.read_bytes() for name, each in names if not name.startswith(".git/")}


@pytest.fixture
def clone(tmp_path: Path) -> Clone:
    top = make_repository(tmp_path / "clone")
    write(top / "teams/support", FILES)
    git(top, "add", ".")
    git(top, "commit", "--quiet", "--message", "Set up OKRs")
    return Clone(top, tmp_path / "PWNED")


def test_exploit_runs_in_a_git_that_is_told_nothing(clone: Clone) -> None:
    clone.embed("teams/support", hostile_config(clone.marker))
    subprocess.run(("git", "status"), cwd=clone.root, capture_output=True, check=False)

    assert clone.marker.exists()


def refused_without_a_trace(clone: Clone, ran: Ran, before: dict[str, bytes], log: str) -> bool:
    assert "bare repository within your repository" in ran.err
    assert not clone.marker.exists()
    assert clone.log == log
    assert clone.files == before
    return ran.code == 3 and ran.out == ""


@pytest.mark.parametrize(
    ("place", "is_old_git"), [("teams/support", False), ("teams", False), ("teams/support", True)]
)
def test_what_looks_like_a_repository_is_refused_by_all_that_need_one(
    clone: Clone, run_okr: Okr, monkeypatch: pytest.MonkeyPatch, place: str, is_old_git: bool
) -> None:
    clone.embed(place, hostile_config(clone.marker))
    before, log = clone.files, clone.log
    if is_old_git:
        forget_safe_bare_repository(monkeypatch)

    for arguments in OPENING:
        ran = run_okr(clone.root, *arguments)
        assert refused_without_a_trace(clone, ran, before, log), arguments


def forget_safe_bare_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    """Call git as one before 2.38 understands us."""
    left = tuple(each for each in options._ALWAYS if not each.startswith("safe.bareRepository"))
    assert len(left) == len(options._ALWAYS) - 1
    monkeypatch.setattr(options, "_ALWAYS", left)


def test_what_needs_no_repository_runs_nothing_of_it(clone: Clone, run_okr: Okr) -> None:
    clone.embed("teams/support", hostile_config(clone.marker))

    for arguments in OTHERS:
        assert run_okr(clone.root, *arguments).code != 70, arguments
    assert not clone.marker.exists()


def test_workspace_named_from_elsewhere_is_refused_too(clone: Clone, run_okr: Okr) -> None:
    clone.embed("teams/support", hostile_config(clone.marker))
    before, log = clone.files, clone.log

    for arguments in (["check"], ["kpi", "record", "csat", "80", "--by", "ana"]):
        ran = run_okr(clone.top, *arguments, "--root", "teams/support")
        assert refused_without_a_trace(clone, ran, before, log)


@pytest.mark.parametrize(
    "config", [None, "[core]\n\tbare = true\n", "[core]\n\tworktree = ../..\n", "broken ["]
)
def test_history_rules_are_not_switched_off_by_files(
    clone: Clone, run_okr: Okr, monkeypatch: pytest.MonkeyPatch, config: str | None
) -> None:
    clone.embed("teams/support", config)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    assert run_okr(clone.root, "check").code == 3
    forget_safe_bare_repository(monkeypatch)
    assert run_okr(clone.root, "check").code == 3


def test_data_folder_that_looks_like_a_repository_is_read_as_what_it_is(
    clone: Clone, run_okr: Okr
) -> None:
    clone.embed("teams/support/checkins", hostile_config(clone.marker))
    ran = run_okr(clone.root, "kpi", "record", "csat", "80", "--by", "ana")

    assert ran.code == 0, ran.err
    assert len(clone.log.splitlines()) == 4
    assert run_okr(clone.root, "check", "--select", "H").code == 0
    assert not clone.marker.exists()


@pytest.mark.parametrize("is_submodule", [False, True])
def test_data_folder_in_a_repository_of_its_own_is_refused(
    clone: Clone, run_okr: Okr, is_submodule: bool
) -> None:
    if is_submodule:
        inner = make_repository(clone.top.with_name("inner"))
        git(clone.root, "rm", "-r", "--quiet", "checkins")
        git(clone.root, "submodule", "--quiet", "add", "--force", str(inner), "checkins")
        git(clone.top, "commit", "--quiet", "--message", "Move the check-ins away")
    else:
        git(clone.root / "checkins", "init", "--quiet")
    written = {name: text for name, text in FILES.items() if name.startswith("checkins/")}
    before = write(clone.root, written) and clone.files

    for arguments in (["check"], ["kpi", "record", "csat", "80", "--by", "ana"]):
        ran = run_okr(clone.root, *arguments)
        assert (ran.code, ran.out) == (3, ""), arguments
        assert "checkins is a repository of its own" in ran.err
    assert clone.files == before


def test_file_that_names_a_committed_folder_as_the_repository_is_refused(
    clone: Clone, run_okr: Okr
) -> None:
    clone.embed("teams/support/evil", hostile_config(clone.marker, worktree=".."))
    (clone.root / ".git").write_text("gitdir: evil\n", encoding="utf-8")
    before, log = clone.files, clone.log

    for arguments in OPENING:
        ran = run_okr(clone.root, *arguments)
        assert refused_without_a_trace(clone, ran, before, log), arguments


def test_protection_that_the_user_has_set_up_stays(
    clone: Clone, run_okr: Okr, monkeypatch: pytest.MonkeyPatch
) -> None:
    forget_safe_bare_repository(monkeypatch)
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.bareRepository")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", "explicit")
    clone.embed("teams/support", hostile_config(clone.marker))

    assert run_okr(clone.root, "check").code == 3
    assert not clone.marker.exists()


def test_lock_that_is_a_link_is_not_followed(clone: Clone, run_okr: Okr, tmp_path: Path) -> None:
    precious = tmp_path / "precious"
    precious.write_text("mine\n", encoding="utf-8")
    (clone.top / ".git/okr.lock").symlink_to(precious)

    ran = run_okr(clone.root, "kpi", "record", "csat", "80", "--by", "ana")
    assert (ran.code, "okr.lock is a link" in ran.err) == (3, True)
    assert precious.read_text(encoding="utf-8") == "mine\n"
