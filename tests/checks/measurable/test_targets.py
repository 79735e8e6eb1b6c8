import pytest

from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"
KPIS = {
    "kpis/share.yaml": 'title: Share\nunit: "%"\nbounds: [0, 100]\nbaseline: 72\n',
    "kpis/nps.yaml": "title: NPS\nunit: points\nsurvey: {type: nps}\n",
    "kpis/money.yaml": "title: Money\nunit: EUR\n",
    "kpis/bare.yaml": "title: Bare\n",
}


def _files(key_result: str, status: str = "active") -> dict[str, str]:
    text = f"title: A\nstatus: {status}\nkey_results:\n  - {{id: a, title: A, {key_result}}}\n"
    return {**KPIS, CX: text}


@pytest.mark.parametrize(
    ("rule", "key_result"),
    [
        ("M206", "type: metric, baseline: 90, target: 90"),
        ("M206", "type: metric, kpi: share, target: 72"),
        ("M206", "type: metric, baseline: 90, change: 0"),
        ("M207", "type: metric, kpi: share, target: 108"),
        ("M207", "type: metric, kpi: share, change: +50pp"),
        ("M207", "type: metric, kpi: nps, baseline: 0, target: [90, 120]"),
        ("M207", "type: maintain, kpi: nps, at_least: -120"),
        ("M207", "type: maintain, kpi: share, at_most: 101"),
    ],
)
def test_target_that_is_met_already_or_cannot_be_is_found(rule: str, key_result: str) -> None:
    (finding,) = found_by(rule, _files(key_result))
    assert (finding.rule.code, finding.place.path, finding.place.line) == (rule, CX, 4)
    assert finding.ref == "2026-Q4/cx/a"


@pytest.mark.parametrize(
    ("rule", "key_result"),
    [
        ("M206", "type: metric, baseline: 90, target: 91"),
        ("M206", "type: maintain, at_least: 90"),
        ("M206", "type: metric, baseline: unknown, measure_by: 2026-10-31, target: 90"),
        ("M207", "type: metric, kpi: share, target: 100"),
        ("M207", "type: metric, kpi: nps, baseline: 0, target: -100"),
        ("M207", "type: metric, kpi: money, target: 1000000"),
        ("M207", "type: metric, unit: points, baseline: 0, target: 1000"),
    ],
)
def test_target_that_can_be_reached_is_fine(rule: str, key_result: str) -> None:
    assert found_by(rule, _files(key_result)) == []


@pytest.mark.parametrize(
    ("target", "count"), [("{value: 101}", 1), ("{range: [90, 101]}", 1), ("{value: 100}", 0)]
)
def test_target_of_a_kpi_beyond_its_bounds_is_found(target: str, count: int) -> None:
    text = f"title: Share\nbounds: [0, 100]\ntarget: {target}\n"
    findings = found_by("M207", {"kpis/share.yaml": text})
    assert [(each.place.line, each.ref) for each in findings] == [(3, "share")] * count


def test_metric_that_breaks_one_rule_keeps_to_the_others() -> None:
    key_result = "type: metric, kpi: share, change: +50pp"
    rules = ("M202", "M203", "M204", "M206", "M207")
    breaking = [rule for rule in rules if found_by(rule, _files(key_result))]
    assert breaking == ["M207"]
