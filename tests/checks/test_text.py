import pytest

from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"


def _found(title: str, fields: str) -> list[tuple[str | int, str]]:
    text = f'title: A\nkey_results:\n  - {{id: a, title: "{title}", {fields}}}\n'
    return [(each.location[-1], each.message) for each in found_by("M208", {CX: text})]


@pytest.mark.parametrize(
    ("title", "fields", "key"),
    [
        ("Raise NPS from 40 to 60", "type: metric, baseline: 40, target: 65", "target"),
        ("Raise NPS from 40 to 60", "type: metric, baseline: 45, target: 60", "baseline"),
        ("Raise sales by 20 %", "type: metric, baseline: 100, change: +30%", "change"),
        ("Raise sales by 20 %", "type: metric, baseline: 100, target: 130", "target"),
        ("Raise NPS to 60", "type: metric, target: 65", "target"),
        ("Keep CSAT at 90 %", "type: maintain, at_least: 95", "at_least"),
        ("Keep churn at 2 %", "type: maintain, at_most: 3", "at_most"),
        ("Cut the wait to 2 hours", 'type: metric, target: 2, unit: "%"', "unit"),
        ("Win 500 EUR a deal", "type: metric, target: 500, unit: h", "unit"),
        ("Raise NPS to 60 by 2026-11-30", "type: metric, target: 60, due: 2026-12-15", "due"),
        ("Raise NPS to 60 by 30 November 2026", "type: metric, target: 60", "due"),
        ("NPS de 40 a 60 para el 30 de noviembre de 2026", "type: metric, target: 60", "due"),
        ("Повысить NPS до 60 к 30.11.2026", "type: metric, target: 60", "due"),
        ("Повысить NPS до 60 до конца ноября", "type: metric, target: 60", "due"),
        ("Pass the audit by Q3 2026", "type: binary", "due"),
    ],
)
def test_title_that_differs_from_its_fields_is_found_at_the_field(
    title: str, fields: str, key: str
) -> None:
    assert [each for each, _ in _found(title, fields)] == [key]


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        ("Raise NPS from 40 to 60", "type: metric, baseline: 40, target: 60"),
        ("Ahorrar de 1.200 a 900 EUR", "type: metric, baseline: 1200, target: 900, unit: EUR"),
        ("Ingresos de 250 000 a 300 000 EUR", "type: metric, baseline: 250, target: 300"),
        ("Доход с 1,5 до 2 млн ₽", "type: metric, baseline: 1500000, target: 2000000, unit: ₽"),
        ("Reach $80K", "type: metric, baseline: 48, target: 80, unit: k USD"),
        (
            "Cut the answer from 2 days to 30 minutes",
            "type: metric, baseline: 48, target: 0.5, unit: h",
        ),
        ("Raise sales by 20 %", "type: metric, baseline: 100, target: 120, unit: EUR"),
        ("Raise retention by 20 points", "type: metric, baseline: 70, target: 90"),
        ("Raise sales by 20 %", "type: metric, baseline: 100, change: +20% of baseline, unit: EUR"),
        ("Double the sign-ups", "type: metric, baseline: 50, target: 100"),
        ("Utilisation of 70 to 85 %", "type: metric, baseline: 95, target: [70, 85]"),
        ("Keep the load at 70 to 85 %", "type: maintain, at_least: 70, at_most: 85"),
        ("Three new partners", "type: metric, baseline: 0, target: 3, unit: partners"),
        ("Raise NPS", "type: metric, baseline: 40, target: 60"),
        ("Raise NPS to 60", "type: metric"),
        ("Launch in 3 markets", "type: binary"),
        ("Raise NPS to 60 by Q4 2026", "type: metric, target: 60"),
        ("Raise NPS to 60 by 2026-12-31", "type: metric, target: 60"),
        ("Raise NPS to 60 by the end of the quarter", "type: metric, target: 60"),
        ("Raise NPS to 60 by FY2027", "type: metric, target: 60"),
        ("Raise NPS to 60 by 31.02.2026", "type: metric, target: 60"),
        ("Raise NPS to 60 by 3/6/2026", "type: metric, target: 60"),
    ],
)
def test_title_that_can_mean_its_fields_is_fine(title: str, fields: str) -> None:
    assert _found(title, fields) == []


def test_dates_in_an_unknown_cycle_are_not_compared() -> None:
    text = "title: A\nkey_results:\n  - {id: a, title: Done by 2026-11-30, type: binary}\n"
    assert found_by("M208", {"objectives/sprint/cx.yaml": text}) == []


@pytest.mark.parametrize(
    ("title", "guards", "count"),
    [
        ("Cut costs by 10 % while keeping quality", "", 1),
        ("Cut costs by 10 % without losing quality", "", 1),
        ("Cut costs by 10 % without any loss", "", 1),
        ("Reducir costes un 10 % sin bajar la calidad", "", 1),
        ("Reducir costes un 10 % y mantener la calidad", "", 1),
        ("Сократить расходы на 10%, сохраняя качество", "", 1),
        ("Cut costs by 10 % while keeping quality", "guards: [csat], ", 0),
        ("Keep quality at 90 %", "", 0),
        ("Mantener la calidad en 90 %", "", 0),
        ("Sell without a discount in 40 shops", "", 0),
        ("Cut costs by 10 %", "", 0),
    ],
)
def test_promise_that_nothing_measures_is_found(title: str, guards: str, count: int) -> None:
    text = f'title: A\nkey_results:\n  - {{id: a, title: "{title}", {guards}type: binary}}\n'
    assert len(found_by("M209", {CX: text, "kpis/csat.yaml": "title: CSAT\n"})) == count


@pytest.mark.parametrize(
    ("survey", "keys"),
    [
        ("{type: csat}", ["scale"]),
        ("{type: ces}", ["version"]),
        ("{type: ces, scale: [1, 7]}", ["version"]),
        ("{type: csat, scale: [1, 5]}", []),
        ("{type: ces, version: 2}", []),
        ("{type: nps}", []),
        ("{type: nps, scale: [0, 10]}", []),
        ("{type: nps, scale: [1, 5]}", ["scale"]),
        ("{type: csat, scale: [5, 1]}", ["scale"]),
        ("{type: ces, version: 1, scale: [5, 5]}", ["scale"]),
        ("{type: csat, scale: [1, 5], top_box: [4, 5]}", []),
        ("{type: csat, scale: [1, 5], top_box: [5, 6]}", ["top_box"]),
        ("{type: csat, scale: [1, 99999999999999], top_box: [0]}", ["top_box"]),
    ],
)
def test_survey_without_its_scale_is_found(survey: str, keys: list[str]) -> None:
    findings = found_by("M210", {"kpis/k.yaml": f"title: K\nsurvey: {survey}\n"})
    assert [each.location for each in findings] == [("survey", key) for key in keys]


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
