import pytest

from okrcli.model.finding import Severity
from tests.checks.workspaces import found_by

NPS = "title: A\nkey_results:\n  - {id: a, title: A, type: metric, baseline: 40, target: %s}\n"


def _entries(*entries: tuple[str, str]) -> dict[str, str]:
    text = "date: {}\nby: ana\nkey_results: [{{key_result: cx/a, {}}}]\n"
    return {f"checkins/2026/{n}.yaml": text.format(*each) for n, each in enumerate(entries)}


@pytest.mark.parametrize(
    ("target", "entry", "count"),
    [
        ("80", "value: 45, confidence: 8", 1),
        ("80", "value: 45, confidence: 7", 0),
        ("80", "value: 45", 0),
        ("48", "value: 45, confidence: 10", 0),
    ],
)
def test_confidence_far_behind_is_found(target: str, entry: str, count: int) -> None:
    files = {"objectives/2026-Q4/cx.yaml": NPS % target, **_entries(("2026-11-19", entry))}
    findings = found_by("C705", files)
    assert [each.severity for each in findings] == [Severity.INFO] * count


@pytest.mark.parametrize(
    ("entries", "count"),
    [
        ((("2026-10-15", "value: 46"), ("2026-11-19", "value: 46")), 1),
        ((("2026-10-15", "value: 45"), ("2026-11-19", "value: 46")), 0),
        (
            (("2026-10-15", "value: 46"), ("2026-11-05", "value: 45"), ("2026-11-19", "value: 46")),
            0,
        ),
        ((("2026-11-01", "value: 46"), ("2026-11-19", "value: 46")), 0),
        ((("2026-11-19", "value: 46"),), 0),
    ],
)
def test_key_result_on_track_that_stands_still_is_found(
    entries: tuple[tuple[str, str], ...], count: int
) -> None:
    files = {"objectives/2026-Q4/cx.yaml": NPS % "50", **_entries(*entries)}
    assert len(found_by("C705", files)) == count


def test_objective_of_another_cycle_is_not_judged() -> None:
    files = {"objectives/2026-Q3/cx.yaml": NPS % "80"}
    entry = _entries(("2026-09-19", "value: 45, confidence: 9"))
    assert found_by("C705", {**files, **entry}) == []
