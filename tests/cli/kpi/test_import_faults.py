import errno
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from okrcli.storage.temporaries import leftovers
from tests.cli.checkin.test_app import message, new_checkins, only_checkin
from tests.cli.conftest import Okr
from tests.cli.live.bars import at_once, screen_of
from tests.cli.processes import environment, okr_process
from tests.imports import LONG, SEGMENTED, beside, days, imported, many
from tests.repositories import commit_file, git, make_hook, make_remote, photograph
from tests.windows import needs_kill

pytestmark = pytest.mark.slow


def test_commit_that_a_hook_refuses_leaves_nothing_staged_and_names_the_files(
    okr: Okr, root: Path
) -> None:
    make_hook(root, "pre-commit", "echo no imports here >&2; exit 1")
    head = git(root, "rev-parse", "HEAD")
    ran = okr("kpi", "import", beside(root, "a.csv", LONG))

    assert ran.code == 3
    assert "no imports here" in ran.err
    assert only_checkin(root).path in ran.err
    assert git(root, "rev-parse", "HEAD") == head
    assert git(root, "diff", "--cached", "--name-only") == ""
    again = okr("kpi", "import", beside(root, "a.csv", LONG))
    assert again.out == "Nothing new: 4 readings are already recorded.\n"
    assert again.err.startswith(f"Not committed yet: {only_checkin(root).path}. In ")


def test_files_that_only_the_index_has_are_named_as_not_committed(okr: Okr, root: Path) -> None:
    path = beside(root, "a.csv", LONG)
    okr("kpi", "import", path, "--no-commit")
    written = only_checkin(root).path
    git(root, "add", "--intent-to-add", "--", written)  # what a kill during the commit leaves

    assert f"Not committed yet: {written}. In " in okr("kpi", "import", path).err


def test_nothing_is_written_where_git_would_refuse(okr: Okr, root: Path) -> None:
    (root / ".git/MERGE_HEAD").write_text(git(root, "rev-parse", "HEAD"))
    before = photograph(root)
    ran = okr("kpi", "import", "nothing-is-opened.csv")

    assert ran.code == 3
    assert "merge" in ran.err
    assert photograph(root) == before


