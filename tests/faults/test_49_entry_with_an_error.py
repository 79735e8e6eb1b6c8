"""An entry with an error counts for nothing, in every command, and every command says so."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import write
from tests.refused_entries import HEAD, NEW, REFUSED, WORKSPACE, with_refused

TODAY = "2026-11-20"
LEFT_OUT = f"1 entry with an error is left out, so numbers may be wrong: {NEW}:5. Run `okr check`."
OF_KEY_RESULT = REFUSED["decimal comma"]
OF_KPI = REFUSED["reading out of bounds"]
NUMBERS = [
    ["report", "--format", "plain"],
    ["show", "cx", "--format", "json"],
    ["kpi", "list", "--format", "json"],
    ["kpi", "alerts", "--format", "json"],
    ["remind", "--format", "json"],
]
_SAID = {"refused", "attention", "findings"}


def without_what_is_said(document: Any) -> Any:
    """Return *document* without what it says of refused entries, at any depth."""
    if isinstance(document, dict):
        kept = {key: value for key, value in document.items() if key not in _SAID}
        return {key: without_what_is_said(value) for key, value in kept.items()}
    if isinstance(document, list):
        return [without_what_is_said(each) for each in document]
    return document


def numbers_of(run_okr: Okr, root: Path, files: Mapping[str, str]) -> list[Any]:
    """Return all that the commands compute of *files*."""
    write(root, {**files})
    documents = [run_okr(root, *each, today=TODAY).out for each in NUMBERS[1:]]
    rows = run_okr(root, *NUMBERS[0], today=TODAY).out.splitlines()
    table = [row.rpartition("\t")[0] for row in rows]  # the last column counts what was refused
    return [table, *(without_what_is_said(json.loads(each)) for each in documents)]


def test_no_number_of_any_command_is_another_one_for_a_refused_entry(
    run_okr: Okr, tmp_path: Path
) -> None:
    without = numbers_of(run_okr, tmp_path, WORKSPACE)
    for what, entry in REFUSED.items():
        assert numbers_of(run_okr, tmp_path, with_refused(entry)) == without, what


@pytest.mark.parametrize(
    ("entry", "arguments", "code"),
    [
        (OF_KEY_RESULT, ["report"], 1),
        (OF_KEY_RESULT, ["report", "--format", "csv"], 1),
        (OF_KEY_RESULT, ["report", "--owner", "ana"], 1),
        (OF_KEY_RESULT, ["show", "cx"], 0),
        (OF_KEY_RESULT, ["show", "cx/hours"], 0),
        (OF_KEY_RESULT, ["remind"], 0),
        (OF_KPI, ["report"], 1),
        (OF_KPI, ["show", "csat"], 0),
        (OF_KPI, ["show", "cx/csat"], 0),
        (OF_KPI, ["kpi", "show", "csat"], 0),
        (OF_KPI, ["kpi", "list"], 0),
        (OF_KPI, ["kpi", "alerts"], 1),
        (OF_KPI, ["kpi", "alerts", "--kpi", "csat"], 1),
        (OF_KPI, ["remind"], 0),
        (REFUSED["kudos to a stranger"], ["report"], 1),
        (OF_KEY_RESULT, ["checkin", "cx/hours", "20", "--no-commit", "--by", "ana"], 0),
        (OF_KPI, ["kpi", "record", "csat", "71", "--no-commit", "--by", "ana"], 0),
    ],
    ids=str,
)
def test_command_says_in_one_line_what_was_left_out_and_where(
    run_okr: Okr, tmp_path: Path, entry: str, arguments: list[str], code: int
) -> None:
    ran = run_okr(write(tmp_path, with_refused(entry)), *arguments, today=TODAY)

    assert ran.err.splitlines().count(LEFT_OUT) == 1, ran.err
    assert "Something may be missing" not in ran.err
    assert ran.code == code


@pytest.mark.parametrize(
    ("entry", "arguments"),
    [
        (OF_KEY_RESULT, ["show", "cx/live"]),
        (OF_KEY_RESULT, ["show", "clv"]),
        (OF_KEY_RESULT, ["kpi", "list"]),
        (OF_KPI, ["show", "cx/hours"]),
        (OF_KEY_RESULT, ["checkin", "cx/live", "yes", "--no-commit", "--by", "ana"]),
        (OF_KPI, ["kpi", "record", "clv", "910", "--no-commit", "--by", "ana"]),
        (OF_KPI, ["kpi", "list", "--kind", "leading"]),
    ],
    ids=str,
)
def test_command_is_calm_about_what_it_does_not_show(
    run_okr: Okr, tmp_path: Path, entry: str, arguments: list[str]
) -> None:
    ran = run_okr(write(tmp_path, with_refused(entry)), *arguments, today=TODAY)
    assert ("left out" in ran.err, ran.code) == (False, 0), ran.err


def test_value_that_stands_in_its_place_is_marked(run_okr: Okr, tmp_path: Path) -> None:
    root = write(tmp_path, with_refused(OF_KEY_RESULT))
    ran = run_okr(root, "report", today=TODAY)
    markdown = run_okr(root, "report", "--format", "markdown", today=TODAY)

    assert " 20!" in ran.out
    assert "entry left out" in ran.out
    assert "| 20! |" in markdown.out
    assert f"{NEW.partition('/')[0]}/2026/" in markdown.out


def test_programs_are_told_how_many_and_where(run_okr: Okr, tmp_path: Path) -> None:
    root = write(tmp_path, with_refused(OF_KPI))
    for command in (["report"], ["show", "csat"], ["kpi", "list"], ["kpi", "alerts"], ["remind"]):
        said = json.loads(run_okr(root, *command, "--format", "json", today=TODAY).out)
        assert said["findings"]["refused"] == 1, command
        (refused,) = said["refused"]
        assert (refused["path"], refused["line"], refused["kpi"]) == (NEW, 5, "csat"), command
        assert (refused["code"], refused["date"]) == ("C702", TODAY), command


def test_report_fails_only_for_entries_of_its_cycle(run_okr: Okr, tmp_path: Path) -> None:
    earlier = {
        "objectives/2026-Q3/old.yaml": WORKSPACE["objectives/2026-Q4/cx.yaml"],
        "checkins/2026/2026-08-20-ana-0000000f.yaml": HEAD.replace("-11-", "-08-")
        + OF_KEY_RESULT.replace("cx/hours", "2026-Q3/old/hours"),
    }
    root = write(tmp_path, {**WORKSPACE, **earlier})

    assert run_okr(root, "report", today=TODAY).code == 0
    assert run_okr(root, "report", "--cycle", "2026-Q3", today=TODAY).code == 1
    assert run_okr(root, "report", "--as-of", "2026-08-19", today=TODAY).code == 0
    assert run_okr(root, "check", "--select", "E", today=TODAY).code == 1


def test_reading_of_before_the_cycle_is_said_where_it_would_be_in_force(
    run_okr: Okr, tmp_path: Path
) -> None:
    reading = HEAD.replace("2026-11-20", "2026-09-29") + OF_KPI
    files = {**WORKSPACE, NEW: reading}
    ran = run_okr(write(tmp_path / "newer", files), "report", today=TODAY)
    assert ("left out" in ran.err, ran.code) == (False, 0)

    del files["checkins/2026/2026-11-06-ana-00000001.yaml"]
    ran = run_okr(write(tmp_path / "none", files), "report", today=TODAY)
    assert ("left out" in ran.err, ran.code) == (True, 0)


def test_settings_that_silence_the_rule_do_not_silence_the_commands(
    run_okr: Okr, tmp_path: Path
) -> None:
    files = with_refused(OF_KPI)
    files["okr.yaml"] += "rules: {ignore: [C702], severity: {C702: info}}\n"
    root = write(tmp_path, files)

    ran = run_okr(root, "report", today=TODAY)
    assert (LEFT_OUT in ran.err, ran.code) == (True, 1)
    assert run_okr(root, "check", "--select", "E", today=TODAY).code == 0


def test_correction_by_a_later_check_in_makes_every_command_calm(
    run_okr: Okr, tmp_path: Path
) -> None:
    right = HEAD.replace("T09", "T10") + "readings:\n  - {kpi: csat, value: 83}\n"
    root = write(tmp_path, {**with_refused(OF_KPI), NEW.replace("02", "03"): right})

    for command in (["report"], ["show", "csat"], ["kpi", "list"], ["remind"]):
        ran = run_okr(root, *command, today=TODAY)
        assert ("left out" in ran.err, ran.code) == (False, 0), command
    assert run_okr(root, "check", "--select", "C702", today=TODAY).code == 0


def test_correcting_the_file_makes_the_entry_count(run_okr: Okr, tmp_path: Path) -> None:
    root = write(tmp_path, with_refused(OF_KEY_RESULT.replace("1,5", "15")))
    ran = run_okr(root, "show", "cx/hours", "--format", "json", today=TODAY)

    said = json.loads(ran.out)
    assert (said["key_result"]["value"], said["refused"]) == (15, [])


def test_many_are_counted_and_the_first_places_named(run_okr: Okr, tmp_path: Path) -> None:
    entries = "readings:\n" + "  - {kpi: csat, value: 500}\n" * 1200
    ran = run_okr(write(tmp_path, with_refused(entries)), "kpi", "list", today=TODAY)

    assert ran.err == (
        "1,200 entries with errors are left out, so numbers may be wrong:"
        f" {NEW}:5, {NEW}:6, {NEW}:7 and 1,197 more. Run `okr check`.\n"
    )
