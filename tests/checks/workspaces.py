"""Small workspaces for the rules' tests: real texts, loaded as a command would load them."""

from collections.abc import Iterable, Mapping
from datetime import date

from okrcli.checks import RULES
from okrcli.checks.context import CheckContext
from okrcli.checks.past import ExampleState, Past, past_of_example
from okrcli.checks.rule import Example
from okrcli.model.finding import Finding
from okrcli.model.plan import Plan
from okrcli.storage.workspace import plan_of

TODAY = date(2026, 11, 20)


def loaded(files: Mapping[str, str]) -> Plan:
    """Return the plan that *files*, text by path, hold; with settings that set nothing."""
    texts = {"okr.yaml": "version: 1\n", **files}
    return plan_of({path: text.encode() for path, text in texts.items()})


def found_by(
    code: str, files: Mapping[str, str], day: date = TODAY, past: Past | None = None
) -> list[Finding]:
    """Return what the rule *code* alone finds in *files*."""
    rule = RULES[code]
    assert rule.find is not None
    return list(rule.find(CheckContext(loaded(files), day, past)))


def past_of(example: Example, now: Mapping[str, str]) -> Past:
    """Return the past of an example whose files are now as in *now*."""
    before = example.earlier_files
    states = ExampleState(before, loaded(before)), ExampleState(now, loaded(now))
    return past_of_example(*states, example.author)


def where(findings: Iterable[Finding]) -> list[tuple[str, int, str]]:
    """Return code, line and path of each finding."""
    return [(each.rule.code, each.place.line, each.place.path) for each in findings]
