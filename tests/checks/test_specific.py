from collections.abc import Mapping

import pytest

from okrcli.model.finding import Severity
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
        ("Quality seal granted by a good judge", STEPS),
        ("Many voices", STEPS),
    ],
)
def test_word_that_blurs_no_number_is_fine(title: str, fields: str) -> None:
    assert found_by("S106", _titled(title, fields)) == []


def test_weasel_word_of_an_objective_is_fine() -> None:
    assert found_by("S106", {CX: "title: Many happy customers\n"}) == []


@pytest.mark.parametrize(
    ("owners", "message"),
    [
        (("", ""), "2026-Q4/cx has no owner, nor has any of its key results."),
        (("owner: ana,", ""), "2026-Q4/cx has no owner, nor has 1 of its 2 key results."),
        (("owner: ana,", "owner: zoe,"), "2026-Q4/cx has no owner."),
    ],
)
def test_objective_without_an_owner_is_found_once(owners: tuple[str, str], message: str) -> None:
    items = "".join(
        f"  - {{id: k{n}, title: K, {owner} type: binary}}\n" for n, owner in enumerate(owners)
    )
    (finding,) = found_by("S105", {CX: f"title: A\nkey_results:\n{items}"})
    assert finding.message == message


def test_key_results_have_their_objectives_owner() -> None:
    assert (
        found_by(
            "S105", {CX: f"title: A\nowner: ana\nkey_results:\n  - {{id: a, title: A, {BINARY}}}\n"}
        )
        == []
    )


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("Increase sales by 20 %", 1),
        ("Get 1000 customers", 1),
        ("Увеличить ARR на 50%", 1),
        ("Win with one platform in two markets", 0),
        ("Serve region 10 so well that it stays", 0),
        ("Be the leader by 2026-12-31", 0),
        ("Pass SOC 2", 0),
    ],
)
def test_measure_in_an_objective_is_found(title: str, count: int) -> None:
    assert len(found_by("S108", {CX: f"title: {title}\n"})) == count
