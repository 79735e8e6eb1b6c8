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
        ("M203", "type: metric, baseline: 1, target: 2"),
        ("M203", "type: maintain, at_most: 2"),
        ("M203", "type: metric, kpi: money, unit: USD, target: 2"),
        ("M203", "type: metric, kpi: share, unit: EUR, target: 2"),
        ("M203", "type: metric, kpi: money, baseline: 1, change: +2pp"),
        ("M204", 'type: metric, unit: "%", baseline: 20, change: +15%'),
        ("M204", "type: metric, kpi: share, change: -15%"),
    ],
)
def test_unit_that_is_missing_or_does_not_fit_is_found(rule: str, key_result: str) -> None:
    (finding,) = found_by(rule, _files(key_result))
    assert (finding.rule.code, finding.place.path, finding.place.line) == (rule, CX, 4)
    assert finding.ref == "2026-Q4/cx/a"


@pytest.mark.parametrize(
    ("rule", "key_result"),
    [
        ("M203", "type: metric, unit: tickets, baseline: 1, target: 2"),
        ("M203", "type: metric, kpi: money, target: 2"),
        ("M203", "type: metric, kpi: money, unit: €, target: 2"),
        ("M203", "type: metric, kpi: nps, unit: puntos, target: 2"),
        ("M203", "type: metric, kpi: share, unit: pp, target: 2"),
        ("M203", "type: metric, kpi: bare, unit: h, target: 2"),
        ("M203", "type: metric, kpi: bare, target: 2"),
        ("M203", "type: metric, kpi: nowhere, target: 2"),
        ("M203", "type: metric, kpi: share, change: +2pp"),
        ("M203", "type: binary"),
        ("M204", 'type: metric, unit: "%", baseline: 20, change: +15pp'),
        ("M204", 'type: metric, unit: "%", baseline: 20, change: +15% of baseline'),
        ("M204", "type: metric, unit: EUR, baseline: 20, change: +15%"),
    ],
)
def test_unit_that_fits_is_fine(rule: str, key_result: str) -> None:
    assert found_by(rule, _files(key_result)) == []


@pytest.mark.parametrize(
    ("change", "hint"),
    [
        ("+15%", "Write +15pp, or +15% of baseline."),
        ("-2.50%", "Write -2.5pp, or -2.5% of baseline."),
    ],
)
def test_ambiguous_percents_hint_has_both_readings(change: str, hint: str) -> None:
    (finding,) = found_by("M204", _files(f"type: metric, kpi: share, change: {change}"))
    assert finding.hint == hint


@pytest.mark.parametrize(
    ("title", "fields", "count"),
    [
        ("CLV del 10 %", "target: 10", 1),
        ("Get LTV to 10 %", "target: 10", 1),
        ("Raise CLV by 10 %", "change: +10pp", 0),
        ("CAC payback of 10 %", "target: 10", 0),
    ],
)
def test_money_in_percent_is_found(title: str, fields: str, count: int) -> None:
    key_result = f'{{id: a, title: {title}, type: metric, unit: "%", baseline: 1, {fields}}}'
    assert len(found_by("M203", {CX: f"title: A\nkey_results:\n  - {key_result}\n"})) == count
