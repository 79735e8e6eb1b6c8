"""Runs the rules for a check, and collects the outcome."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from okrcli.actions.check.baseline import without_accepted
from okrcli.actions.check.fixing import FixResult, write_fixes
from okrcli.actions.check.rule_options import RuleOptions
from okrcli.actions.check.scope import Scope
from okrcli.actions.workspace import Workspace
from okrcli.checks import RULES
from okrcli.checks.past import Past
from okrcli.checks.run import Verdict, asks_for_past, judge, safe_fixes
from okrcli.checks.settings import settings_that_judge
from okrcli.frozen import frozen_dataclass
from okrcli.model.causes import by_cause
from okrcli.model.finding import Finding
from okrcli.model.plan import Plan
from okrcli.storage.cache.folder import CacheFolder
from okrcli.storage.workspace import load_plan
from okrcli.tracking import Track, without_tracking
from okrcli.views.check import CheckOutcome

if TYPE_CHECKING:
    from okrcli.actions.check.past import ReadPast


@frozen_dataclass
class CheckRun:
    """Which rules judge which workspace as of which day.

    Attributes:
        against: Another revision with which the rules about history compare.
        now: The time by the clock, which shows impossible dates of commits; by default the end of
            the day.
        track: Sees how many files have been read, and then how many rules applied.
        cache: Where is kept what its files were found to hold; `None` for nowhere.
        loaded: The workspace as it was read; `None` to read it.
    """

    root: Path
    day: date
    options: RuleOptions
    select: Sequence[str]
    ignore: Sequence[str]
    against: str | None = None
    now: datetime | None = None
    track: Track = without_tracking
    cache: CacheFolder | None = None
    loaded: Plan | None = None

    def plan(self) -> Plan:
        """Return the workspace, with the options in its settings."""
        plan = self.loaded or load_plan(self.root, self.track, self.cache)
        return self.options.apply_to(plan)

    def _verdict(self, plan: Plan, past: Past | None) -> Verdict:
        earlier = past.against.settings if past and past.against else None
        judging = settings_that_judge(plan.settings, earlier)
        return judge(
            plan,
            self.day,
            select=self.select,
            ignore=self.ignore,
            per_file_ignores=self.options.per_file_ignores,
            past=past,
            settings=self.options.over(judging) if earlier else None,
            track=self.track,
        )

    def _past(self, plan: Plan) -> "ReadPast":
        # Only these rules need git.
        from okrcli.actions.check.past import ReadPast  # noqa: PLC0415

        if self.against is None and not asks_for_past(plan, self.select, self.ignore):
            return ReadPast(None)
        from okrcli.actions.check.past import read_past  # noqa: PLC0415
        from okrcli.actions.check.past_files import PastRequest, horizon_of  # noqa: PLC0415
        from okrcli.history.unusable import require_no_other  # noqa: PLC0415
        from okrcli.storage.cache.parsed_files import past_files  # noqa: PLC0415

        require_no_other(self.root, plan.sources.keys() | plan.unreadable)
        horizon = horizon_of(self.day, self.now)
        request = PastRequest(self.root, plan, self.day, self.against, horizon, wants_unkept=True)
        with past_files(self.cache, self.root) as reader:
            request = replace(request, reader=reader)
            return read_past(request, is_required=bool(self.select))

    def _unkept_lines(self, past: "ReadPast") -> tuple[str, ...] | None:
        if past.unkept is None:
            return None
        from okrcli.actions.uncommitted import unkept_lines  # noqa: PLC0415  as above

        return tuple(unkept_lines(self.root, past.unkept))

    def fix(self, scope: Scope) -> FixResult:
        """Write the safe fixes of the files in *scope*."""
        plan = self.plan()
        fixes = safe_fixes(plan, self.day, select=self.select, ignore=self.ignore)
        return write_fixes(self.root, plan, (fix for fix in fixes if fix.path in scope))

    def outcome(self, scope: Scope, accepted: frozenset[str]) -> CheckOutcome:
        """Return what is to be shown: what is found in *scope* and not *accepted*."""
        plan = self.plan()
        past = self._past(plan)
        verdict = self._verdict(plan, past.past)
        # Of all findings: a fingerprint counts those of its rule before it.
        new = _in(scope, without_accepted(verdict.findings, accepted))
        return replace(
            _outcome(plan, by_cause(new), scope),
            single=new,
            accepted=len(_in(scope, verdict.findings)) - len(new),
            silenced=Counter(by for by, finding in verdict.silenced if finding.place.path in scope),
            remarks=past.remarks,
            unkept=self._unkept_lines(past),
        )


def _in(scope: Scope, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    return tuple(finding for finding in findings if finding.place.path in scope)


def _outcome(plan: Plan, findings: tuple[Finding, ...], scope: Scope) -> CheckOutcome:
    codes = {finding.rule.code for finding in findings}
    return CheckOutcome(
        findings,
        files=sum(file in scope for file in plan.sources.keys() | plan.unreadable),
        explanations={code: RULES[code].explanation for code in codes},
        lines={
            (path, line): source.line_text(line)
            for path, line, _ in {finding.place for finding in findings}
            if (source := plan.sources.get(path))
        },
    )


def findings_in(
    workspace: Workspace, now: datetime | None = None, *, again: bool = True
) -> tuple[Finding, ...]:
    """Return all that the rules find in *workspace*, by path and line.

    Args:
        workspace: The workspace.
        now: By the clock, which tells dates of commits that cannot be; else its day tells.
        again: Whether its files are read again.
    """
    loaded = None if again else workspace.plan
    run = CheckRun(workspace.root, workspace.today, RuleOptions(), (), (), now=now, loaded=loaded)
    return run.outcome(Scope(), frozenset()).findings
