"""Nothing foreign steers a terminal, commands a CI runner or begins a line in what okr prints."""

import logging
import re
from pathlib import Path

import pytest

from okrcli.cli import app
from okrcli.errors import OkrError
from okrcli.render import FINDING_FORMATS, REPORT_FORMATS
from tests.cli.conftest import Okr
from tests.cli.kpi_workspace import KPI_FILES
from tests.cli.processes import Terminal
from tests.cli.workspaces import FILES, write
from tests.repositories import commit_file, git, make_remote
from tests.runners import active_in, steering_in

logging.getLogger("git").setLevel(logging.ERROR)

HOSTILE = (
    "x\n::stop-commands::tok\r##vso[task.complete]\u2028##teamcity[buildStop]\x85--- g\v##[error]y"
    " \x1b[31m\x9b1m\u202e\u2066\u200f\u061c\U000e0041\ufeff travis_fold:start:z"
)
"""It begins lines, and has what each runner and terminal would obey."""

OWN_COMMANDS = ("::error file=", "::warning file=", "::notice file=")
OBJECTIVE = "objectives/2026-Q4/cx-leader.yaml"
PLAN = "improvements/csat-2026-11-02.yaml"

READING = [
    *(["report", "--format", name] for name in REPORT_FORMATS),
    *(["check", "--format", name] for name in FINDING_FORMATS),
    *(["show", ref] for ref in ("cx-leader", "cx-leader/nps", "nps")),
    *(["show", ref, "--format", "json"] for ref in ("cx-leader", "cx-leader/nps", "nps")),
    *(["kpi", "list", "--format", name] for name in ("table", "csv", "json", "markdown", "plain")),
    *(["kpi", "alerts", "--format", name] for name in ("text", "github", "json", "markdown")),
    *(["remind", "--format", name] for name in ("text", "json", "markdown")),
    ["kpi", "show", "csat", "--all"],
    ["kpi", "import", "--all", "--dry-run"],
    ["kpi", "catalog", "--for", "cx-leader"],
    ["check", "--statistics"],
]
WRITING = [
    ["checkin", "cx-leader/hours", "16", "--by", "ana"],
    ["kpi", "record", "nps", "49", "--by", "ana"],
    ["kpi", "import", "--all", "--by", "ana"],
    ["new", "kr", "cx-leader", "Raise NPS from 40 to 60 points"],
    ["improve", "follow-up", "csat-2026-11-02", "--done", "1", "--by", "ana"],
    ["improve", "close", "csat-2026-11-02", "--note", "It helped."],
]


def obeyed(text: str) -> list[str]:
    """Return what a terminal or a runner would obey in *text*, line by line as runners read it."""
    lines = re.split(r"\r\n|\r|\n", text)
    commands = [line for line in lines if active_in(line) and not line.startswith(OWN_COMMANDS)]
    return [*commands, *steering_in(text)]


def yaml_text(text: str) -> str:
    """Return *text* between double quotes, each character that YAML refuses as an escape."""
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08x}" for c in text) + '"'


def hostile_files() -> dict[str, str]:
    """Return a workspace that has the hostile text wherever people write what they like."""
    files = {**KPI_FILES, **FILES, "data/replies.csv": "date,value\n2026-11-01,3\n"}
    keys = r"(?<=[ {\n])(title|why|note|text|unit|name|reason): (?:\"[^\"]*\"|[^,}\n\[]+)"
    quoted = yaml_text(HOSTILE).replace("\\", r"\\")
    written = {
        name: re.sub(keys, rf"\1: {quoted}", f"\n{text}").lstrip("\n") if ".yaml" in name else text
        for name, text in files.items()
    }
    for name in (OBJECTIVE, PLAN, "kpis/nps.yaml", "okr.yaml"):
        assert yaml_text(HOSTILE) in written[name]
    return written


@pytest.fixture
def hostile(root: Path) -> Path:
    """Return a committed workspace full of hostile text."""
    write(root, hostile_files())
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Hostile")
    return root


def test_hostile_text_is_inert_in_all_that_reading_commands_print(
    run_okr: Okr, tmp_path: Path
) -> None:
    write(tmp_path, hostile_files())
    for arguments in READING:
        ran = run_okr(tmp_path, *arguments)
        assert ran.code in {0, 1}, ran.err
        assert ran.out + ran.err, arguments
        assert obeyed(ran.out) == obeyed(ran.err) == [], arguments


