import pytest

from tests.checks.workspaces import found_by

OPEN = {"okr.yaml": "version: 1\ncycles: {open: {start: 2026-10-01}}\n"}


def _objective(key_result: str, cycle: str = "2026-Q4") -> dict[str, str]:
    text = f"title: A\nkey_results:\n  - {{id: a, title: A, {key_result}}}\n"
    return {f"objectives/{cycle}/cx.yaml": text}


def test_key_result_without_a_due_date_in_an_open_cycle_is_found() -> None:
    (finding,) = found_by("T501", {**OPEN, **_objective("type: binary", "open")})
    assert finding.message == "open/cx/a has no due date, and open has no last day."


@pytest.mark.parametrize(
    ("key_result", "cycle"),
    [("type: binary, due: 2026-12-31", "open"), ("type: binary", "2026-Q4"), ("type: binary", "x")],
)
def test_key_result_with_a_deadline_is_fine(key_result: str, cycle: str) -> None:
    assert found_by("T501", {**OPEN, **_objective(key_result, cycle)}) == []


@pytest.mark.parametrize(
    ("key_result", "message"),
    [
        (
            "type: binary, due: 2027-01-01",
            "`due` of 2026-Q4/cx/a is 2027-01-01, outside 2026-Q4 (2026-10-01 to 2026-12-31).",
        ),
        (
            "type: binary, start: 2026-09-30",
            "`start` of 2026-Q4/cx/a is 2026-09-30, outside 2026-Q4 (2026-10-01 to 2026-12-31).",
        ),
        (
            "type: metric, baseline: unknown, measure_by: 2027-01-01",
            (
                "`measure_by` of 2026-Q4/cx/a is 2027-01-01, "
                "outside 2026-Q4 (2026-10-01 to 2026-12-31)."
            ),
        ),
        (
            "type: binary, start: 2026-11-10, due: 2026-11-10",
            "2026-Q4/cx/a is due on 2026-11-10, but begins on 2026-11-10.",
        ),
        (
            "type: binary, start: 2026-12-31",
            "2026-Q4/cx/a is due on 2026-12-31, but begins on 2026-12-31.",
        ),
        (
            "type: milestones, due: 2026-11-30, steps: [{id: s, title: S, due: 2026-12-01}]",
            "The step s of 2026-Q4/cx/a is due on 2026-12-01, after 2026-11-30.",
        ),
        (
            "type: milestones, steps: [{id: s, title: S, due: 2026-09-01}]",
            (
                "The step s of 2026-Q4/cx/a is due on 2026-09-01, "
                "before 2026-Q4 (2026-10-01 to 2026-12-31)."
            ),
        ),
    ],
)
def test_date_outside_the_cycle_or_in_the_wrong_order_is_found(
    key_result: str, message: str
) -> None:
    (finding,) = found_by("T502", _objective(key_result))
    assert (finding.message, finding.place.line) == (message, 3)


@pytest.mark.parametrize(
    "key_result",
    [
        "type: binary",
        "type: binary, start: 2026-10-01, due: 2026-12-31",
        "type: milestones, steps: [{id: s, title: S, due: 2026-12-31}, {id: t, title: T}]",
    ],
)
def test_dates_inside_the_cycle_are_fine(key_result: str) -> None:
    assert found_by("T502", _objective(key_result)) == []


def test_dates_of_an_open_cycle_only_begin_with_it() -> None:
    files = {**OPEN, **_objective("type: binary, due: 2036-01-01", "open")}
    assert found_by("T502", files) == []
    (finding,) = found_by("T502", {**OPEN, **_objective("type: binary, start: 2026-09-01", "open")})
    assert finding.message == "`start` of open/cx/a is 2026-09-01, outside open (open)."
