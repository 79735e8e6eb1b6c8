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
        ("M202", "type: metric, target: 60"),
        ("M202", "type: metric, change: +10"),
        ("M202", "type: metric, kpi: nps, target: 60"),
        ("M202", "type: metric"),
        ("M202", "type: maintain, at_least: 90"),
        ("M201", "type: metric, baseline: 40"),
    ],
)
def test_number_that_is_missing_is_found(rule: str, key_result: str) -> None:
    (finding,) = found_by(rule, _files(key_result))
    assert (finding.rule.code, finding.place.path, finding.place.line) == (rule, CX, 4)
    assert finding.ref == "2026-Q4/cx/a"


@pytest.mark.parametrize(
    ("rule", "key_result"),
    [
        ("M202", "type: metric, baseline: 40, target: 60"),
        ("M202", "type: metric, baseline: unknown, measure_by: 2026-10-31, target: 60"),
        ("M202", "type: metric, kpi: share, target: 80"),
        ("M202", "type: binary"),
        ("M202", "type: maintain, kpi: share, at_least: 90"),
        ("M201", "type: metric, target: 60"),
        ("M201", "type: metric, change: +10"),
        ("M201", "type: maintain, at_least: 90"),
    ],
)
def test_numbers_that_are_there_or_not_needed_are_fine(rule: str, key_result: str) -> None:
    assert found_by(rule, _files(key_result)) == []


@pytest.mark.parametrize(("status", "count"), [("closed", 0), ("cancelled", 0), ("draft", 1)])
def test_objective_that_is_over_is_not_judged(status: str, count: int) -> None:
    assert len(found_by("M202", _files("type: metric, target: 60", status))) == count


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("Grow revenue", 1),
        ("Увеличить продажи", 1),
        ("Incrementar la productividad", 1),
        ("Eliminate paper forms", 0),
        ("Get rid of the old CRM", 0),
        ("Pass the audit", 0),
        ("Grow revenue by 10 %", 0),
    ],
)
def test_change_without_a_number_is_no_yes_or_no(title: str, count: int) -> None:
    text = f'title: A\nkey_results:\n  - {{id: a, title: "{title}", type: binary}}\n'
    assert len(found_by("M201", {CX: text})) == count


@pytest.mark.parametrize(
    ("title", "hint"),
    [
        ("Raise NPS to 60", "The title says 60: write it as `target:`."),
        ("Raise sales by 20 %", "The title says by 20: write it as `change:`."),
    ],
)
def test_missing_target_hint_has_the_titles_number(title: str, hint: str) -> None:
    text = f"title: A\nkey_results:\n  - {{id: a, title: {title}, type: metric, baseline: 1}}\n"
    (finding,) = found_by("M201", {CX: text})
    assert finding.hint == hint


@pytest.mark.parametrize("entry", ["key_results: [{key_result: cx/a, value: 91}]", ""])
def test_value_to_keep_is_known_once_it_is_checked_in(entry: str) -> None:
    text = "title: A\nkey_results:\n  - {id: a, title: A, type: maintain, at_least: 90}\n"
    checkin = f"date: 2026-11-19\nby: ana\n{entry}\n"
    assert bool(found_by("M202", {CX: text, "checkins/2026/a.yaml": checkin})) is not bool(entry)


@pytest.mark.parametrize("kpi", ["", "baseline: 91\n"])
def test_value_to_keep_of_a_kpi_needs_its_baseline(kpi: str) -> None:
    text = "title: A\nkey_results:\n  - {id: a, title: A, type: maintain, kpi: k, at_least: 90}\n"
    assert bool(found_by("M202", {CX: text, "kpis/k.yaml": f"title: K\n{kpi}"})) is not bool(kpi)
