import pytest

from okrcli.model.finding import Severity
from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"
KPIS = {
    "kpis/churn.yaml": "title: Churn\ndirection: down\nbaseline: 5\n",
    "kpis/csat.yaml": "title: CSAT\ndirection: up\nbaseline: 70\n",
    "kpis/bare.yaml": "title: Bare\n",
    "kpis/load.yaml": "title: Load\ndirection: range\n",
}


def _files(title: str, fields: str) -> dict[str, str]:
    key_result = f'  - {{id: a, title: "{title}", type: metric, {fields}}}\n'
    return {**KPIS, CX: f"title: A\nkey_results:\n{key_result}"}


@pytest.mark.parametrize(
    ("title", "fields", "severity"),
    [
        ("Decrease open tickets", "baseline: 40, target: 60", Severity.ERROR),
        ("Reducir las bajas", "baseline: 3, target: 5", Severity.ERROR),
        ("Снизить отток", "baseline: 3, target: 5", Severity.ERROR),
        ("Raise margin", "baseline: 40, target: [20, 30]", Severity.ERROR),
        ("Reduce costs by 20 %", "baseline: 100, change: 20%", Severity.ERROR),
        ("Improve churn", "kpi: churn, change: +1pp", Severity.ERROR),
        ("CSAT", "kpi: csat, change: -5", Severity.ERROR),
        ("Cut the loss by half", "baseline: -200, change: -50% of baseline", Severity.ERROR),
        ("Сократить убыток", "baseline: -100, target: -400", Severity.ERROR),
        ("Raise retention", "kpi: churn, target: 3", Severity.WARNING),
    ],
)
def test_words_and_numbers_that_go_apart_are_found(
    title: str, fields: str, severity: Severity
) -> None:
    findings = found_by("M205", _files(title, fields))
    assert [each.severity for each in findings] == [severity]


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        ("Decrease open tickets", "baseline: 60, target: 40"),
        ("Cut the loss", "baseline: -400, target: -100"),
        ("Recortar el déficit", "baseline: -400, target: -100"),
        ("Сократить убыток", "baseline: -400, target: -100"),
        ("Improve the first response by 25 %", "kpi: churn, change: -25%"),
        ("Mejorar el tiempo un 25 %", "baseline: 8, change: -25%"),
        ("Speed up the page", "baseline: 3.2, target: 0.8"),
        ("Increase the speed of answers", "baseline: 8, target: 2"),
        ("Ускорить загрузку", "baseline: 3.2, target: 0.8"),
        ("Raise NPS and cut churn to 3", "baseline: 5, target: 3"),
        ("Raise margin", "baseline: 25, target: [20, 30]"),
        ("Raise margin", "baseline: 10, target: [20, 30]"),
        ("Raise NPS", "target: 60"),
        ("Raise NPS", "baseline: unknown, measure_by: 2026-10-31, target: 60"),
        ("Raise NPS", "baseline: 40"),
        ("NPS", "baseline: 60, target: 40"),
        ("CSAT", "kpi: csat, target: 60"),
        ("Load", "kpi: load, change: -5"),
        ("Bare", "kpi: bare, change: -5"),
        ("Reduce churn", "change: 0"),
    ],
)
def test_words_and_numbers_that_agree_or_do_not_tell_are_fine(title: str, fields: str) -> None:
    assert found_by("M205", _files(title, fields)) == []


@pytest.mark.parametrize(
    ("survey", "direction", "count"),
    [
        ("{type: nps}", "down", 1),
        ("{type: csat, scale: [1, 5]}", "down", 1),
        ("{type: ces, version: 1}", "up", 1),
        ("{type: ces, version: 2}", "down", 1),
        ("{type: nps}", "up", 0),
        ("{type: ces, version: 1}", "down", 0),
        ("{type: ces, version: 2}", "up", 0),
        ("{type: ces}", "up", 0),
    ],
)
def test_survey_that_is_turned_round_is_found(survey: str, direction: str, count: int) -> None:
    text = f"title: K\nsurvey: {survey}\ndirection: {direction}\n"
    findings = found_by("M205", {"kpis/k.yaml": text})
    assert [(each.ref, each.location) for each in findings] == [("k", ("direction",))] * count


def test_a_wrong_sign_is_one_finding_and_not_also_an_easy_target() -> None:
    files = _files("CSAT", "kpi: csat, change: -5")
    assert len(found_by("M205", files)) == 1
    assert found_by("A303", files) == []
