"""`okr check`: what is wrong with the workspace's files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from okrcli.choices import Profile, Severity
from okrcli.cli.completion import complete_rule
from okrcli.cli.messages import remark, remark_all, say
from okrcli.cli.options import Invocation
from okrcli.cli.options.groups import comparison_option, outcome_option, output_option, rule_option
from okrcli.cli.showing import Showing, shows
from okrcli.cli.start.imports import will_run
from okrcli.errors import UsageError, WorkspaceError
from okrcli.render import FINDING_FORMATS

if will_run(__name__):
    from okrcli.actions.check.baseline import accepted_in
    from okrcli.actions.check.check_run import CheckRun
    from okrcli.actions.check.scope import Scope, require_all_files
    from okrcli.actions.uncommitted import unkept_lines
    from okrcli.cli.check.outcome import require_findings_shown, show_outcome
    from okrcli.cli.check.rule_values import names_in, rule_options
    from okrcli.cli.outputs import write_outputs
    from okrcli.model.finding import Finding, FindingCounts
    from okrcli.render.findings.baseline import baseline_text
    from okrcli.render.findings.summary import counts_text
    from okrcli.storage.workspace import find_root
    from okrcli.views.check import CheckOutcome


@shows(FINDING_FORMATS, output=True, auto=True)
def check(
    invocation: Invocation,
    showing: Showing,
    *,
    paths: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="Show only findings in these files and folders; the whole workspace is read.",
        ),
    ] = None,
    select: Annotated[
        list[str] | None,
        rule_option(
            metavar="RULE",
            help="Only these rules: a code, a name or the beginning of codes (R, R4); repeatable.",
            autocompletion=complete_rule,
        ),
    ] = None,
    ignore: Annotated[
        list[str] | None,
        rule_option(
            metavar="RULE",
            help="Skip these rules, named likewise; repeatable.",
            autocompletion=complete_rule,
        ),
    ] = None,
    per_file_ignores: Annotated[
        list[str] | None,
        rule_option(metavar="PATTERN=RULE", help="Skip this rule in these files; repeatable."),
    ] = None,
    severity: Annotated[
        list[str] | None,
        rule_option(
            metavar="RULE=LEVEL",
            help="Severity of a rule: error, warning or info; repeatable.",
        ),
    ] = None,
    min_severity: Annotated[
        Severity | None, output_option(help="Hide findings less severe than this.")
    ] = None,
    profile: Annotated[
        Profile | None, rule_option(help="How strict to be (default: as in okr.yaml).")
    ] = None,
    since: Annotated[
        str | None,
        comparison_option(
            metavar="REV", help="Show only findings in files changed since a commit."
        ),
    ] = None,
    against: Annotated[
        str | None,
        comparison_option(
            metavar="REV",
            help="Compare goalposts with a commit too, not only with the branch's own history.",
        ),
    ] = None,
    baseline: Annotated[
        Path | None,
        comparison_option(metavar="FILE", help="Hide the findings that this file accepts."),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        comparison_option(
            metavar="FILE", help="Write all current findings to this file, as accepted."
        ),
    ] = None,
    fix: Annotated[
        bool, typer.Option("--fix", help="Apply safe fixes first: characters, stale comments.")
    ] = False,
    statistics: Annotated[
        bool, output_option("--statistics", help="Show how often each rule found something.")
    ] = False,
    strict: Annotated[bool, outcome_option("--strict", help="Fail on warnings too.")] = False,
    exit_zero: Annotated[
        bool, outcome_option("--exit-zero", help="Exit with 0 whatever is found.")
    ] = False,
) -> None:
    """Find what is wrong with the workspace's files.

    The exit code is 1 if there is an error.
    """
    least = min_severity or Severity.INFO
    _require_failing_shown(least, strict=strict)
    if statistics:
        require_findings_shown(showing)
    accepted = accepted_in(baseline) if baseline else frozenset()
    run = CheckRun(
        root=_root(invocation, paths or ()),
        day=invocation.today,
        options=rule_options(profile, severity or (), per_file_ignores or ()),
        select=names_in(select),
        ignore=names_in(ignore),
        now=invocation.now(),
        against=against,
        cache=invocation.cache(),
    )
    require_all_files(run.root)
    scope = Scope.of(run.root, paths or (), since)
    if write_baseline:
        _require_whole(scope, baseline, least)
    if fix:
        _fix(run, scope)
    if write_baseline:
        _accept(write_baseline, _outcome(invocation, run, scope, frozenset()).single)
        return
    outcome = _outcome(invocation, run, scope, accepted)
    remark_all(unkept_lines(run.root) if outcome.unkept is None else outcome.unkept)
    show_outcome(showing, outcome.at_least(least), run.root, statistics=statistics)
    failing = outcome.counts.error + (outcome.counts.warning if strict else 0)
    if failing and not exit_zero:
        raise typer.Exit(1)


def _require_failing_shown(least: Severity, *, strict: bool) -> None:
    if strict and least is Severity.ERROR:
        raise UsageError(
            "With --strict warnings fail, and --min-severity error would not show them.",
            "Leave out one of them, or write --min-severity warning.",
        )


def _root(invocation: Invocation, paths: Sequence[Path]) -> Path:
    """Return the workspace's root, from the folder at hand or else from the first path upwards."""
    try:
        return invocation.root()
    except WorkspaceError:
        if not paths:
            raise
        return find_root(paths[0] if paths[0].is_dir() else paths[0].parent)


def _outcome(
    invocation: Invocation, run: CheckRun, scope: Scope, accepted: frozenset[str]
) -> CheckOutcome:
    """Return the outcome, after printing what could not be checked."""
    with invocation.progress("Checking") as bar:
        outcome = replace(run, track=bar.track).outcome(scope, accepted)
    remark_all(outcome.remarks)
    return outcome


def _fix(run: CheckRun, scope: Scope) -> None:
    fixed = run.fix(scope)
    remark_all(fixed.remarks)
    for line in fixed.done:
        remark(f"Fixed {line}")


def _require_whole(scope: Scope, baseline: Path | None, least: Severity) -> None:
    if baseline or not scope.is_everything or least is not Severity.INFO:
        raise UsageError(
            "--write-baseline accepts all that is found in the whole workspace.",
            "Leave out --baseline, --since, --min-severity and the paths.",
        )


def _accept(file: Path, findings: Sequence[Finding]) -> None:
    write_outputs([(file, baseline_text(findings))])
    say(f"'{file}' now accepts {counts_text(FindingCounts.of(findings)) or 'nothing'}.")
    remark(f"Commit it, and fail on new findings only with: okr check --baseline {file}")
