"""An id that is there twice, not at all, or could be two things is an error."""

from pathlib import Path

import pytest

from tests.checks.workspaces import found_by
from tests.cli.conftest import Okr
from tests.cli.workspaces import KPI, OBJECTIVE, write
from tests.faults.commands import FILE, require_refusal
from tests.faults.findings import Found, errors_with

NEW = "checkins/2026/2026-11-19-ana-00000009.yaml"
HEAD = "date: 2026-11-19\nby: ana\nrecorded: 2026-11-19T09:00:00Z\n"
TWICE = {f"objectives/2026-{quarter}/old.yaml": OBJECTIVE for quarter in ("Q2", "Q3")}


@pytest.mark.parametrize(
    ("first", "second", "message"),
    [
        ("objectives/2026-Q4/cx.yaml", "objectives/2026-Q4/cx.yml", "Objective '2026-Q4/cx'"),
        ("kpis/nps.yaml", "kpis/nps.yml", "KPI 'nps'"),
    ],
)
def test_id_of_two_files_is_found_with_both_paths(first: str, second: str, message: str) -> None:
    (finding,) = found_by("E003", {first: "title: A\n", second: "title: B\n"})
    assert finding.message == f"{message} is defined in {first} and in {second}."
    assert finding.place.path == second


def test_improvement_plan_in_two_files_is_found() -> None:
    text = (
        "kpi: csat\nopened: 2026-11-02\ncause: {type: training, text: New staff}\n"
        "goal: {value: 80, by: 2026-12-31}\n"
        "actions: [{title: Train, owner: zoe, due: 2026-12-01}]\n"
    )
    (finding,) = found_by("E003", {"improvements/a.yaml": text, "improvements/a.yml": text})
    assert finding.place.path == "improvements/a.yml"


def test_check_names_both_files_of_an_id(okr: Okr, root: Path) -> None:
    message = "KPI 'nps' is defined in kpis/nps.yaml and in kpis/nps.yml."
    assert errors_with(okr, root, "kpis/nps.yml", KPI) == [
        Found("E003", "kpis/nps.yml", 1, 1, message)
    ]


@pytest.mark.parametrize(
    ("entry", "kind", "name"),
    [
        (
            "key_results:\n  - {key_result: cx-leader/hour, value: 1}",
            "key result",
            "cx-leader/hour",
        ),
        ("key_results:\n  - {key_result: 2026-Q3/cx-leader/hours, value: 1}", "", "2026-Q3/"),
        ("readings:\n  - {kpi: npz, value: 1}", "KPI", "npz"),
    ],
)
def test_unknown_id_is_an_error_at_its_place(
    okr: Okr, root: Path, entry: str, kind: str, name: str
) -> None:
    [found] = errors_with(okr, root, NEW, HEAD + entry)

    assert found[:3] == ("E004", NEW, 5)
    assert f"There is no {kind}" in found.message
    assert name in found.message


@pytest.mark.parametrize(
    ("path", "text", "named"),
    [
        (NEW, f"{HEAD}key_results:\n  - {{key_result: old/hours, value: 1}}\n", "old/hours"),
        (FILE, f"parent: old\n{OBJECTIVE}", "old"),
    ],
)
def test_id_that_could_be_two_things_is_an_error_that_names_both(
    okr: Okr, root: Path, path: str, text: str, named: str
) -> None:
    write(root, TWICE)
    both = named.replace("old", "2026-Q2/old"), named.replace("old", "2026-Q3/old")

    message = f"'{named}' matches more than one item: {both[0]} and {both[1]}."
    assert message in [each.message for each in errors_with(okr, root, path, text)]


def test_command_on_an_id_that_could_be_two_things_names_both(okr: Okr, root: Path) -> None:
    write(root, TWICE)

    both = "2026-Q2/old/hours and 2026-Q3/old/hours"
    require_refusal(okr, root, ("checkin", "old/hours", "5"), both)
