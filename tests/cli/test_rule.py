import json
from pathlib import Path

import pytest

from okrcli.checks import RULE_NAMES, RULES
from tests.cli.conftest import Okr
from tests.cli.workspaces import write


def test_rule_lists_every_rule_by_its_code(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "rule")

    assert (ran.code, ran.err) == (0, "")
    listed = [tuple(line.split()[:2]) for line in ran.out.splitlines()]
    assert listed == list(RULE_NAMES.items())


@pytest.mark.parametrize("name", ["M202", "m202", "no-baseline"])
def test_rule_is_explained_by_code_or_name(run_okr: Okr, tmp_path: Path, name: str) -> None:
    ran = run_okr(tmp_path, "rule", name)

    assert ran.code == 0, ran.err
    assert ran.out.startswith("M202 no-baseline: error\n\nA target says where to be")
    assert "Severity  warning (draft), error (basic), error (strict)\n" in ran.out
    assert "title: Raise first contact resolution to 85 %" in ran.out
    assert "has no baseline" in ran.out
    assert "  one run                   okr check --ignore M202\n" in ran.out


def test_rule_of_a_letter_explains_all_of_it(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "rule", "T", "--format", "json")

    codes = [each["code"] for each in json.loads(ran.out)["rules"]]
    assert codes == [code for code in RULE_NAMES if code.startswith("T")]


def test_unknown_rule_is_refused_with_the_nearest(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "rule", "no-baselin")

    assert (ran.code, ran.out) == (2, "")
    assert "There is no rule 'no-baselin'." in ran.err
    assert "Did you mean 'no-baseline'?" in ran.err


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_examples_are_in_the_language_asked_for(
    run_okr: Okr, tmp_path: Path, language: str
) -> None:
    ran = run_okr(tmp_path, "rule", "--all", "--format", "json", "--language", language)

    for each in json.loads(ran.out)["rules"]:
        example = RULES[each["code"]].examples[language]  # type: ignore[index]
        assert each["example"]["failing"] == example.failing
        assert each["example"]["passing"] == example.passing


def test_examples_are_in_the_language_of_the_workspace(okr: Okr, root: Path) -> None:
    write(root, {"okr.yaml": "version: 1\nlanguage: ru\n"})

    assert "Довести FCR до 85%" in okr("rule", "M202").out


def test_rule_says_what_it_is_in_the_workspace(okr: Okr, root: Path) -> None:
    rules = "rules: {profile: strict, ignore: [S109], severity: {no-owner: info}}\n"
    write(root, {"okr.yaml": f"version: 1\n{rules}"})
    here = {
        each["code"]: each["here"]
        for each in json.loads(okr("rule", "--format", "json").out)["rules"]
    }

    assert (here["S102"], here["S105"], here["S109"]) == ("error", "info", "off")
    assert okr("rule", "S109").out.startswith("S109 odd-characters: off\n")


def test_what_cannot_be_silenced_says_so(run_okr: Okr, tmp_path: Path) -> None:
    out = run_okr(tmp_path, "rule", "E001").out

    assert "This rule cannot be silenced" in out
    assert "okr check --ignore" not in out


def test_markdown_of_all_rules_documents_each(run_okr: Okr, tmp_path: Path) -> None:
    out = run_okr(tmp_path, "rule", "--all", "--format", "markdown").out

    headings = [line for line in out.splitlines() if line.startswith("## ")]
    assert headings == [f"## {code} {name}" for code, name in RULE_NAMES.items()]
    assert out.count("```yaml\n") == out.count("\n```\n")


def test_every_rule_shows_what_it_finds(run_okr: Okr, tmp_path: Path) -> None:
    sections = run_okr(tmp_path, "rule", "--all").out.split("\nFails, in ")

    assert len(sections) == len(RULE_NAMES) + 1
    assert [each for each in sections[1:] if "\nLine " not in each.partition("\nPasses")[0]] == []