def test_full_disk_leaves_nothing(okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit_file(root, "kpis/nps.yaml", SEGMENTED)
    monkeypatch.setattr("okrcli.actions.kpi.reading_files.MAX_BYTES", 20_000)
    path = beside(root, "export.csv", many(1_000))
    before = photograph(root)
    linked: list[str] = []

    def link(source: str, target: str) -> None:
        linked.append(target)
        if len(linked) == 2:
            raise OSError(errno.ENOSPC, "No space left on device")
        os_link(source, target)

    os_link = os.link
    monkeypatch.setattr(os, "link", link)
    ran = okr("kpi", "import", path)

    assert ran.code == 3
    assert "No space left on device" in ran.err
    assert len(linked) == 2
    assert photograph(root) == before


KILLED = """
import os, signal, sys
from okrcli.actions.kpi import reading_files
from okrcli.cli.app import run
reading_files.MAX_BYTES = 20_000
link, linked = os.link, []
def killing_link(source, target):
    if len(linked) == int(sys.argv[1]):
        os.kill(os.getpid(), signal.SIGKILL)
    linked.append(target)
    link(source, target)
os.link = killing_link
sys.exit(run(sys.argv[2:]))
"""


@needs_kill
@pytest.mark.parametrize("written", [0, 2])
def test_killed_import_is_completed_by_the_same_import(okr: Okr, root: Path, written: int) -> None:
    commit_file(root, "kpis/nps.yaml", SEGMENTED)
    path = beside(root, "export.csv", many(1_000))
    head = git(root, "rev-parse", "HEAD")
    arguments = ("kpi", "import", path, "--today", "2026-11-20")
    killed = subprocess.run(
        [sys.executable, "-c", KILLED, str(written), *arguments],
        cwd=root,
        env=environment(),
        capture_output=True,
        check=False,
    )

    assert killed.returncode == -signal.SIGKILL
    assert git(root, "rev-parse", "HEAD") == head
    assert len(new_checkins(root)) == written
    assert leftovers(root)
    again = okr("kpi", "import", path)
    assert again.code == 0, again.err
    assert ("Not committed yet: checkins/2026/" in again.err) == bool(written)
    assert sorted(imported(new_checkins(root))) == sorted(
        ("nps", str(day), str(n % 90), "chat") for n, day in enumerate(days(1_000))
    )


def test_staged_work_elsewhere_stays_as_it_is(okr: Okr, root: Path) -> None:
    (root / "README.md").write_text("staged\n")
    git(root, "add", "README.md")
    (root / "README.md").write_text("not staged\n")

    assert okr("kpi", "import", beside(root, "a.csv", LONG)).code == 0
    assert git(root, "status", "--porcelain") == "MM README.md"
    assert git(root, "show", ":README.md") == "staged"


def test_import_without_a_commit_writes_the_file(okr: Okr, root: Path) -> None:
    head = git(root, "rev-parse", "HEAD")
    ran = okr("kpi", "import", beside(root, "a.csv", LONG), "--no-commit", "--by", "pavel")

    assert only_checkin(root).by == "pavel"
    assert (git(root, "rev-parse", "HEAD"), "Committed" in ran.out) == (head, False)


def test_import_is_pushed_on_demand(okr: Okr, root: Path) -> None:
    remote = make_remote(root)

    assert (
        "Pushed to origin/main" in okr("kpi", "import", beside(root, "a.csv", LONG), "--push").out
    )
    assert git(remote, "rev-parse", "main") == git(root, "rev-parse", "HEAD")


def test_hostile_names_and_notes_are_inert(okr: Okr, root: Path) -> None:
    name = "a\x1b[31m\n\u202e::error::OKR-Checkin: x.csv"
    text = "kpi,date,value,note\nnps,2026-10-02,41,[red]::error::wave\n"
    ran = okr("kpi", "import", beside(root, name, text))

    assert ran.code == 0, ran.err
    for shown in (ran.out, ran.err, message(root)):
        assert "\x1b" not in shown
        assert "\u202e" not in shown
        assert "\n::error" not in shown
    found = only_checkin(root)
    assert git(root, "log", "-1", "--format=%(trailers:key=OKR-Checkin,valueonly)").strip() == (
        found.id
    )
    assert found.readings[0].note == "[red]::error::wave"
    refused = okr("kpi", "import", beside(root, name, "kpi,date,value\nnps,x\x1b[31m,1\n"))
    assert (refused.code, "\x1b" in refused.err, "\n::error" in refused.err) == (3, False, False)


def test_terminal_is_told_what_a_long_import_is_doing(
    okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit_file(root, "kpis/nps.yaml", SEGMENTED)
    monkeypatch.setattr("okrcli.cli.live.progress._begin_later", at_once())
    screen = screen_of(monkeypatch)
    ran = okr("kpi", "import", beside(root, "export.csv", many(1_000)))

    assert ran.code == 0
    assert "1,000 readings" in screen.getvalue()
    assert okr_process(root, "kpi", "import", beside(root, "a.csv", LONG)).err == ""


def test_hostile_title_and_unit_are_shown_inert(okr: Okr, root: Path) -> None:
    hostile = 'title: "a\\n::error::b\\e[31m"\nunit: "x\\n##[error]c"\nsurvey: {type: nps}\n'
    commit_file(root, "kpis/nps.yaml", hostile)
    shown = [
        okr("kpi", "import", "-", "--dry-run", stdin=LONG).out,
        okr("kpi", "survey", "nps", "-", stdin="score\n9\n").out,
    ]

    for text in shown:
        assert "\x1b" not in text
        assert not any(line.startswith(("::", "##[")) for line in text.splitlines())
