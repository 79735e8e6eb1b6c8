"""Key results as they should be have no error that is about their words alone."""

import pytest

from okrcli.checks.run import check
from okrcli.model.finding import Severity
from tests.checks.workspaces import TODAY, loaded

WORDING = ("S", "M201", "M205", "M208", "T503")

GOOD = [
    ("Cut the median wait for a first answer from 9 to 3 hours", "unit: h, baseline: 9, target: 3"),
    ("Trial-to-paid conversion above 12 % (today 7 %)", 'unit: "%", baseline: 7, target: 12'),
    ("Earn $90K a month from renewals (currently $60K)", "baseline: 60000, target: 90000, unit: $"),
    ("Speed up the nightly import from 40 to 10 minutes", "unit: min, baseline: 40, target: 10"),
    ("Run 45 usability sessions with new customers", "unit: sessions, baseline: 0, target: 45"),
    ("All 12 stores pass the hygiene audit by the end of the quarter", "type: binary"),
    ("Uptime stays above 99.9 % as traffic doubles", 'type: maintain, unit: "%", at_least: 99.9'),
    ("Double the number of weekly orders", "unit: orders, baseline: 150, target: 300"),
    ("Grow sales of model X by 15 % within 3 months", "unit: EUR, baseline: 100, change: +15%"),
    (
        "Bajar las devoluciones del 8 al 5 % en el cuarto trimestre",
        'unit: "%", baseline: 8, target: 5',
    ),
    ("Agilizar el alta de clientes de 10 a 4 días", "unit: días, baseline: 10, target: 4"),
    ("Mejorar un 20 % el tiempo de entrega", "unit: h, baseline: 50, change: -20%"),
    ("Quiero vender 30 contratos nuevos en los próximos 3 meses", "baseline: 0, target: 30"),
    ("Ganar 1,5 millones de euros en Portugal", "unit: EUR, baseline: 0, target: 1500000"),
    ("Llegar a dos mil suscripciones anuales", "unit: suscripciones, baseline: 900, target: 2000"),
    (
        "Сократить отказы при оплате с 6% до 2% к концу квартала",
        'unit: "%", baseline: 6, target: 2',
    ),
    ("Ускорить сборку заказа с 50 до 20 минут", "unit: мин, baseline: 50, target: 20"),
    ("До конца декабря привлечь 500 новых продавцов", "baseline: 0, target: 500"),
    ("Увеличить выручку на 25% за полгода", "unit: ₽, baseline: 100, change: +25%"),
    ("Не менее 95% посылок доставлено в срок", 'unit: "%", baseline: 88, target: 95'),
    ("Довести оборот до 3,2 млн ₽", "unit: ₽, baseline: 2000000, target: 3200000"),
]


@pytest.mark.parametrize(("title", "fields"), GOOD)
def test_good_key_result_has_no_error_about_its_words(title: str, fields: str) -> None:
    kind = "" if "type:" in fields else "type: metric, "
    key_result = f'  - {{id: a, title: "{title}", {kind}{fields}}}\n'
    plan = loaded({"objectives/2026-Q4/cx.yaml": f"title: A\nkey_results:\n{key_result}"})
    found = check(plan, TODAY, select=WORDING)
    assert [each.message for each in found if each.severity is Severity.ERROR] == []


@pytest.mark.parametrize(("title", "fields"), GOOD)
def test_numbers_of_a_good_key_result_are_those_of_its_fields(title: str, fields: str) -> None:
    kind = "" if "type:" in fields else "type: metric, "
    key_result = f'  - {{id: a, title: "{title}", {kind}{fields}}}\n'
    plan = loaded({"objectives/2026-Q4/cx.yaml": f"title: A\nkey_results:\n{key_result}"})
    assert [each.message for each in check(plan, TODAY, select=["M205", "M208"])] == []
