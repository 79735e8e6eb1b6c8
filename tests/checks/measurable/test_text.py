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
