from collections.abc import Mapping

import pytest

from okrcli.model.finding import Severity
from tests.checks.title_files import files_with_title
from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"


METRIC = "type: metric, baseline: 1, target: 2"


BINARY = "type: binary"


STEPS = "type: milestones, steps: [{id: s, title: S}]"


def _titled(title: str, fields: str = METRIC, objective: str = "A") -> Mapping[str, str]:
    key_result = f'  - {{id: a, title: "{title}", {fields}}}\n'
    return {CX: f"title: {objective}\nkey_results:\n{key_result}"}


@pytest.mark.parametrize(
    ("title", "fields", "severity"),
    [
        ("Improve support", BINARY, Severity.ERROR),
        ("Improve support", "type: metric", Severity.ERROR),
        ("To improve support", BINARY, Severity.ERROR),
        ("Para mejorar el soporte", BINARY, Severity.ERROR),
        ("Чтобы улучшить поддержку", BINARY, Severity.ERROR),
        ("Mejore el soporte a clientes", BINARY, Severity.ERROR),
        ("Do more for customers", BINARY, Severity.ERROR),
        ("Improve support", METRIC, Severity.INFO),
        ("Improve support", "type: maintain, at_least: 1", Severity.INFO),
        ("Improve support", STEPS, Severity.INFO),
        ("Improve NPS from 40 to 60", "type: metric", Severity.INFO),
        ("Mejorar el NPS de 40 a 60", BINARY, Severity.INFO),
    ],
)
def test_vague_verb_is_an_error_only_where_nothing_has_a_number(
    title: str, fields: str, severity: Severity
) -> None:
    (finding,) = found_by("S101", _titled(title, fields))
    assert (finding.severity, finding.location) == (severity, ("key_results", 0, "title"))


@pytest.mark.parametrize(
    "title",
    [
        "Raise NPS",
        "Support NPS is at 60",
        "Служба поддержки отвечает за 2 часа",
        "Reducir la mejora de procesos",
    ],
)
def test_only_the_leading_verb_is_vague(title: str) -> None:
    assert found_by("S101", _titled(title, BINARY)) == []


def test_vague_verb_of_an_objective_is_a_remark() -> None:
    findings = found_by("S101", {CX: "title: Strengthen our service\n"})
    assert [each.severity for each in findings] == [Severity.INFO]


@pytest.mark.parametrize(
    "title",
    [
        "Launch the app",
        "To launch the app",
        "Build 3 pages",
        "Update the page to increase clicks by 30 %",
        "Lance la aplicación",
        "Crear tres alianzas",
        "Запустить новый сайт",
        "Провести 10 интервью",
        "До 31.03 провести мероприятие",
        "Make 60 calls",
    ],
)
def test_task_verb_is_found(title: str) -> None:
    (finding,) = found_by("S102", _titled(title, BINARY))
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize(
    "title",
    [
        "Raise NPS from 40 to 60",
        "Achieve SOC 2 certification",
        "Launch readiness at 90 %",
        "95 % of sales work in the CRM",
        "Answer 90 % of questions within an hour",
        "Resolver el 85 % de las dudas en el primer contacto",
        "Решить 85% обращений с первого раза",
        "Move NPS from 40 to 60",
        "Mantener el CSAT en 90 %",
        "Frobnicate the widgets",
    ],
)
def test_result_or_unknown_verb_is_no_task(title: str) -> None:
    assert found_by("S102", _titled(title)) == []


@pytest.mark.parametrize(
    ("title", "codes"),
    [
        ("Roll out MFA from 0 % to 100 % of staff", []),
        ("Capacitar al equipo del 0% al 100%", []),
        ("Completar el proyecto de CRM del 0% al 100%", ["S102"]),
    ],
)
def test_share_that_has_something_is_a_result_and_the_share_of_work_that_is_done_is_not(
    title: str, codes: list[str]
) -> None:
    assert [found.rule.code for found in found_by("S102", files_with_title(title))] == codes
