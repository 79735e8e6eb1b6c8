"""The options of `okr check` that change which findings there are, and how many count."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.workspaces import FILES, Ran, okr, write
from tests.repositories import git, make_repository

Check = Callable[..., Ran]
TASK = """\
title: Customers stay
owner: ana
team: support
key_results:
  - {id: launch, title: Launch the portal, type: binary}
"""
ALWAYS = {"E001", "E002", "E007"}
TASK_PATH = "objectives/2026-Q4/stay.yaml"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(make_repository(tmp_path / "acme"), FILES)


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str], root: Path) -> Check:
    return lambda *arguments: okr(capsys, "check", *arguments, "--root", root)


def found(ran: Ran) -> list[tuple[str, str, str]]:
    """Return path, code and severity of every finding."""
    return [
        (each["path"], each["code"], each["severity"]) for each in json.loads(ran.out)["findings"]
    ]


def severities(ran: Ran, code: str) -> set[str]:
    return {severity for _, other, severity in found(ran) if other == code}


def test_profile_makes_warnings_errors_and_errors_warnings(check: Check, root: Path) -> None:
    write(root, {TASK_PATH: TASK})
    as_json = ("--format", "json")

    assert severities(check(*as_json), "S102") == {"warning"}
    assert severities(check(*as_json, "--profile", "strict"), "S102") == {"error"}
    assert check("--profile", "draft").code == 0


def test_severity_of_the_command_line_comes_before_that_of_the_settings(
    check: Check, root: Path
) -> None:
    write(root, {TASK_PATH: TASK})
    settings = FILES["okr.yaml"] + "rules: {severity: {task-verb: info}}\n"
    write(root, {"okr.yaml": settings})

    assert severities(check("--format", "json"), "S102") == {"info"}
    ran = check("--format", "json", "--severity", "S102=error")
    assert (ran.code, severities(ran, "S102")) == (1, {"error"})
    wide = check("--format", "json", "--severity", "S=warning", "--severity", "S102=error")
    assert severities(wide, "S102") == {"error"}


@pytest.mark.parametrize("prefix", ["S", "S1", "s102", "R4", "task-verb"])
def test_rules_are_named_by_how_their_codes_begin(check: Check, root: Path, prefix: str) -> None:
    write(root, {TASK_PATH: TASK})
    codes = {code for _, code, _ in found(check("--format", "json", "--select", prefix))}
    whole = {code for _, code, _ in found(check("--format", "json"))}
    meant = prefix.upper() if len(prefix) < 5 else "S102"
    assert codes == {code for code in whole if code.startswith(meant) or code[:4] in ALWAYS}
    assert codes - ALWAYS


def test_milder_findings_are_left_out_and_counted(check: Check, root: Path) -> None:
    write(root, {TASK_PATH: TASK})
    whole = found(check("--format", "json"))
    ran = check("--format", "json", "--min-severity", "warning")
    assert found(ran) == [each for each in whole if each[2] != "info"]
    milder = sum(each[2] != "error" for each in whole)
    assert milder
    assert (
        json.loads(check("--format", "json", "--min-severity", "error").out)["summary"]["milder"]
        == milder
    )
    assert f"; {milder} milder, not shown." in check("--min-severity", "error").err


def test_what_fails_is_shown(check: Check) -> None:
    ran = check("--strict", "--min-severity", "error")
    assert ran.code == 2
    assert "--min-severity warning" in ran.err
    assert check("--write-baseline", "b.json", "--min-severity", "error").code == 2


def test_per_file_ignores_of_the_command_line_join_those_of_the_settings(
    check: Check, root: Path
) -> None:
    write(root, {TASK_PATH: TASK})
    settings = FILES["okr.yaml"] + 'rules: {per_file_ignores: {"objectives/*": [R402]}}\n'
    write(root, {"okr.yaml": settings})
    ran = check("--format", "json", "--per-file-ignores", "objectives/*=S102,no-owner")

    codes = {code for path, code, _ in found(ran) if path == TASK_PATH}
    assert codes
    assert codes & {"S102", "S105", "R402"} == set()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--severity", "S102"], "--severity S102 is not RULE=LEVEL."),
        (["--severity", "S102=fatal"], "has no level 'fatal'"),
        (["--severity", "S999=error"], "There is no rule 'S999'."),
        (["--per-file-ignores", "kpis/*"], "is not PATTERN=RULE."),
        (["--per-file-ignores", "kpis/*=nope"], "There is no rule 'nope'."),
        (["--profile", "loose"], "loose"),
        (["--statistics", "--format", "json"], "--output json=PATH"),
        (["--baseline", "none.json"], "The baseline 'none.json' cannot be read"),
        (["--write-baseline", "a.json", "--since", "HEAD"], "the whole workspace"),
    ],
)
def test_wrong_option_is_refused_with_exit_code_2(
    check: Check, root: Path, arguments: list[str], message: str
) -> None:
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "All")
    ran = check(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert message in ran.err


def test_statistics_count_by_rule_the_most_frequent_first(check: Check, root: Path) -> None:
    write(
        root,
        {
            "kpis/a.yaml": "title: A\nx: 1\nz: 2\ndirection: up\n",
            "kpis/b.yaml": "title: Fix #1\ndirection: up\n",
        },
    )
    ran = check("--select", "E", "--statistics")

    assert ran.out == "2  E002 schema: error\n1  E006 lossy-text: warning\n"
    assert ran.code == 1


def test_statistics_leave_the_files_of_output_alone(
    check: Check, root: Path, tmp_path: Path
) -> None:
    write(root, {"kpis/a.yaml": "title: A\nx: 1\ndirection: up\n"})
    check("--select", "E", "--statistics", "--output", f"concise={tmp_path}/f.txt")

    assert (tmp_path / "f.txt").read_text().startswith("kpis/a.yaml:2:1: error E002 ")


def test_text_quotes_the_line_that_is_meant(check: Check, root: Path) -> None:
    write(root, {"kpis/a.yaml": "title: A\r\nxtra: 1\r\n"})
    lines = check("--select", "E").out.splitlines()

    assert lines[1:3] == ["    2 | xtra: 1", "      | ^"]


def test_text_quotes_files_that_are_no_utf8(check: Check, root: Path) -> None:
    (root / "kpis/a.yaml").write_bytes(b"title: A\nwhy: \xff\xfe x\n")
    lines = check("--select", "E").out.splitlines()

    assert lines[1:3] == ["    2 | why: \ufffd\ufffd x", "      |      ^"]


def test_baseline_accepts_what_is_found_today(check: Check, root: Path, tmp_path: Path) -> None:
    write(root, {TASK_PATH: TASK, "kpis/a.yaml": "title: A\nx: 1\ndirection: up\n"})
    file = tmp_path / "baseline.json"
    assert check().code == 1

    written = check("--write-baseline", file)
    assert (written.code, "now accepts" in written.out) == (0, True)
    ran = check("--baseline", file, "--strict")
    assert (ran.code, ran.out) == (0, "")
    assert ran.err.startswith("Nothing found in ")
    assert ran.err.endswith(" accepted by the baseline.\n")


def test_baseline_holds_when_lines_move_and_fails_on_what_is_new(
    check: Check, root: Path, tmp_path: Path
) -> None:
    write(root, {"kpis/a.yaml": "title: A\nx: 1\ndirection: up\n"})
    file = tmp_path / "baseline.json"
    check("--write-baseline", file)

    write(root, {"kpis/a.yaml": "# Two\n# lines\ntitle: A\nx: 1\ndirection: up\n"})
    assert check("--baseline", file).code == 0
    write(root, {"kpis/a.yaml": "title: A\nx: 1\nz: 2\ndirection: up\n"})
    ran = check("--baseline", file, "--format", "concise")
    assert ran.code == 1
    assert [line.split(": ")[0] for line in ran.out.splitlines()] == ["kpis/a.yaml:3:1"]


def test_baseline_has_one_line_for_each_finding_and_no_line_numbers(
    check: Check, root: Path, tmp_path: Path
) -> None:
    write(root, {"kpis/a.yaml": "title: A\nx: 1\ndirection: up\n"})
    file = tmp_path / "baseline.json"
    check("--write-baseline", file)

    document = json.loads(file.read_text())
    assert document["schema"] == "okrcli.baseline/1"
    assert set(document["accepted"][0]) == {"path", "rule", "ref", "fingerprint"}
    assert len(file.read_text().splitlines()) == len(document["accepted"]) + 5


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", "[" * 100_000, '{"schema": "okrcli.baseline/2", "accepted": []}']
)
def test_file_that_is_no_baseline_is_refused(check: Check, tmp_path: Path, text: str) -> None:
    file = tmp_path / "baseline.json"
    file.write_text(text)
    ran = check("--baseline", file)

    assert (ran.code, ran.out) == (2, "")
    assert "is not a baseline file of okr." in ran.err


def test_since_keeps_to_files_changed_since_a_commit(check: Check, root: Path) -> None:
    write(
        root,
        {
            "kpis/old.yaml": "title: A\nx: 1\ndirection: up\n",
            "kpis/both.yaml": "title: B\nx: 1\ndirection: up\n",
        },
    )
    git(root, "add", ".")
    git(root, "commit", "--quiet", "--message", "Old")
    write(
        root,
        {
            "kpis/new.yaml": "title: C\nx: 1\ndirection: up\n",
            "kpis/both.yaml": "title: B\nz: 1\ndirection: up\n",
        },
    )
    ran = check("--select", "E", "--since", "HEAD", "--format", "concise")

    assert ran.code == 1
    paths = [line.partition(":")[0] for line in ran.out.splitlines()]
    assert paths == ["kpis/both.yaml", "kpis/new.yaml"]
    assert ran.err.endswith(" in 2 files.\n")
    both = check("--select", "E", "--since", "HEAD", "--format", "concise", root / "kpis/new.yaml")
    assert [line.partition(":")[0] for line in both.out.splitlines()] == ["kpis/new.yaml"]


def test_since_in_a_folder_of_the_repository(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    top = make_repository(tmp_path / "mono")
    inner = write(top / "teams/acme", {**FILES, "kpis/old.yaml": "title: A\nx: 1\ndirection: up\n"})
    git(top, "add", ".")
    git(top, "commit", "--quiet", "--message", "Old")
    write(inner, {"kpis/new.yaml": "title: C\nx: 1\ndirection: up\n"})
    options = ("--select", "E", "--since", "HEAD", "--format", "concise", "--root", inner)

    ran = okr(capsys, "check", *options)
    assert [line.partition(":")[0] for line in ran.out.splitlines()] == ["kpis/new.yaml"]


def test_since_a_commit_that_is_not_there_is_refused(check: Check) -> None:
    ran = check("--since", "nowhere")

    assert (ran.code, ran.out) == (3, "")
    assert "nowhere" in ran.err


def test_since_without_a_repository_is_refused(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    write(tmp_path, FILES)
    ran = okr(capsys, "check", "--since", "HEAD", "--root", tmp_path)

    assert (ran.code, "not in a git repository" in ran.err) == (3, True)
