"""Runs the rules over a plan, and applies the settings and comments about them."""

from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from okrcli.checks.consequences import Consequences
from okrcli.checks.context import CheckContext
from okrcli.checks.fix import Fix
from okrcli.checks.ignores import Ignores
from okrcli.checks.rule import Rule
from okrcli.checks.selection import NOTHING, PerFileIgnores, Selection
from okrcli.frozen import frozen_dataclass
from okrcli.model.finding import BAD_IGNORE, Finding, Silencer
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from okrcli.tracking import Track, without_tracking

if TYPE_CHECKING:
    from okrcli.checks.focus import Focus
    from okrcli.checks.past import Past
    from okrcli.checks.titles import Titles

_AS_READ = "ES"
"""Letters of rules that judge what exists, and not what is missing."""

_AS_STATED = "EH"
"""Letters of rules that compare settings with the files, or with the past."""

_HISTORY = "H"
"""The letter of the rules that compare the plan with its past."""


@frozen_dataclass
class Verdict:
    """The findings of the rules.

    Attributes:
        findings: By path and line.
        silenced: The silenced findings, with what silences each; unordered.
    """

    findings: tuple[Finding, ...]
    silenced: tuple[tuple[Silencer, Finding], ...] = ()


def judge(
    plan: Plan,
    day: date,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    per_file_ignores: PerFileIgnores = NOTHING,
    past: "Past | None" = None,
    settings: Settings | None = None,
    track: Track = without_tracking,
) -> Verdict:
    """Return everything that the rules find as of *day*.

    Args:
        plan: The plan to judge.
        day: No date in the plan may be after it.
        select: Codes, names or letters of rules that apply instead of those that okr.yaml selects.
        ignore: Codes, names or letters of rules that do not apply.
        per_file_ignores: Rules that do not apply in some files, in addition to those of okr.yaml.
        past: What the rules of letter H compare with; without it they do not run.
        settings: The settings that judge, if not the plan's own.
        track: Sees how many of the rules have been applied.

    Raises:
        UsageError: Here or in okr.yaml something names no rule.
    """
    judged = replace(plan, settings=settings) if settings else plan
    selection = Selection.of(judged, select, ignore, per_file_ignores)
    context = CheckContext(plan, day, past, settings)
    return _Run(context, selection, selection.rules(), count_left_out=True, track=track).verdict


def check(
    plan: Plan,
    day: date,
    *,
    select: Sequence[str] = (),
    ignore: Sequence[str] = (),
    past: "Past | None" = None,
    reader: "Titles | None" = None,
    focus: "Focus | None" = None,
) -> tuple[Finding, ...]:
    """Return the findings of `judge` that are not silenced, by path and line.

    Args:
        plan: The plan to judge.
        day: The as-of day.
        select: As in `judge`.
        ignore: As in `judge`.
        past: As in `judge`.
        reader: What has read the titles of another plan with the same settings.
        focus: A change; what is found about titles that it is not about may be left out.

    Raises:
        UsageError: Here or in okr.yaml something names no rule.
    """
    selection = Selection.of(plan, select, ignore)
    context = CheckContext(plan, day, past, reader=reader, focus=focus)
    return _Run(context, selection, selection.rules()).findings


def asks_for_past(plan: Plan, select: Sequence[str] = (), ignore: Sequence[str] = ()) -> bool:
    """Return whether a rule will run that compares the plan with its past.

    Rules ignored in okr.yaml run, too, to count their findings; those in *ignore* do not.

    Raises:
        UsageError: Here or in okr.yaml something names no rule.
    """
    selection = Selection.of(plan, select, ignore)
    silenced = (code for code, by in selection.left_out.items() if by is Silencer.SETTINGS)
    return any(code[0] == _HISTORY for code in (*selection.codes, *silenced))


def structure_findings(plan: Plan) -> tuple[Finding, ...]:
    """Return what the rules of letter E find, by path and line: quick enough for every report."""
    selection = Selection.lenient(plan)
    return _Run(CheckContext(plan, date.max), selection, selection.rules("E")).findings