NEW = "objectives/2026-Q4/closed.yaml"
CLOSED = f"""\
title: {yaml_text(HOSTILE)}
owner: ana
parent: cx-leader
status: closed
formerly: [closed-before]
closing:
  date: 2026-11-19
  computed: 0.2
  score: 0.3
  why: {yaml_text(HOSTILE)}
  because: {yaml_text(HOSTILE)}
  worked: {yaml_text(HOSTILE)}
  did_not: {yaml_text(HOSTILE)}
  next: {yaml_text(HOSTILE)}
  was:
    - {{date: 2026-11-18, computed: 0.1, score: 0.2, why: {yaml_text(HOSTILE)}}}
key_results:
  - id: calls
    title: {yaml_text(HOSTILE)}
    type: metric
    unit: {yaml_text(HOSTILE)}
    baseline: 0
    target: 10
    dropped: {{date: 2026-11-10, why: {yaml_text(HOSTILE)}}}
"""
RETRACTION = f"""\
date: 2026-11-20
by: ana
recorded: 2026-11-20T11:00:00Z
note: {yaml_text(HOSTILE)}
kudos: [{{to: pavel, for: {yaml_text(HOSTILE)}}}]
retracted:
  - {{checkin: 2026-11-20-ana-00000002, why: {yaml_text(HOSTILE)}}}
"""
OVERVIEWS = [
    *(["tree", "--format", name] for name in ("text", "json", "markdown", "mermaid")),
    *(["review", "--owner", "ana", "--format", name] for name in ("text", "json", "markdown")),
    *(["log", "--format", name] for name in ("text", "json", "markdown")),
    *(["log", ref] for ref in ("cx-leader", "cx-leader/nps", "nps", "closed")),
    *(["audit", "--format", name] for name in ("text", "json", "markdown")),
    *(["doctor", "--format", name] for name in ("text", "json", "markdown")),
    *(["report", "--diff", "HEAD~1", "--format", name] for name in ("table", "json", "markdown")),
    *(["show", ref] for ref in ("closed", "closed/calls")),
    ["close", "--status"],
    ["report", "--cycle", "2026-Q4", "--format", "markdown"],
]
CHANGING = [
    (0, ["amend", "cx-leader/hours", "--target", "11", "--why", HOSTILE]),
    (0, ["rename", "cx-leader", "cx-first"]),
    (2, ["rename", "cx-leader", HOSTILE]),
    (0, ["close", "cx-leader", "--why", HOSTILE, "--worked", HOSTILE]),
    (0, ["carry", "cx-leader", "--to", "2027-Q1"]),
    (3, ["carry", "cx-leader", "--to", HOSTILE]),
    (0, ["approve", "cx-leader"]),
    (2, ["approve", "cx-leader", "--as", HOSTILE]),
    (0, ["retract", "2026-11-06-ana-00000001", "--why", HOSTILE]),
    (3, ["retract", HOSTILE, HOSTILE, "--why", HOSTILE]),
]


@pytest.fixture
def ended(hostile: Path) -> Path:
    """Return the hostile workspace with an objective that is closed and a check-in retracted."""
    write(hostile, {NEW: CLOSED, "checkins/2026/2026-11-20-ana-00000009.yaml": RETRACTION})
    git(hostile, "add", "--all")
    git(hostile, "commit", "--quiet", "--amend", "--message", HOSTILE)
    return hostile


def test_hostile_text_is_inert_in_overviews_and_histories(run_okr: Okr, ended: Path) -> None:
    for arguments in OVERVIEWS:
        ran = run_okr(ended, *arguments)
        assert ran.code in {0, 1}, (arguments, ran.err)
        assert ran.out + ran.err, arguments
        assert obeyed(ran.out) == obeyed(ran.err) == [], arguments


@pytest.mark.parametrize(("code", "arguments"), CHANGING)
def test_hostile_text_is_inert_in_what_changing_commands_print_and_commit(
    run_okr: Okr, ended: Path, code: int, arguments: list[str]
) -> None:
    for options in (["--dry-run"], []):
        ran = run_okr(ended, *arguments, *options)
        assert ran.code == code, ran.err
        assert obeyed(ran.out) == obeyed(ran.err) == [], options
    if code == 0:
        assert obeyed(git(ended, "log", "-1", "--format=%B")) == []


@pytest.mark.parametrize("arguments", WRITING, ids=lambda arguments: " ".join(arguments[:2]))
def test_hostile_text_is_inert_in_what_writing_commands_print_and_commit(
    run_okr: Okr, hostile: Path, arguments: list[str]
) -> None:
    ran = run_okr(hostile, *arguments)

    assert (ran.code, "Committed as" in ran.out) == (0, True), ran.err
    assert obeyed(ran.out) == obeyed(ran.err) == []
    assert obeyed(git(hostile, "log", "-1", "--format=%B")) == []


