"""No terminal, a closed pipe, 20 columns, no UTF-8: no traceback, no broken table, no lost word."""

import io
import subprocess
import sys
from pathlib import Path

import pexpect
import pytest

from okrcli.cli.app import run
from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.cli.processes import command, environment
from tests.cli.test_app import python
from tests.cli.workspaces import FILES, TODAY, Ran, write
from tests.faults.commands import READING
from tests.repositories import git

pytestmark = pytest.mark.slow


@pytest.mark.parametrize("width", ["20", "40", "79", "80", "120"])
@pytest.mark.parametrize("arguments", READING, ids=" ".join)
def test_no_line_is_wider_than_the_terminal(
    okr: Okr, arguments: list[str], width: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", width)

    ran = okr(*arguments, "--ascii")
    assert ran.code == 0, ran.err
    if arguments != ["check"]:  # a finding stays one line, as does a command to be copied
        lines = (line for line in ran.out.splitlines() if not line.startswith("  okr "))
        assert max(map(len, lines)) <= int(width)


@pytest.mark.parametrize("arguments", [["checkin"], ["new", "kr"], ["new", "kpi"]])
def test_question_is_refused_with_exit_2_where_there_is_no_terminal(
    okr: Okr, root: Path, arguments: list[str]
) -> None:
    ran = okr(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert load_plan(root).findings == ()
    assert git(root, "status", "--porcelain") == ""


def test_question_at_the_end_of_the_input_leaves_nothing(root: Path) -> None:
    program, *rest = command("checkin", "cx-leader/hours")
    variables = {**environment(), "TERM": "dumb", "LC_ALL": "C"}
    terminal = pexpect.spawn(program, rest, cwd=str(root), env=variables, timeout=60)
    terminal.expect("Value now")
    terminal.sendeof()
    terminal.expect(pexpect.EOF)
    terminal.close()

    assert terminal.exitstatus not in {None, 0, 70}
    assert git(root, "status", "--porcelain") == ""


def test_closed_pipe_is_silent(tmp_path: Path) -> None:
    write(tmp_path, FILES)
    script = f"'{sys.executable}' -m okrcli report --format plain --all | head -c 1; echo $?"
    ran = subprocess.run(
        ["bash", "-c", f"for i in 1 2 3; do {script}; done"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert ran.stderr == ""


@pytest.mark.parametrize("closed", ["<&-", ">&-", "2>&-", "<&- >&- 2>&-"])
def test_closed_streams_are_no_bug(tmp_path: Path, closed: str) -> None:
    write(tmp_path, FILES)
    ran = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -m okrcli report --format plain {closed}"],
        cwd=tmp_path,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )

    assert (ran.returncode, ran.stderr) == (0, "")


@pytest.mark.parametrize("locale", ["C", "POSIX"])
def test_text_of_any_script_is_written_without_a_utf8_locale(
    tmp_path: Path, locale: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    objective = FILES["objectives/2026-Q4/cx-leader.yaml"]
    title = "Клиенты довольны"
    text = objective.replace("Become the leader in customer satisfaction", title)
    write(tmp_path, {**FILES, "objectives/2026-Q4/cx-leader.yaml": text})
    monkeypatch.setenv("LC_ALL", locale)
    monkeypatch.delenv("PYTHONIOENCODING", raising=False)

    ran = python("-m", "okrcli", "report", "--format", "plain", folder=tmp_path)
    assert ran.stderr == ""
    assert title in ran.stdout


def test_terminal_without_the_symbols_gets_ascii_and_escapes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, FILES)
    monkeypatch.setenv("PYTHONIOENCODING", "ascii")

    ran = python("-m", "okrcli", "report", folder=tmp_path)
    assert ran.stderr == ""
    assert ran.stdout.isascii()
    assert "NPS" in ran.stdout


class Redirected(io.TextIOWrapper):
    """Standard output in a code page of Russian Windows, at a terminal or not."""

    def __init__(self, code_page: str, *, terminal: bool) -> None:
        self.content = io.BytesIO()
        self.terminal = terminal
        super().__init__(self.content, encoding=code_page)

    def isatty(self) -> bool:
        return self.terminal


@pytest.mark.parametrize("code_page", ["cp866", "cp1251", "cp1252"])
def test_code_page_of_windows_stops_no_title(
    tmp_path: Path, code_page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings = FILES["okr.yaml"].replace("Acme Support", "Поддержка, atención 你好")
    write(tmp_path, {**FILES, "okr.yaml": settings})
    monkeypatch.setattr(sys, "stdout", console := Redirected(code_page, terminal=True))

    assert run(["report", "--root", str(tmp_path), "--today", TODAY]) == 0
    console.flush()
    shown = console.content.getvalue().decode(code_page)
    assert r"\u4f60\u597d" in shown
    assert ("Поддержка" in shown) is (code_page != "cp1252")


@pytest.mark.parametrize(("platform", "encoding"), [("win32", "utf-8"), ("linux", "cp1251")])
def test_output_to_a_file_is_utf8_on_windows(
    tmp_path: Path, platform: str, encoding: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path, {**FILES, "okr.yaml": FILES["okr.yaml"].replace("Acme", "Маяк")})
    monkeypatch.setattr(sys, "stdout", file := Redirected("cp1251", terminal=False))
    monkeypatch.setattr(sys, "platform", platform)

    assert run(["report", "--format", "json", "--root", str(tmp_path), "--today", TODAY]) == 0
    file.flush()
    assert "Маяк" in file.content.getvalue().decode(encoding)


def in_a_shell(folder: Path, arguments: str, streams: str) -> Ran:
    """Run `okr` with *streams* as a shell redirects them."""
    ran = subprocess.run(
        ["bash", "-c", f"'{sys.executable}' -m okrcli {arguments} {streams}"],
        cwd=folder,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    return Ran(ran.returncode, ran.stdout, ran.stderr)


@pytest.mark.parametrize(
    ("arguments", "streams", "code"),
    [
        ("--version", ">&-", 0),
        ("--version", ">/dev/full", 3),
        ("report", ">/dev/full", 3),
        ("rule nothing", "2>/dev/full", 2),
        ("read", "<&-", 2),
    ],
)
def test_stream_that_is_closed_or_full_is_told_and_no_bug(
    tmp_path: Path, arguments: str, streams: str, code: int
) -> None:
    write(tmp_path, FILES)

    ran = in_a_shell(tmp_path, arguments, streams)
    assert (ran.code, "Traceback" in ran.err, "bug" in ran.err) == (code, False, False), ran.err
    assert bool(ran.err) is (code != 0 and "2>" not in streams)


def test_checkin_whose_result_cannot_be_written_says_that_it_is_committed(root: Path) -> None:
    ran = in_a_shell(root, f"checkin cx-leader/hours 16 --today {TODAY}", ">/dev/full")

    assert (ran.code, "Committed as" in ran.err) == (0, True), ran.err
    assert git(root, "rev-list", "--count", "HEAD") == "3"