def safe_fixes(
    plan: Plan, day: date, *, select: Sequence[str] = (), ignore: Sequence[str] = ()
) -> tuple[Fix, ...]:
    """Return the safe fixes of what the rules find, by path.

    Args:
        plan: The plan to judge.
        day: The as-of day.
        select: As in `check`.
        ignore: As in `check`.

    Raises:
        UsageError: Here or in okr.yaml something names no rule.
    """
    selection = Selection.of(plan, select, ignore)
    return _Run(CheckContext(plan, day), selection, selection.rules()).fixes


class _Run:
    """One run of *rules* over a plan."""

    def __init__(
        self,
        context: CheckContext,
        selection: Selection,
        rules: Sequence[Rule],
        *,
        count_left_out: bool = False,
        track: Track = without_tracking,
    ) -> None:
        self._case = context
        self._track = track
        self._selection = selection
        # A rule that cannot be judged does not run: its comments silence nothing in vain.
        self._rules = [rule for rule in rules if self._can_run(rule)]
        self._ran = frozenset(rule.code for rule in self._rules)
        against = context.past.against if context.past else None
        self._ignores = Ignores(context.plan, against.comments if against else None)
        self._silenced: list[tuple[Silencer, Finding]] = []
        left_out = selection.left_out_rules() if count_left_out else ()
        left = list(self._find_needless_ignores([*self._rules, *filter(self._can_run, left_out)]))
        judged = map(selection.with_severity, left)
        self.findings = tuple(sorted(judged, key=lambda finding: finding.sort_key))

    @property
    def verdict(self) -> Verdict:
        """What was found and what was silenced."""
        return Verdict(self.findings, tuple(self._silenced))

    def _can_run(self, rule: Rule) -> bool:
        return rule.letter != _HISTORY or self._case.past is not None

    def _find_needless_ignores(self, rules: Sequence[Rule]) -> Iterator[Finding]:
        looked_for = {rule.code for rule in rules}
        for finding in _find(self._case, self._track(rules), looked_for):
            silencer = self._selection.left_out.get(finding.rule.code)
            if silencer is None and self._ignores.silences(finding):
                silencer = Silencer.COMMENTS
            yield from self._unless_silenced(finding, silencer)
        if BAD_IGNORE.code in looked_for:
            with_reasons = self._selection.profile == "strict"
            for finding in self._ignores.bad(self._ran, with_reasons=with_reasons):
                yield from self._unless_silenced(finding)

    def _unless_silenced(
        self, finding: Finding, silencer: Silencer | None = None
    ) -> Iterator[Finding]:
        silencer = silencer or self._selection.silencer_of(finding)
        if silencer is None:
            yield finding
        else:
            self._silenced.append((silencer, finding))

    @property
    def fixes(self) -> tuple[Fix, ...]:
        """The fixes of the findings that are not silenced."""
        found = {
            (finding.rule.code, finding.place.path, finding.location) for finding in self.findings
        }
        fixes: list[Fix] = [
            fix
            for rule in self._rules
            for fix in (rule.fixes(self._case) if rule.fixes else ())
            if (rule.code, fix.path, fix.location) in found
        ]
        if BAD_IGNORE.code in self._ran:
            fixes += self._ignores.stale(self._ran)
        return tuple(sorted(fixes, key=lambda fix: fix.path))


def _find(context: CheckContext, rules: Iterable[Rule], ran: AbstractSet[str]) -> Iterator[Finding]:
    plan = context.plan
    yield from (finding for finding in plan.findings if finding.rule.code in ran)
    consequences = Consequences(plan.findings)
    judged = context.as_judged
    for rule in rules:
        seen = context if rule.letter in _AS_STATED else judged
        for finding in rule.find(seen) if rule.find else ():
            is_told = rule.letter not in _AS_READ and finding in consequences
            if finding.place.path not in plan.unreadable and not is_told:
                yield finding
