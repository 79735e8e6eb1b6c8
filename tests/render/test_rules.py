"""Every format of rules, whole."""

import json

import pytest

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.finding import Finding, Place, RuleId, Severity
from okrcli.render import RULE_FORMATS, RenderOptions
from okrcli.views.rulebook import Rulebook, RuleSheet
from tests.render.golden import assert_golden

FILES = {"text": "rules.txt", "markdown": "rules.md", "json": "rules.json"}
FAILING = "title: Забота‚ которую ценят\nkey_results:\n  - {id: nps, target: 60}\n"
ODD = RuleId("S109", "odd-characters", Severity.INFO)
RULES = (
    RuleSheet(
        code="E002",
        name="schema",
        severities={
            "draft": Severity.ERROR,
            "basic": Severity.ERROR,
            "strict": Severity.ERROR,
        },
        here=None,
        explanation="A misspelt key would be a goal that nobody sees.",
        source="",
        fixed=False,
        silenced=False,
        path="kpis/nps.yaml",
        failing="title: NPS\ntraget: 60\n",
        passing="title: NPS\ntarget: {value: 60}\n",
        before={"kpis/nps.yaml": "title: NPS\n"},
    ),
    RuleSheet(
        code=ODD.code,
        name=ODD.name,
        severities={
            "draft": Severity.INFO,
            "basic": Severity.INFO,
            "strict": Severity.WARNING,
        },
        here="off",
        explanation=(
            "Text copied from a document brings a low quotation mark for a comma. It looks right, "
            "and no search finds it."
        ),
        source="Unicode Technical Standard 39: confusable characters",
        fixed=True,
        silenced=True,
        path="objectives/2026-Q4/cx-leader.yaml",
        failing=FAILING,
        passing=FAILING.replace("‚", ","),
        beside={"okr.yaml": "version: 1\nlanguage: ru\n"},
        found=(
            Finding.of(
                ODD,
                Place("objectives/2026-Q4/cx-leader.yaml", 1, 8),
                "This text has U+201A for a comma.",
                "`okr check --fix` writes the usual characters.",
            ),
        ),
    ),
)


def rendered(name: str, *, explained: bool) -> str:
    return RULE_FORMATS[name](Rulebook(RULES, explained), RenderOptions(COMMAND_LINE))


@pytest.mark.parametrize("name", FILES)
def test_explained_rules_are_the_golden_ones(name: str) -> None:
    assert_golden(FILES[name], rendered(name, explained=True))


def test_every_format_of_rules_has_a_golden_file() -> None:
    assert set(FILES) == set(RULE_FORMATS)


def test_rules_are_one_line_each_unless_explained() -> None:
    assert rendered("text", explained=False) == (
        "E002  schema                    error\n"
        "S109  odd-characters            off      fixed by okr check --fix\n"
    )


def test_markdown_table_has_a_row_for_each_rule() -> None:
    lines = rendered("markdown", explained=False).splitlines()

    assert lines[2:] == [
        "| E002 | schema | error | error | error |  |",
        "| S109 | odd-characters | info | info | warning | yes |",
    ]


def test_json_of_rules_is_the_same_explained_or_not() -> None:
    assert rendered("json", explained=True) == rendered("json", explained=False)
    document = json.loads(rendered("json", explained=False))
    assert document["schema"] == "okrcli.rules/1"
    assert document["rules"][1]["example"]["failing"] == FAILING
