import pytest

from okrcli.model.finding import Severity
from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"


@pytest.mark.parametrize(
    ("direction", "baseline", "target", "count"),
    [
        ("up", 92, "90", 1),
        ("up", 90, "92", 0),
        ("down", 10, "12", 1),
        ("down", 12, "10", 0),
        ("range", 12, "10", 0),
        ("up", 80, "[70, 85]", 1),
        ("up", 60, "[70, 85]", 0),
        ("up", 90, "90", 0),
    ],
)
def test_baseline_that_meets_the_target_is_found(
    direction: str, baseline: int, target: str, count: int
) -> None:
    key_result = f"id: a, title: A, type: metric, kpi: k, baseline: {baseline}, target: {target}"
    files = {
        "kpis/k.yaml": f"title: K\ndirection: {direction}\n",
        CX: f"title: A\nkey_results:\n  - {{{key_result}}}\n",
    }
    assert len(found_by("A303", files)) == count


def test_direction_of_a_metric_without_a_kpi_is_not_guessed() -> None:
    key_result = "id: a, title: A, type: metric, unit: h, baseline: 92, target: 90"
    assert found_by("A303", {CX: f"title: A\nkey_results:\n  - {{{key_result}}}\n"}) == []


def _files(fields: str, *confidences: int) -> dict[str, str]:
    files = {CX: f"title: A\nkey_results:\n  - {{id: a, title: A, type: metric, {fields}}}\n"}
    for n, confidence in enumerate(confidences):
        entry = f"{{key_result: cx/a, confidence: {confidence}}}"
        text = f"date: 2026-10-{n + 10}\nby: ana\nkey_results: [{entry}]\n"
        files[f"checkins/2026/{n}.yaml"] = text
    return files


PLAIN = "baseline: 40, target: 60"


@pytest.mark.parametrize(
    ("confidences", "found"),
    [((10,), 1), ((9, 5), 1), ((2,), 1), ((1, 8), 1), ((5, 10), 0), ((8,), 0), ((3,), 0), ((), 0)],
)
def test_first_confidence_tells_whether_it_was_ambitious(
    confidences: tuple[int, ...], found: int
) -> None:
    findings = found_by("A304", _files(PLAIN, *confidences))
    assert [each.severity for each in findings] == [Severity.INFO] * found


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ("baseline: 1000, target: 1001", 1),
        ("baseline: 1000, target: 1020", 0),
        ("baseline: 1000, change: 1%", 1),
        ("baseline: 10, target: 101", 1),
        ("baseline: 10, target: 100", 0),
        ("baseline: 101, target: 10", 1),
        ("baseline: 0, target: 1000", 0),
        ("baseline: -20, target: 10", 0),
        ('unit: "%", baseline: 99.5, target: 99.9', 0),
        ('unit: "%", baseline: 50, target: 50.5', 1),
        ("baseline: 40, target: [50, 60]", 0),
        ("baseline: unknown, measure_by: 2026-10-31, target: 60", 0),
        ("baseline: 40, target: 40", 0),
    ],
)
def test_tiny_or_huge_change_is_found(fields: str, found: int) -> None:
    assert len(found_by("A304", _files(fields))) == found
