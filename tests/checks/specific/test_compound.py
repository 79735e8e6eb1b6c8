from collections.abc import Mapping

import pytest

from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"


METRIC = "type: metric, baseline: 1, target: 2"


STEPS = "type: milestones, steps: [{id: s, title: S}]"


def _titled(title: str, fields: str = METRIC, objective: str = "A") -> Mapping[str, str]:
    key_result = f'  - {{id: a, title: "{title}", {fields}}}\n'
    return {CX: f"title: {objective}\nkey_results:\n{key_result}"}


@pytest.mark.parametrize(
    ("title", "what"),
    [
        ("Raise NPS to 60 and cut churn to 3 %", "more than one result"),
        ("Fix the bugs and improve the speed", "more than one result"),
        ("Build a panel that 100 % of sales use", "the work and its result"),
        ("Update the page to increase clicks by 30 %", "the work and its result"),
        ("Desarrollar un panel que consulte el 100% de los vendedores", "the work and its result"),
        ("Diseñe un club en el que entre el 30% de los clientes", "the work and its result"),
        ("Внедрить CRM, которой пользуется 95% отдела", "the work and its result"),
        ("Crear y lanzar un curso y mejorar un 20 % las ventas", "result"),
    ],
)
def test_two_things_in_one_are_found(title: str, what: str) -> None:
    (finding,) = found_by("S103", _titled(title))
    assert what in finding.message


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        ("Raise NPS and CSAT", METRIC),
        ("Build three pages", METRIC),
        ("Complete 90 % of the trainings", METRIC),
        ("Identify a chance in 80 % of the meetings", METRIC),
        ("Raise NPS by training the team", METRIC),
        ("Create a base with 200 documents", METRIC),
        ("Raise NPS to 60 and cut churn to 3 %", STEPS),
    ],
)
def test_one_thing_is_fine(title: str, fields: str) -> None:
    assert found_by("S103", _titled(title, fields)) == []
