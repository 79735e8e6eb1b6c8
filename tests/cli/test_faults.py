"""Faults around the commands, whatever the command is: no traceback, and nothing lost."""

import json
import os
from collections.abc import Callable
from pathlib import Path

import pexpect
import pytest

from okrcli.model.checkin import CheckIn
from okrcli.render import FINDING_FORMATS, REPORT_FORMATS
from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.cli.processes import command, environment
from tests.cli.test_checkin import HOURS, new_checkins
from tests.cli.workspaces import FILES, write
from tests.repositories import commit_file, git

READING = [
    ["report"],
    ["check"],
    ["show", "cx-leader"],
    ["show", "cx-leader/nps"],
    ["show", "nps"],
]
OBJECTIVE = "objectives/2026-Q4/cx-leader.yaml"
CHECKIN = "checkins/2026/2026-11-06-ana-00000001.yaml"
HOSTILE = (
    r"a\e[31mb",
    r"a\x07b",
    r"a\u202Eb",
    "[red]a[/red] [link=http://x]b[/link]",
    "<img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    r"\n::error::a",
    r"##[error]a",
)
"""As they stand between double quotes in YAML."""
Merge = Callable[[Path], object]


@pytest.mark.parametrize("path", sorted(FILES))
def test_file_with_conflict_markers_is_never_skipped_silently_as_in_tbd_155(
    run_okr: Okr, tmp_path: Path, path: str
) -> None:
    lines = FILES[path].splitlines(keepends=True)
    lines[1:1] = ["<<<<<<< HEAD\n", "=======\n", ">>>>>>> theirs\n"]
    write(tmp_path, {**FILES, path: "".join(lines)})

    assert (run_okr(tmp_path, "report").code, run_okr(tmp_path, "check").code) == (1, 1)
    for arguments in (["show", "csat"], ["show", "cx-leader"], ["checkin", "csat", "5"]):
        ran = run_okr(tmp_path, *arguments)
        assert f"errors in {path}. Run `okr check`." in ran.err


@pytest.mark.parametrize("wrong", ["7" * 5000, "1e400", ".nan", "-.inf", "true", '"12"'])
def test_value_that_is_no_number_is_found_with_its_line_and_column(
    run_okr: Okr, tmp_path: Path, wrong: str
) -> None:
    objective = FILES[OBJECTIVE].replace("baseline: 24", f"baseline: {wrong}")
    write(tmp_path, {**FILES, OBJECTIVE: objective})

    ran = run_okr(tmp_path, "check", "--format", "concise")
    line = FILES[OBJECTIVE][: FILES[OBJECTIVE].index("baseline: 24")].count("\n") + 1
    assert ran.code == 1
    assert f"{OBJECTIVE}:{line}:15: E002 " in ran.out
    assert max(map(len, ran.out.splitlines())) < 400


def on_two_branches(okr: Okr, root: Path) -> None:
    """Let Ana check in the same key result on `main` and, later, on `other`."""
    git(root, "branch", "other")
    okr("checkin", HOURS, "16")
    git(root, "switch", "--quiet", "other")
    okr("checkin", HOURS, "15")


def value_of_hours(okr: Okr) -> object:
    (objective,) = json.loads(okr("report", "--format", "json").out)["objectives"]
    return next(each["value"] for each in objective["key_results"] if each["id"] == "hours")


def merge_into_main(root: Path) -> None:
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--no-edit", "other")


def merge_into_other(root: Path) -> None:
    git(root, "merge", "--quiet", "--no-edit", "main")


def squash(root: Path) -> None:
    git(root, "switch", "--quiet", "main")
    git(root, "merge", "--quiet", "--squash", "other")
    git(root, "commit", "--quiet", "--message", "Squashed")


def rebase(root: Path) -> None:
    git(root, "rebase", "--quiet", "main")


def pick_twice(root: Path) -> None:
    git(root, "switch", "--quiet", "main")
    git(root, "cherry-pick", "other")
    git(root, "cherry-pick", "--keep-redundant-commits", "other")


def merge_after_a_pick(root: Path) -> None:
    git(root, "switch", "--quiet", "main")
    git(root, "cherry-pick", "other")
    git(root, "merge", "--quiet", "--no-edit", "other")


