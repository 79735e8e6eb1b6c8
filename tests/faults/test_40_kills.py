"""A kill at any moment: nothing is torn, and what it left is named and removed."""

import fcntl
import os
import subprocess
import sys
from pathlib import Path

import pytest

from okrcli.storage.temporaries import leftovers, temporary_for
from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, write
from tests.faults.commands import CHANGING, FILE, MAKING
from tests.faults.disk import everything
from tests.repositories import git, photograph
from tests.windows import needs_kill

PLACES = ["okr.yaml", ".okr/kpi.schema.json", "kpis/nps.yaml", "checkins/2026/11/20/x.yaml"]


def left_by_a_kill(root: Path, name: str) -> Path:
    """Make the temporary file that a kill leaves when *name* was about to be written."""
    path = temporary_for(root / name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"half of i")
    return path


@needs_kill
def test_leftovers_finds_what_a_killed_okr_left(tmp_path: Path) -> None:
    program = (
        "import os, signal\n"
        "from pathlib import Path\n"
        "from okrcli.storage.files import write_new\n"
        "os.link = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "write_new(Path('kpis/a.yaml'), b'a', Path.cwd())\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run((sys.executable, "-c", program), cwd=tmp_path, env=environment, check=False)
    (found,) = leftovers(tmp_path)
    assert found.read_bytes() == b"a"
    assert found.suffix != ".yaml"
    assert everything(tmp_path) == {found.relative_to(tmp_path).as_posix()}


@needs_kill
@pytest.mark.parametrize("moment", ["os.link", "os.unlink"])
def test_kill_while_a_file_gets_another_name_loses_nothing(tmp_path: Path, moment: str) -> None:
    (tmp_path / "kpis").mkdir()
    (tmp_path / "kpis/old.yaml").write_bytes(b"a")
    program = (
        "import os, pathlib, signal\n"
        "from pathlib import Path\n"
        "from okrcli.storage.files import Removal, Write, write_all\n"
        f"{moment} = lambda *_: os.kill(os.getpid(), signal.SIGKILL)\n"
        "new, old = Path('kpis/new.yaml').absolute(), Path('kpis/old.yaml').absolute()\n"
        "write_all([Write(new, b'a')], Path.cwd(), [Removal(old, b'a')])\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    subprocess.run((sys.executable, "-c", program), cwd=tmp_path, env=environment, check=False)
    assert (tmp_path / "kpis/old.yaml").read_bytes() == b"a"
    assert (tmp_path / "kpis/new.yaml").exists() == (moment == "os.unlink")
    assert all(path.read_bytes() == b"a" for path in (tmp_path / "kpis").iterdir())
    assert {path.suffix for path in leftovers(tmp_path)} == {".okr-tmp"}


@pytest.mark.parametrize("command", ["report", "check"])
def test_temporary_file_of_a_killed_okr_is_named_once(okr: Okr, root: Path, command: str) -> None:
    left_by_a_kill(root, "kpis/nps.yaml")
    left = left_by_a_kill(root, "checkins/2026/x.yaml")

    ran = okr(command)
    (line,) = [each for each in ran.err.splitlines() if "interrupted okr" in each]
    assert left.relative_to(root).as_posix() in line
    assert "and 1 more" in line
    assert ran.code == 0
    assert okr(command, "--format", "json").err.count("interrupted okr") == 1


@pytest.mark.parametrize("place", PLACES)
def test_temporary_file_is_removed_by_the_next_that_writes(
    okr: Okr, root: Path, place: str
) -> None:
    left = left_by_a_kill(root, place)

    assert okr("checkin", "csat", "71").code == 0
    assert not left.exists()
    assert "interrupted okr" not in okr("report").err
    assert git(root, "status", "--porcelain") == ""


def test_temporary_file_of_an_okr_that_is_still_running_stays(okr: Okr, root: Path) -> None:
    held = left_by_a_kill(root, "kpis/nps.yaml")
    with held.open("rb") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        assert "interrupted okr" not in okr("report").err
        assert okr("checkin", "csat", "71").code == 0
        assert held.exists()

    assert "interrupted okr" in okr("report").err


@pytest.mark.parametrize(
    "name", [".nps.yaml.0123456789ab.okr-tmp~", "nps.okr-tmp", ".okr-tmp", ".x.0123.okr-tmp"]
)
def test_other_files_are_nobodys_temporary_files(okr: Okr, root: Path, name: str) -> None:
    (root / "kpis" / name).write_text("mine")
    (root / "kpis/.folder.0123456789ab.okr-tmp").mkdir()
    (root / "kpis/.link.0123456789ab.okr-tmp").symlink_to(root / "README.md")

    assert "interrupted okr" not in okr("report").err
    assert okr("checkin", "csat", "71").code == 0
    assert (root / "kpis" / name).read_text() == "mine"
    assert (root / "README.md").exists()


@pytest.mark.parametrize("command", ["report", "check"])
def test_check_in_that_is_in_no_commit_is_named(okr: Okr, root: Path, command: str) -> None:
    assert "Not committed yet" not in okr(command).err
    path = okr("checkin", "csat", "71", "--no-commit").out.split()[2].removesuffix(":")

    ran = okr(command)
    assert f"Not committed yet: {path}. In {root}, run" in ran.err
    assert ran.code == 0
    git(root, "add", "--", "checkins")
    git(root, "commit", "--quiet", "--message", "As told", "--", "checkins")
    assert "Not committed yet" not in okr(command).err


def test_check_in_of_a_folder_of_the_repository_is_named_from_its_top(
    run_okr: Okr, root: Path
) -> None:
    (root / "teams").mkdir()
    git(root, "mv", "okr.yaml", "objectives", "kpis", "checkins", "teams")
    git(root, "commit", "--quiet", "--message", "Move")
    run_okr(root / "teams", "checkin", "csat", "71", "--no-commit")

    assert "Not committed yet: teams/checkins/2026/11/20/" in run_okr(root / "teams", "report").err


def test_interruption_after_the_commit_says_that_it_was_made(
    okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(*_arguments: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("okrcli.cli.saving.say_all", interrupted)
    ran = okr("checkin", "csat", "71")
    sha = git(root, "rev-parse", "--short=9", "HEAD")
    assert ran.code == 130
    assert f"committed as {sha}" in ran.err
    assert "do not run the command again" in ran.err


def test_nothing_is_named_as_long_as_the_workspace_itself_is_in_no_commit(
    run_okr: Okr, repository: Path
) -> None:
    write(repository, FILES)

    for command in ("report", "check"):
        assert "Not committed yet" not in run_okr(repository, command).err


MOMENTS = [
    "okrcli.storage.staging.StagedWrite.carry_out",
    "okrcli.storage.staging.StagedRemoval.carry_out",
    "okrcli.history.commit._git_or_raise",
    "okrcli.history.commit._commit_or_unstage",
]


@pytest.mark.parametrize("arguments", [*CHANGING, *MAKING], ids=" ".join)
@pytest.mark.parametrize("moment", MOMENTS)
def test_interrupted_change_can_be_made_again(
    okr: Okr,
    root: Path,
    arguments: tuple[str, ...],
    moment: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    before = photograph(root)

    def interrupted(*_arguments: object, **_options: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(moment, interrupted)
        ran = okr(*arguments)
    left = {name for name in {*before, *photograph(root)} if not name.startswith(".git/")}
    if ran.code == 0:  # it has no such moment
        assert (moment, arguments[0]) != (MOMENTS[0], "amend")
        assert "StagedRemoval" in moment
        return
    assert ran.code == 130
    if arguments in CHANGING:
        assert left == {name for name in before if not name.startswith(".git/")}
        assert git(root, "status", "--porcelain") == ""
        assert okr(*arguments).code == 0
    else:
        assert git(root, "diff", "--cached") == ""
        assert (root / FILE).read_bytes() == before[FILE]
