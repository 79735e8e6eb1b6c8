import pytest

from tests.checks.workspaces import found_by


def _objectives(parents: dict[str, str]) -> dict[str, str]:
    return {
        f"objectives/{ref}.yaml": f"title: A\nparent: {parent}\n" for ref, parent in parents.items()
    }


@pytest.mark.parametrize(
    ("parents", "drawn"),
    [
        ({"2026/a": "2026/a"}, "2026/a → 2026/a"),
        ({"2026/a": "b", "2026/b": "a"}, "2026/a → 2026/b → 2026/a"),
        (
            {"2026/c": "b", "2026/b": "d", "2026/d": "c", "2026/a": "c"},
            "2026/b → 2026/d → 2026/c → 2026/b",
        ),
    ],
)
def test_loop_of_parents_is_found_once(parents: dict[str, str], drawn: str) -> None:
    (finding,) = found_by("E004", _objectives(parents))
    assert finding.message == f"The parents form a loop: {drawn}."
    assert finding.place.line == 2


def test_two_loops_are_two_findings() -> None:
    parents = {"2026/a": "b", "2026/b": "a", "2026/c": "d", "2026/d": "c"}
    assert len(found_by("E004", _objectives(parents))) == 2


def test_loop_of_teams_is_found() -> None:
    settings = "version: 1\nteams:\n  a: {name: A, parent: b}\n  b: {name: B, parent: a}\n"
    (finding,) = found_by("E004", {"okr.yaml": settings})
    assert finding.message == "The teams form a loop: a → b → a."
    assert finding.place.line == 3


def _family(parent: str, child: str, parent_text: str = "", child_text: str = "") -> dict[str, str]:
    return {
        f"objectives/{parent}.yaml": f"title: A\n{parent_text}",
        f"objectives/{child}.yaml": f"title: B\nparent: {parent}\n{child_text}",
    }


def _due(day: str, start: str = "2026-10-01") -> str:
    return (
        "key_results:\n  - type: binary\n    id: a\n    title: A\n"
        f"    start: {start}\n    due: {day}\n"
    )


@pytest.mark.parametrize(
    "files",
    [
        _family("2026/top", "2026-Q4/cx"),
        _family("2026-Q4/top", "2026-Q4/cx"),
        _family("2026-Q4/top", "2026/cx", child_text=_due("2026-12-31")),
        _family("2026-Q4/top", "2026-Q4/cx", parent_text=_due("2026-11-30")),
        _family("2026-Q4/top", "2026-Q4/cx", _due("2027-01-31"), _due("2027-01-31")),
    ],
)
def test_child_inside_its_parents_dates_is_fine(files: dict[str, str]) -> None:
    assert found_by("E004", files) == []


@pytest.mark.parametrize(
    ("files", "line", "messages"),
    [
        (
            _family("2026-Q4/top", "2026/cx"),
            2,
            ["2026/cx begins on 2026-01-01, its parent 2026-Q4/top on 2026-10-01."],
        ),
        (
            _family("2026-Q3/top", "2026-Q4/cx"),
            2,
            ["2026-Q4/cx ends on 2026-12-31, its parent 2026-Q3/top ends on 2026-09-30."],
        ),
        (
            _family("2026-Q4/top", "2026-Q4/cx", child_text=_due("2027-01-31")),
            8,
            ["2026-Q4/cx ends on 2027-01-31, its parent 2026-Q4/top ends on 2026-12-31."],
        ),
        (
            _family("2026-Q4/top", "2026-Q4/cx", child_text=_due("2026-12-31", "2026-09-01")),
            7,
            ["2026-Q4/cx begins on 2026-09-01, its parent 2026-Q4/top on 2026-10-01."],
        ),
    ],
)
def test_child_outside_its_parents_dates_is_found_at_what_sticks_out(
    files: dict[str, str], line: int, messages: list[str]
) -> None:
    findings = found_by("E004", files)
    assert [each.message for each in findings] == messages
    assert {each.place.line for each in findings} == {line}


def test_open_ended_child_of_a_parent_with_an_end_is_found() -> None:
    settings = "version: 1\ncycles: {open: {start: 2026-10-01}}\n"
    (finding,) = found_by("E004", {"okr.yaml": settings, **_family("2026-Q4/top", "open/cx")})
    expected = "open/cx has no last day, its parent 2026-Q4/top ends on 2026-12-31."
    assert finding.message == expected


def test_open_ended_parent_holds_every_child() -> None:
    settings = "version: 1\ncycles: {open: {start: 2026-01-01}}\n"
    assert found_by("E004", {"okr.yaml": settings, **_family("open/top", "2027-Q4/cx")}) == []


def test_dates_in_an_unknown_cycle_are_not_compared() -> None:
    (finding,) = found_by("E004", _family("2026-Q9/top", "2026-Q4/cx"))
    assert finding.message == "There is no cycle '2026-Q9'."
