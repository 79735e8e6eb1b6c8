import pytest

from okrcli.checks.context import CheckContext
from okrcli.checks.titles import Titles, language_of
from okrcli.model.settings import Language, Settings
from tests.checks.workspaces import TODAY, found_by, loaded

CX = "objectives/2026-Q4/cx.yaml"


@pytest.mark.parametrize(
    ("text", "otherwise", "expected"),
    [
        ("Reduce the churn of new customers", "es", "en"),
        ("Reducir las bajas de clientes", "ru", "es"),
        ("Снизить отток клиентов", "en", "ru"),
        ("NPS 40 → 60", "en", "en"),
        ("NPS 40 → 60", "es", "es"),
        ("NPS 40 → 60", "ru", "ru"),
        ("", "es", "es"),
    ],
)
def test_language_is_the_texts_own_and_the_workspaces_where_it_does_not_tell(
    text: str, otherwise: Language, expected: Language
) -> None:
    assert language_of(text, otherwise) == expected


def test_title_is_read_once() -> None:
    titles = Titles.of(Settings())
    assert titles.read("Raise NPS to 60") is titles.read("Raise NPS to 60")


def test_statement_is_shared_by_the_rules_of_one_run_alone() -> None:
    plan = loaded({CX: "title: Raise NPS to 60\n"})
    context, other = CheckContext(plan, TODAY), CheckContext(plan, TODAY)
    (subject,) = context.objectives
    assert context.title_of(subject) is context.title_of(subject)
    assert context.title_of(subject) is not other.title_of(subject)


@pytest.mark.parametrize(
    ("language", "count"), [("", 1), ("language: en\n", 1), ("language: ru\n", 0)]
)
def test_language_of_a_file_decides_for_its_titles(language: str, count: int) -> None:
    text = f"title: Improve the whole service of our team\n{language}"
    assert len(found_by("S101", {CX: text})) == count


@pytest.mark.parametrize(
    ("settings", "title", "codes"),
    [
        ("", "Synergize the teams of sales and support", set()),
        ("vague: {add: [synergize]}", "Synergize the teams of sales and support", {"S101"}),
        ("vague: {remove: [improve]}", "Improve the work of the support team", set()),
        ("task: {remove: [launch]}", "Launch the app for 40 customers", set()),
        ("task: {add: [Ágora]}", "Ágora con los equipos de ventas", {"S102"}),
        ("weasel: {add: [agile]}", "Reach 40 agile releases of the app", {"S106"}),
        ("weasel: {remove: [several]}", "Solve several problems of the customers", {"S102"}),
        ("placeholder: {add: [to be seen]}", "Reach a margin that is to be seen", {"S104"}),
        ("vanity: {add: [hugs]}", "Reach 300 hugs at the fair of the year", {"R404"}),
        ("vanity: {remove: [followers]}", "Reach 300 followers of the team", set()),
    ],
)
def test_workspace_adds_and_removes_words(settings: str, title: str, codes: set[str]) -> None:
    rules = f"rules: {{words: {{{settings}}}}}\n" if settings else ""
    files = {
        "okr.yaml": f"version: 1\n{rules}",
        CX: f"title: A\nkey_results:\n  - {{id: a, title: {title}, type: metric, target: 40}}\n",
    }
    found = {code for code in ("S101", "S102", "S104", "S106", "R404") if found_by(code, files)}
    assert found == codes
