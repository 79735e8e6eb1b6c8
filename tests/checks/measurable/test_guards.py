import pytest

from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"


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
