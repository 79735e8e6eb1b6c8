"""A duplicate key is an error at the second key, and the first one counts."""

from pathlib import Path

from okrcli.model.key_results import Metric
from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.cli.workspaces import OBJECTIVE
from tests.faults.findings import Found, errors_with
from tests.storage.conftest import Read, only_finding

FILE = "objectives/2026-Q4/cx-leader.yaml"


def test_reader_tells_the_second_key_and_keeps_the_first_when_a_key_is_twice(
    read_file: Read,
) -> None:
    document = read_file(
        "title: a\nt: {x: [1, {w: 2}], z: ~}\ntarget: 65\ntarget: {a: [60]}\nb: 1\n"
    )
    assert only_finding(document) == (
        "E001",
        4,
        1,
        "The key `target` occurs again here; it is first on line 3.",
    )
    assert document.data["target"] == 65
    assert document.place(("b",)).line == 5
    assert document.readable


def test_reader_tells_every_duplicate_when_there_are_several(read_file: Read) -> None:
    document = read_file("a: {b: 1, b: 2, 'b': 3}\na: 2\n")
    assert [finding.place[1:] for finding in document.findings] == [(1, 11), (1, 17), (2, 1)]
    assert document.data == {"a": {"b": 1}}


def test_second_target_is_found_and_the_first_counts(okr: Okr, root: Path) -> None:
    doubled = OBJECTIVE.replace("    target: 12\n", "    target: 12\n    target: 20\n")
    line = doubled[: doubled.index("target: 20")].count("\n") + 1

    message = f"The key `target` occurs again here; it is first on line {line - 1}."
    assert errors_with(okr, root, FILE, doubled) == [Found("E001", FILE, line, 5, message)]
    [hours] = [each for each in load_plan(root).objectives[0].key_results if each.id == "hours"]
    assert isinstance(hours, Metric)
    assert hours.target == 12
