import re
import subprocess
import sys
from collections.abc import Iterator
from datetime import date

import pytest
from _pytest.mark import ParameterSet

from okrcli.checks import RULE_NAMES, RULES, codes_named, find_codes, nearest_rule
from okrcli.checks.rule import EXAMPLE_DAY, Example, Rule
from okrcli.checks.run import check
from okrcli.errors import UsageError
from okrcli.model.finding import Severity
from okrcli.next_step import NextStep
from tests.checks.workspaces import found_by, loaded, past_of

LANGUAGES = {"en", "es", "ru"}


def _examples() -> Iterator[ParameterSet]:
    for rule in RULES.values():
        for language, example in rule.examples.items():
            yield pytest.param(rule, example, id=f"{rule.code}-{language}")


@pytest.mark.parametrize(("rule", "example"), list(_examples()))
def test_failing_example_breaks_its_rule_and_can_be_read(rule: Rule, example: Example) -> None:
    files = example.failing_files
    findings = check(loaded(files), EXAMPLE_DAY, past=past_of(example, files))
    assert rule.code in {each.rule.code for each in findings}
    if rule.letter != "E":
        assert [each for each in findings if each.rule.code[0] == "E"] == []


@pytest.mark.parametrize(("rule", "example"), list(_examples()))
def test_passing_example_keeps_to_its_rule_and_can_be_read(rule: Rule, example: Example) -> None:
    files = example.passing_files
    findings = check(loaded(files), EXAMPLE_DAY, past=past_of(example, files))
    assert rule.code not in {each.rule.code for each in findings}
    assert [each for each in findings if each.rule.code[0] == "E"] == []


@pytest.mark.parametrize("code", RULE_NAMES)
def test_failing_example_has_the_severity_that_the_rule_states(code: str) -> None:
    rule = RULES[code]
    for example in rule.examples.values():
        files = example.failing_files
        severities = (
            {each.severity for each in found_by(code, files, past=past_of(example, files))}
            if rule.find
            else {rule.severity}
        )
        assert rule.severity in severities


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_rule_is_explained_with_examples_in_every_language(rule: Rule) -> None:
    assert re.fullmatch(r"[ESMARTKCH]\d{3}", rule.code)
    assert re.fullmatch(r"[a-z]+(-[a-z]+)*", rule.name)
    assert rule.explanation.endswith(".")
    assert set(rule.examples) == LANGUAGES
    assert rule.source or rule.letter == "E"


@pytest.mark.parametrize("rule", RULES.values(), ids=RULES)
def test_finding_says_what_is_wrong_where_and_the_next_step(rule: Rule) -> None:
    for example in rule.examples.values():
        files = example.failing_files
        for finding in check(loaded(files), EXAMPLE_DAY, past=past_of(example, files)):
            assert finding.message.endswith((".", "?"))
            hint = finding.hint
            is_sentence = isinstance(hint, NextStep) or hint.endswith((".", "?"))
            assert is_sentence or finding.rule.code[0] == "E"
            assert finding.place.line >= 1


def test_table_has_every_rule_under_its_own_code_and_name() -> None:
    assert {code: rule.code for code, rule in RULES.items()} == {code: code for code in RULES}
    assert {code: rule.name for code, rule in RULES.items()} == dict(RULE_NAMES)
    assert len(set(RULE_NAMES.values())) == len(RULES) == len(list(RULES))


def test_rules_of_structure_are_loaded_without_the_others() -> None:
    code = (
        "import sys; from okrcli.checks.run import structure_findings;"
        "from okrcli.storage.workspace import plan_of;"
        "structure_findings(plan_of({'okr.yaml': b'version: 1\\nrules: {ignore: [M202]}\\n'}));"
        "print(*(each for each in sys.modules if each.startswith('okrcli.')))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded_modules = set(ran.stdout.split())
    assert "okrcli.checks.structure" in loaded_modules
    assert not {"okrcli.checks.titles", "okrcli.wording.titles.statement"} & loaded_modules
    assert not [
        each for each in loaded_modules if re.search(r"checks\.(specific|kpis|timely)", each)
    ]


def test_names_meanings_are_code_name_and_letter() -> None:
    assert codes_named("E004") == codes_named("bad-reference") == codes_named("e004")
    assert codes_named("E") == {code for code in RULES if code.startswith("E")}


@pytest.mark.parametrize(
    ("name", "near"), [("E0O4", "E004"), ("bad-refrence", "bad-reference"), ("C7O2", "C702")]
)
def test_unknown_rule_is_a_usage_error_that_names_the_nearest(name: str, near: str) -> None:
    with pytest.raises(UsageError) as caught:
        codes_named(name)
    assert caught.value.exit_code == 2
    assert caught.value.hints == (f"Did you mean '{near}'?",)


def test_nearest_rule_is_none_when_nothing_is_like_it() -> None:
    assert nearest_rule("zzzzzz") is None
    assert find_codes("zzzzzz") == frozenset()


def test_rule_severity_is_that_of_its_id() -> None:
    assert RULES["E004"].severity is Severity.ERROR
    assert RULES["E005"].severity is Severity.WARNING


def test_examples_are_read_on_a_fixed_day() -> None:
    assert date(2026, 11, 20) == EXAMPLE_DAY
