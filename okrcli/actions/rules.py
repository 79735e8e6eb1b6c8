"""Explains rules, from their texts, their examples and the current workspace."""

from collections.abc import Iterable, Mapping

from okrcli.checks import RULES
from okrcli.checks.past import ExampleState, past_of_example
from okrcli.checks.rule import EXAMPLE_DAY, Example, Rule
from okrcli.checks.run import check
from okrcli.checks.selection import UNSILENCED, Selection
from okrcli.model.finding import BAD_IGNORE, Finding, Place, Severity
from okrcli.model.plan import Plan
from okrcli.model.settings import Language, Profile, RuleSettings, Settings
from okrcli.storage.layout import SETTINGS_FILE
from okrcli.storage.workspace import plan_of
from okrcli.views.rulebook import PROFILES, Rulebook, RuleSheet

_SELECTIONS: Mapping[Profile, Selection] = {
    profile: Selection.of(Plan(Settings(path=SETTINGS_FILE, rules=RuleSettings(profile=profile))))
    for profile in PROFILES
}


def rulebook(
    codes: Iterable[str], language: Language | None, plan: Plan | None, *, explained: bool
) -> Rulebook:
    """Return the rules of *codes*.

    Args:
        codes: The codes of the rules.
        language: The language of the examples; by default that of the workspace.
        plan: The current workspace, if there is one.
        explained: Whether to explain them in full.

    Raises:
        UsageError: The workspace's okr.yaml names an unknown rule.
    """
    spoken = language or (plan.settings.language if plan else "en")
    here = Selection.of(plan) if plan else None
    sheets = (_sheet(RULES[code], spoken, here, explained=explained) for code in codes)
    return Rulebook(tuple(sheets), explained)


def _sheet(rule: Rule, language: Language, here: Selection | None, *, explained: bool) -> RuleSheet:
    example = rule.examples[language]
    return RuleSheet(
        code=rule.code,
        name=rule.name,
        severities={
            profile: _severity(rule, selection) for profile, selection in _SELECTIONS.items()
        },
        here=_here(rule, here) if here else None,
        explanation=rule.explanation,
        source=rule.source,
        fixed=rule.fixes is not None or rule.code == BAD_IGNORE.code,
        silenced=rule.code not in UNSILENCED,
        path=example.path,
        failing=example.failing,
        passing=example.passing,
        beside=example.beside,
        before=example.before,
        author=example.author,
        found=_findings_of(rule, example) if explained else (),
        moved_to=example.moved_to,
    )


def _here(rule: Rule, selection: Selection) -> str:
    return _severity(rule, selection) if rule.code in selection.codes else "off"


def _severity(rule: Rule, selection: Selection) -> Severity:
    return selection.with_severity(Finding.of(rule.id, Place(""), "")).severity


def _findings_of(rule: Rule, example: Example) -> tuple[Finding, ...]:
    now, before = example.failing_files, example.earlier_files
    plan = _plan(now)
    states = ExampleState(before, _plan(before)), ExampleState(now, plan)
    found = check(plan, EXAMPLE_DAY, past=past_of_example(*states, example.author))
    return tuple(finding for finding in found if finding.rule.code == rule.code)


def _plan(files: Mapping[str, str]) -> Plan:
    return plan_of({path: text.encode() for path, text in files.items()})