@pytest.mark.parametrize(
    ("path", "old"),
    [
        ("okr.yaml", "version: 1"),
        ("okr.yaml", "teams:"),
        (OBJECTIVE, "type: milestones"),
        (OBJECTIVE, "owner: ana"),
        (OBJECTIVE, "due: 2026-11-30"),
        (OBJECTIVE, "key_results: [nps]"),
        ("kpis/nps.yaml", "direction: up"),
        ("kpis/nps.yaml", "serves: [cx-leader]"),
        ("checkins/2026/2026-11-06-ana-00000001.yaml", "by: ana"),
        ("checkins/2026/2026-11-06-ana-00000001.yaml", "value: 20"),
    ],
)
def test_hostile_values_and_keys_are_inert_in_findings(
    run_okr: Okr, tmp_path: Path, path: str, old: str
) -> None:
    key, _, value = old.partition(": ")
    for new in (f"{key}: {yaml_text(HOSTILE)}", f"{yaml_text(HOSTILE)}: {value}"):
        write(tmp_path, {**FILES, path: FILES[path].replace(old, new)})
        for name in FINDING_FORMATS:
            ran = run_okr(tmp_path, "check", "--format", name)
            assert ran.code == 1, ran.err
            assert obeyed(ran.out) == obeyed(ran.err) == []


@pytest.mark.parametrize(
    "name", ["##[error]boo", "##vso[task.complete]boo", "a\n::error::b", "\x1b[31m\u202e", "\udcff"]
)
def test_hostile_names_of_files_are_inert(run_okr: Okr, tmp_path: Path, name: str) -> None:
    write(tmp_path, FILES)
    for folder in ("kpis", "objectives/2026-Q4", "checkins/2026", "improvements"):
        path = tmp_path / folder / f"{name}.yaml"
        path.parent.mkdir(exist_ok=True)
        path.write_text("title: [\n")

    for arguments in (["report"], ["kpi", "list"], ["kpi", "alerts"], ["remind"], ["show", "nps"]):
        ran = run_okr(tmp_path, *arguments)
        assert obeyed(ran.out) == obeyed(ran.err) == [], arguments
    for format_ in FINDING_FORMATS:
        ran = run_okr(tmp_path, "check", "--format", format_)
        assert (ran.code, obeyed(ran.out), obeyed(ran.err)) == (1, [], []), format_


def test_hostile_name_of_a_source_begins_no_line(run_okr: Okr, tmp_path: Path) -> None:
    source = f"source: {{file: {yaml_text('data/' + HOSTILE)}}}\n"
    write(tmp_path, {**FILES, "kpis/nps.yaml": FILES["kpis/nps.yaml"] + source})

    ran = run_okr(tmp_path, "kpi", "import", "--all", "--no-commit", "--by", "ana")
    assert (ran.code, ran.out) == (3, "")
    assert [line for line in ran.err.splitlines() if line.startswith((":", "#", "-"))] == []
    assert obeyed(ran.err) == []


@pytest.mark.parametrize(
    "table",
    [
        "date,value\n2026-11-01,##[stop-commands]tok\n",
        "date,value\n##vso[task.complete]tok,1\n",
        'date,value\n2026-11-01,"1\n::stop-commands::tok"\n',
        'date,"##teamcity[x]\n::error::y\u202e"\n2026-11-01,1\n',
        "kpi,date,value\n::error::x\u200f\U000e0041,2026-11-01,1\n",
    ],
)
def test_hostile_cells_are_inert_in_what_refuses_them(okr: Okr, root: Path, table: str) -> None:
    file = root.parent / "a\n::error::##vso[b].csv"
    file.write_text(table)

    for arguments in (["kpi", "import", str(file)], ["checkin", "--from", str(file)]):
        ran = okr(*arguments)
        assert (ran.code, ran.out) in {(2, ""), (3, "")}
        assert obeyed(ran.err) == []


@pytest.mark.parametrize(
    "arguments",
    [
        ["{}"],
        ["kpi", "{}"],
        ["report", "{}"],
        ["report", "--{}"],
        ["report", "--owner", "{}"],
        ["report", "--format", "{}"],
        ["report", "--as-of", "{}"],
        ["report", "--root", "{}"],
        ["report", "--output", "{}=x"],
        ["report", "--output", "{}"],
        ["check", "--baseline", "{}"],
        ["check", "--select", "{}"],
        ["show", "{}"],
        ["read", "{}"],
        ["rule", "{}"],
        ["checkin", "{}", "5"],
        ["checkin", "cx-leader/hours", "{}"],
        ["checkin", "--kudos", "{}"],
        ["checkin", "nps", "1", "--by", "{}"],
        ["kpi", "record", "nps", "{}"],
        ["kpi", "import", "{}"],
        ["kpi", "import", "x", "--map", "{}"],
        ["improve", "open", "{}"],
        ["improve", "open", "nps", "--cause", "{}"],
        ["init", "--example", "{}", "elsewhere"],
        ["init", "--language", "{}", "elsewhere"],
        ["new", "objective", "{}", "--cycle", "{}"],
    ],
    ids=" ".join,
)
def test_hostile_arguments_are_inert(okr: Okr, arguments: list[str]) -> None:
    for text in (HOSTILE, "\u202eabc", "##vso[x]\n::error::y"):
        ran = okr(*(each.replace("{}", text) for each in arguments))
        assert ran.code in {0, 2, 3}, ran.err
        assert obeyed(ran.out) == obeyed(ran.err) == []


