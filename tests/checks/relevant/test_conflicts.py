import pytest

from tests.checks.workspaces import found_by


def _two(one: str, other: str, kpi: str = "baseline: 72\n") -> dict[str, str]:
    def text(key_result: str) -> str:
        return f"title: A\nkey_results:\n  - {{id: k, title: K, kpi: csat, {key_result}}}\n"

    return {
        "kpis/csat.yaml": f'title: CSAT\nunit: "%"\n{kpi}',
        "objectives/2026-Q4/a.yaml": text(one),
        "objectives/2026-Q4/b.yaml": text(other),
    }


@pytest.mark.parametrize(
    ("one", "other", "message"),
    [
        (
            "type: metric, target: 80",
            "type: metric, target: 85",
            "2026-Q4/b/k wants csat at 85, 2026-Q4/a/k wants it at 80 at the same time.",
        ),
        (
            "type: metric, change: +8pp",
            "type: maintain, at_least: 90",
            "2026-Q4/b/k wants csat at least 90, 2026-Q4/a/k wants it at 80 at the same time.",
        ),
        (
            "type: maintain, at_least: 70, at_most: 80",
            "type: maintain, at_most: 60",
            (
                "2026-Q4/b/k wants csat at most 60, 2026-Q4/a/k wants it at least 70, at most 80 "
                "at the same time."
            ),
        ),
        (
            "type: metric, target: 80",
            "type: metric, target: 85, due: 2026-11-30",
            "2026-Q4/b/k wants csat at 85, 2026-Q4/a/k wants it at 80 at the same time.",
        ),
        (
            "type: metric, target: [80, 85]",
            "type: metric, target: 90",
            (
                "2026-Q4/b/k wants csat at 90, 2026-Q4/a/k wants it at least 80, at most 85 "
                "at the same time."
            ),
        ),
    ],
)
def test_two_targets_for_one_kpi_are_found_at_the_second(
    one: str, other: str, message: str
) -> None:
    (finding,) = found_by("R406", _two(one, other))
    assert finding.message == message
    assert finding.place.path == "objectives/2026-Q4/b.yaml"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("type: metric, target: 80", "type: metric, target: 80"),
        ("type: metric, target: 80", "type: metric, target: 76, due: 2026-11-30"),
        ("type: metric, target: 80", "type: maintain, at_least: 75"),
        ("type: metric, target: 80", "type: binary"),
        ("type: metric, target: 80", "type: metric"),
        (
            "type: metric, target: 80, due: 2026-11-15",
            "type: metric, target: 60, start: 2026-11-16",
        ),
    ],
)
def test_targets_that_can_both_be_reached_are_fine(one: str, other: str) -> None:
    assert found_by("R406", _two(one, other)) == []


def test_each_key_result_is_told_of_one_conflict() -> None:
    files = _two("type: metric, target: 80", "type: metric, target: 85")
    files["objectives/2026-Q4/c.yaml"] = files["objectives/2026-Q4/b.yaml"]
    assert len(found_by("R406", files)) == 2


KEPT = "type: maintain, kpi: csat, at_least: 90"


@pytest.mark.parametrize(
    ("mover", "kept", "count"),
    [
        ("change: +15%", KEPT, 1),
        ("change: +15pp", KEPT, 1),
        ("change: +15% of baseline", KEPT, 1),
        ("change: +11", KEPT, 1),
        ("change: +10pp", KEPT, 0),
        ("change: -95pp", "type: maintain, kpi: csat, at_most: 90", 1),
        ("change: -5pp", "type: maintain, kpi: csat, at_most: 90", 0),
        ("change: -95pp", KEPT, 0),
        ("baseline: unknown, measure_by: 2026-10-31, change: +15pp", KEPT, 1),
        ("target: 95", KEPT, 0),
        ("change: +15pp", "type: maintain, at_least: 90", 0),
        ("change: +15pp", "type: binary, kpi: csat", 0),
    ],
)
def test_change_that_what_is_kept_leaves_no_room_for_is_found(
    mover: str, kept: str, count: int
) -> None:
    files = {
        "kpis/csat.yaml": 'title: CSAT\nunit: "%"\nbounds: [0, 100]\n',
        "objectives/2026-Q4/a.yaml": (
            f"title: A\nkey_results:\n  - {{id: k, title: K, type: metric, kpi: csat, {mover}}}\n"
        ),
        "objectives/2026-Q4/b.yaml": f"title: B\nkey_results:\n  - {{id: k, title: K, {kept}}}\n",
    }
    findings = found_by("R406", files)
    assert [each.ref for each in findings] == ["2026-Q4/a/k"] * count
