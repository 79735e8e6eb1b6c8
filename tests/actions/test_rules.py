import pytest

from okrcli.actions.rules import rulebook
from okrcli.checks import RULES
from okrcli.model.plan import Plan
from okrcli.model.settings import Language
from okrcli.views.rulebook import RuleSheet
from tests.checks.workspaces import loaded


def sheet(
    code: str, language: Language | None = None, plan: Plan | None = None, explained: bool = True
) -> RuleSheet:
    [found] = rulebook([code], language, plan, explained=explained).rules
    return found


@pytest.mark.parametrize("code", RULES)
def test_rule_is_explained_with_what_its_own_example_breaks(code: str) -> None:
    found = sheet(code)

    assert (found.code, found.name) == (code, RULES[code].name)
    assert {each.rule.code for each in found.found} == {code}
    assert found.failing != found.passing or found.moved_to or found.beside or found.author


def test_list_of_rules_does_without_the_examples() -> None:
    book = rulebook(RULES, None, None, explained=False)

    assert [each.code for each in book.rules] == [*RULES]
    assert all(each.found == () for each in book.rules)
    assert not book.explained


def test_examples_are_in_the_language_asked_for_else_of_the_workspace() -> None:
    spanish = loaded({"okr.yaml": "version: 1\nlanguage: es\n"})

    assert sheet("M202").failing == RULES["M202"].examples["en"].failing
    assert sheet("M202", plan=spanish).failing == RULES["M202"].examples["es"].failing
    assert sheet("M202", "ru", spanish).failing == RULES["M202"].examples["ru"].failing


@pytest.mark.parametrize(
    ("rules", "here"),
    [
        ("{}", RULES["M202"].severity),
        ("{severity: {M202: info}}", "info"),
        ("{ignore: [M202]}", "off"),
        ("{select: [E]}", "off"),
    ],
)
def test_rule_is_told_as_the_workspace_has_it(rules: str, here: str) -> None:
    plan = loaded({"okr.yaml": f"version: 1\nrules: {rules}\n"})

    assert sheet("M202", plan=plan).here == here
    assert sheet("M202").here is None


def test_severity_is_told_for_each_profile() -> None:
    found = sheet("R402").severities

    assert found["draft"] != "error"
    assert {*found} >= {"basic", "strict", "draft"}


def test_rules_that_mend_and_rules_that_stay_say_so() -> None:
    assert [sheet(code).fixed for code in ("S109", "E005", "M202")] == [True, True, False]
    assert [sheet(code).silenced for code in ("E001", "M202")] == [False, True]