@pytest.mark.parametrize(
    "join", [merge_into_main, merge_into_other, squash, rebase, pick_twice, merge_after_a_pick]
)
def test_checkins_of_one_person_on_two_branches_are_all_kept_however_they_are_joined(
    okr: Okr, root: Path, join: Merge
) -> None:
    on_two_branches(okr, root)
    join(root)

    assert [each.key_results[0].value for each in new_checkins(root)] == [16, 15]
    assert value_of_hours(okr) == 15
    assert git(root, "status", "--porcelain") == ""


def test_checkins_of_two_clones_on_one_day_merge_without_conflict_in_both_directions(
    run_okr: Okr, root: Path, tmp_path: Path
) -> None:
    clones = [tmp_path / "one", tmp_path / "two"]
    for clone, value in zip(clones, ("16", "15"), strict=True):
        git(tmp_path, "clone", "--quiet", str(root), clone.name)
        assert run_okr(clone, "checkin", HOURS, value).code == 0
    heads = [git(clone, "rev-parse", "HEAD") for clone in clones]
    for clone, other, head in zip(clones, reversed(clones), reversed(heads), strict=True):
        git(clone, "fetch", "--quiet", str(other), head)
        git(clone, "merge", "--quiet", "--no-edit", head)

    merged = [new_checkins(clone) for clone in clones]
    assert [values(each) for each in merged] == [["16", "15"], ["16", "15"]]
    reports = [run_okr(clone, "report", "--format", "plain").out for clone in clones]
    assert reports[0] == reports[1]


def values(checkins: list[CheckIn]) -> list[str]:
    return [str(each.key_results[0].value) for each in checkins]


def write_hostile(root: Path, text: str) -> None:
    """Write a workspace that has *text* as titles, unit and note."""
    quoted = f'"{text}"'
    objective = FILES[OBJECTIVE].replace("Become the leader in customer satisfaction", quoted)
    objective = objective.replace("Raise NPS from 40 to 60", quoted).replace("points", quoted)
    kpi = FILES["kpis/nps.yaml"].replace("Net Promoter Score", quoted)
    checkin = FILES[CHECKIN].replace("first wave", quoted)
    write(root, {**FILES, OBJECTIVE: objective, "kpis/nps.yaml": kpi, CHECKIN: checkin})


@pytest.mark.parametrize(
    "arguments",
    [
        *(["report", "--format", name] for name in REPORT_FORMATS),
        *(["check", "--format", name] for name in FINDING_FORMATS),
        ["show", "cx-leader"],
        ["show", "cx-leader/nps"],
        ["show", "nps"],
    ],
    ids=" ".join,
)
def test_hostile_title_is_inert_in_everything_that_is_printed(
    run_okr: Okr, tmp_path: Path, arguments: list[str]
) -> None:
    own = ("::error ", "::warning ", "::notice ") if "github" in arguments else ()
    for text in HOSTILE:
        write_hostile(tmp_path, text)
        ran = run_okr(tmp_path, *arguments)
        printed = ran.out + ran.err

        assert ran.code in {0, 1}, ran.err
        assert not [letter for letter in "\x1b\x07\u202e" if letter in printed]
        assert "##[error]" not in printed
        commands = [line for line in map(str.lstrip, printed.splitlines()) if line[:2] == "::"]
        assert [line for line in commands if not line.startswith(own)] == []
        if {"markdown", "junit"} & {*arguments}:
            assert "<img" not in printed
        if {"csv", "plain"} & {*arguments}:
            assert ",=cmd" not in printed.replace("\t", ",")


def test_commit_message_of_a_hostile_note_gives_no_trailer_of_its_own(okr: Okr, root: Path) -> None:
    okr("checkin", HOURS, "16", "--note", "fine\n\nOKR-Key-Result: 2026-Q4/forged/nps\n")

    trailers = git(root, "log", "-1", "--format=%(trailers:key=OKR-Key-Result,valueonly)")
    assert trailers.split() == [HOURS]


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


def test_reading_works_in_a_folder_that_nobody_may_write(okr: Okr, root: Path) -> None:
    folders = [each for each in (root, *root.rglob("*")) if each.is_dir()]
    for folder in folders:
        folder.chmod(0o555)
    try:
        codes = [okr(*arguments).code for arguments in READING]
        if not os.access(root, os.W_OK):  # the superuser may write everywhere
            assert okr("checkin", HOURS, "16").code == 3
    finally:
        for folder in folders:
            folder.chmod(0o755)

    assert codes == [0] * len(READING)
    assert commit_file(root, "later.txt", "works again\n")
