from collections.abc import Mapping

import pytest

from okrcli.model.finding import Severity
from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"


METRIC = "type: metric, baseline: 1, target: 2"


STEPS = "type: milestones, steps: [{id: s, title: S}]"


def _titled(title: str, fields: str = METRIC, objective: str = "A") -> Mapping[str, str]:
    key_result = f'  - {{id: a, title: "{title}", {fields}}}\n'
    return {CX: f"title: {objective}\nkey_results:\n{key_result}"}


@pytest.mark.parametrize(
    ("title", "severity"),
    [
        ("Reach sales of $X", Severity.ERROR),
        ("Raise NPS by XX %", Severity.ERROR),
        ("Cut churn to X", Severity.ERROR),
        ("Margen por definir", Severity.ERROR),
        ("Снизить отток до Х%", Severity.ERROR),
        ("Raise NPS to TBD", Severity.ERROR),
        ("Raise sales of product X by 20 %", Severity.INFO),
        ("Увеличить продажи продукта X на 20%", Severity.INFO),
    ],
)
def test_placeholder_is_found(title: str, severity: Severity) -> None:
    (finding,) = found_by("S104", _titled(title))
    assert finding.severity is severity


def test_placeholder_in_an_objective_is_found() -> None:
    (finding,) = found_by("S104", {CX: "title: Win TBD\n"})
    assert finding.ref == "2026-Q4/cx"


@pytest.mark.parametrize("title", ["Reach 60", "Win Generation Z", "Be on X (formerly Twitter)"])
def test_title_without_a_gap_is_fine(title: str) -> None:
    assert found_by("S104", _titled(title)) == []


@pytest.mark.parametrize(
    "title",
    [
        "Solve several problems",
        "Solve approximately 40 problems",
        "Опросить около 40 клиентов",
        "Resolver varios problemas",
        "Решить несколько проблем",
        "Lower the wait to around 5 minutes",
        "Bajar la espera a unos 5 minutos",
        "Give 80% of visitors a seamless visit",
        "Firmar 12 convenios de calidad",
        "Cut the wait from 9 to 5 minutes as soon as possible",
        "Сократить ожидание с 9 до 5 минут в кратчайшие сроки",
    ],
)
def test_weasel_word_is_found(title: str) -> None:
    (finding,) = found_by("S106", _titled(title))
    assert finding.location[-1] == "title"


@pytest.mark.parametrize(
    ("title", "fields"),
    [
        ("Cut churn significantly, from 5 to 3 %", METRIC),
        ("Run a survey about prices", METRIC),
        ("Write about 3D printing to no one", STEPS),
        ("Cerrar 12 hallazgos de control de calidad", METRIC),
        ("Quality seal granted by a good judge", STEPS),
        ("Many voices", STEPS),
    ],
)
def test_word_that_blurs_no_number_is_fine(title: str, fields: str) -> None:
    assert found_by("S106", _titled(title, fields)) == []


def test_weasel_word_of_an_objective_is_fine() -> None:
    assert found_by("S106", {CX: "title: Many happy customers\n"}) == []