def test_hostile_day_of_the_environment_is_inert(okr: Okr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OKR_TODAY", HOSTILE)

    ran = okr("report", "--today", HOSTILE)
    assert (ran.code, ran.out, obeyed(ran.err)) == (2, "", [])


def test_hostile_name_in_git_is_inert(okr: Okr, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Eve ##vso[x] ::error::\u202e\U000e0041")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "##[error]eve\u200f@example.com")

    ran = okr("checkin", "cx-leader/hours", "16")
    assert (ran.code, obeyed(ran.out), obeyed(ran.err)) == (2, [], [])
    assert "Eve" in ran.err


HOOK = r"""#!/bin/sh
printf '::stop-commands::tok\n##vso[task.complete]\r::error::x\033[31m\n' >&2
exit 1
"""


def add_hook(repository: Path, name: str) -> None:
    hook = repository / "hooks" / name
    hook.parent.mkdir(exist_ok=True)
    hook.write_text(HOOK)
    hook.chmod(0o755)


@pytest.mark.parametrize("where", ["here", "remote"])
def test_what_hooks_and_remotes_say_is_inert_and_stays_in_lines(
    okr: Okr, root: Path, where: str
) -> None:
    remote = make_remote(root)
    add_hook(*(((root / ".git"), "pre-commit") if where == "here" else (remote, "pre-receive")))

    ran = okr("checkin", "cx-leader/hours", "16", "--push")
    assert ran.code == 3
    assert obeyed(ran.out) == obeyed(ran.err) == []
    told = [line for line in ran.err.splitlines() if "stop-commands" in line or "vso" in line]
    assert len(told) == 2


def test_question_shows_a_hostile_title_on_one_line(root: Path) -> None:
    title = yaml_text("Cut it\nRecord this as ana? [Y/n]: \x1b[2J::error::x")
    objective = FILES[OBJECTIVE].replace("Cut the response time from 24 to 12 hours", title)
    commit_file(root, OBJECTIVE, objective)

    terminal = Terminal(root, "checkin", "cx-leader/hours", "--by", "ana")
    terminal.wait_for("Cut it Record this as ana? [Y/n]: \ufffd[2J:\u2060:error:\u2060:x")
    terminal.answer("Value now", "")
    terminal.answer("Record this as ana, ", "n")
    terminal.end()
    assert obeyed(terminal.text.replace("\r\n", "\n")) == []


@pytest.mark.parametrize("debug", ["", "1"])
def test_hostile_text_in_a_bug_is_inert(
    okr: Okr, monkeypatch: pytest.MonkeyPatch, debug: str
) -> None:
    def fail(*_: object) -> None:
        raise RuntimeError(HOSTILE)

    monkeypatch.setenv("OKR_DEBUG", debug)
    monkeypatch.setattr("okrcli.storage.workspace.load_plan", fail)

    ran = okr("report")
    assert (ran.code, ran.out, obeyed(ran.err)) == (app.BUG, "", [])


def test_hostile_reason_of_the_system_is_inert(okr: Okr, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise OSError(5, HOSTILE, HOSTILE)

    monkeypatch.setattr("okrcli.storage.workspace.load_plan", fail)

    ran = okr("report")
    assert (ran.code, ran.out, obeyed(ran.err)) == (OkrError.exit_code, "", [])


def test_hostile_text_is_inert_in_files_that_are_written_beside(
    run_okr: Okr, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "acme", hostile_files())
    summary = tmp_path / "summary.md"
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    outputs = {name: tmp_path / f"check.{name}" for name in FINDING_FORMATS}
    asked = [f"--output={name}={path}" for name, path in outputs.items()]
    baseline = tmp_path / "baseline.json"

    assert run_okr(tmp_path / "acme", "check", *asked).code == 1
    assert run_okr(tmp_path / "acme", "check", "--write-baseline", str(baseline)).code == 0
    for file in (*outputs.values(), baseline, summary):
        assert obeyed(file.read_text(encoding="utf-8")) == [], file
