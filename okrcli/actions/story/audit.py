"""Whether a workspace's history was kept: what the rules of letter H find, by which commit."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime
from functools import cached_property
from pathlib import Path

from okrcli.actions.check.past import agreed_past, past_of
from okrcli.actions.check.past_files import PastRequest, horizon_of
from okrcli.actions.check.scope import require_all_files
from okrcli.actions.story.agreement import Agreement, Agreements, How
from okrcli.actions.story.agreement_lines import agreement_lines
from okrcli.actions.story.cycle_moves import CycleMoves
from okrcli.actions.story.origins import Origins
from okrcli.actions.story.signed import signature_lines
from okrcli.actions.story.standing import still_holds
from okrcli.actions.story.story import StoryTelling
from okrcli.actions.story.unapproved import approved_amendments, unapproved_lines
from okrcli.actions.story.workspace_history import WorkspaceHistory
from okrcli.checks import RULE_NAMES
from okrcli.checks.past import Past
from okrcli.checks.run import judge
from okrcli.frozen import frozen_dataclass
from okrcli.garbage import without_garbage_collection
from okrcli.model.finding import Finding, Severity, Silencer
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.people import AddressBook
from okrcli.model.plan import Plan
from okrcli.storage.cache.folder import CacheFolder
from okrcli.storage.cache.parsed_files import past_files
from okrcli.storage.layout import SETTINGS_FILE
from okrcli.storage.workspace import load_plan
from okrcli.views.audit import Audit, AuditLine, VerifiedCounts
from okrcli.views.story import Event, EventKind

_RULES = ("H", *(code for code in ("R408",) if code in RULE_NAMES))
"""The rules that compare the files with their past."""

_BINDING = frozenset({"active", "closed"})


def audit_of(
    root: Path, day: date, now: datetime | None = None, cache: CacheFolder | None = None
) -> Audit:
    """Return what the history of the workspace *root* says of what was recorded and agreed.

    Args:
        root: The workspace's folder.
        day: The day to look at.
        now: By the clock, which tells dates of commits that cannot be; else the day tells.
        cache: Where is kept what its files were found to hold; `None` for nowhere.

    Raises:
        OkrError: There is no history, git cannot read it, or files are not checked out.
    """
    require_all_files(root)
    with without_garbage_collection():
        plan = load_plan(root, cache=cache)
        with past_files(cache, root) as reader:
            request = PastRequest(root, plan, day, None, horizon_of(day, now), reader=reader)
            return _Auditing(WorkspaceHistory.open(request, checkins=False), request).audit()


@frozen_dataclass
class _Auditing:
    """An audit of a history."""

    history: WorkspaceHistory
    request: PastRequest

    def audit(self) -> Audit:
        """Return what was found, and how much was in order."""
        findings = [*self._findings()]
        lines = [self._line(finding, is_silenced=by is not None) for finding, by in findings]
        told = {finding.ref for finding, _ in findings if finding.rule.code == "H806"}
        agreements = [*self._agreements()]
        lines += agreement_lines(agreements, told)
        lines += self._put_back(findings)
        plan = self.request.plan
        lines += unapproved_lines(plan, self._events, self._origins.present_ref)
        lines += _unknown_people(plan)
        signed = signature_lines(self.history)
        lines += signed.lines
        verified = self._count_verified([finding for finding, _ in findings], agreements)
        lines.sort(key=lambda line: ([*Severity].index(line.severity), line.path, line.message))
        return Audit(
            self.request.plan.settings.name,
            self.request.day,
            tuple(lines),
            replace(verified, signatures=signed.counts),
        )

    def _findings(self) -> Iterator[tuple[Finding, Silencer | None]]:
        """Yield what the rules find today, and of cycles that are over on their last day."""
        today = [*_judge(self.request.plan, self.request.day, self._past, _RULES)]
        yield from today
        # A year holds the last days of its quarters, too.
        told = {finding for finding, _ in today}
        # Who checked in what is no question of the day.
        names = tuple(_renamed_kpis(self.request.plan))
        plan = replace(self.request.plan, checkins=(), kpis=names, refused=(), findings=())
        for end in self._ends:
            request = replace(self.request, plan=plan, day=end)
            past = agreed_past(self.history.repository, self.history.files, request)
            for finding, silencer in _judge(plan, end, past, ("H801",)):
                if finding not in told:
                    told.add(finding)
                    yield finding, silencer

    @cached_property
    def _past(self) -> Past:
        history = self.history
        known = history.contents.raw
        return past_of(history.repository, history.files, self.request, known=known)

    @cached_property
    def _ends(self) -> Sequence[date]:
        """The last days of the cycles that are over."""
        ends = {cycle.end for cycle in self.request.plan.cycles if cycle.end}
        return sorted(end for end in ends if end < self.request.day)

    @cached_property
    def _events(self) -> Sequence[Event]:
        return StoryTelling(self.history).definitions(self._past.first_readings)

    @cached_property
    def _origins(self) -> Origins:
        return Origins(
            self.request.plan,
            self._events,
            self.history.checkins,
            self.history.files.commits,
            self.history.authors,
            CycleMoves(self.history.repository, self.history.files.commits),
            self._past.contributions,
        )

    def _line(self, finding: Finding, *, is_silenced: bool) -> AuditLine:
        path = finding.place.path
        return AuditLine(
            Severity.INFO if is_silenced else finding.severity,
            finding.message,
            finding.hint,
            finding.rule.code,
            finding.ref,
            path,
            None if path in self.history.files.dirty else self._origins.commit_of(finding),
            is_silenced=is_silenced,
        )

    def _put_back(self, findings: Iterable[tuple[Finding, Silencer | None]]) -> Iterator[AuditLine]:
        """Yield what changed in silence, and which no rule finds."""
        origins, known = self._origins, [finding for finding, _ in findings]
        told = {id(origins.event_of(finding)) for finding in known if finding.ref}
        found = {origins.present_ref(f.ref) for f in known if f.ref and f.rule.code == "H801"}
        for event in self._events:
            if event.is_silent and id(event) not in told:
                ref = origins.present_ref(event.ref)
                if ref not in found:
                    is_so = still_holds(self.request.plan, ref, event, origins.by_ref[ref])
                    severity = Severity.WARNING if is_so else Severity.INFO
                    yield _of_event(severity, event)
        rewritten = {finding.place.path.rpartition("/")[2] for finding in known}
        checkins = self.history.checkins
        for change in checkins.changes({*checkins.rewritten}):
            is_rewrite = change.kind in {EventKind.CHECKIN_EDITED, EventKind.CHECKIN_DELETED}
            if is_rewrite and change.file[0].rpartition("/")[2] not in rewritten:
                commit = self.history.authors.commit(change.entry)
                event = Event(change.kind, commit, change.id, change.file[0], is_silent=True)
                yield _of_event(Severity.INFO, event)

    def _agreements(self) -> Iterator[tuple[Objective, Agreement]]:
        files = self.history.files
        agreements = Agreements(
            self._origins.by_ref, files.log, files.head, self.history.authors, files.before_rules
        )
        for objective in self.request.plan.objectives_by_ref.values():
            if objective.status in _BINDING and (found := agreements.of(objective)):
                yield objective, found

    def _count_verified(
        self, findings: Sequence[Finding], agreements: Sequence[tuple[Objective, Agreement]]
    ) -> VerifiedCounts:
        plan, files = self.request.plan, self.history.files
        rewritten = {f.place.path for f in findings if f.rule.code == "H802"}
        moved = {f.ref for f in findings if f.rule.code == "H801"}
        committed = self._past.committed.keys()
        kept = {checkin.path for checkin in plan.checkins if checkin.path in committed} - rewritten
        hows = Counter(agreement.how for _, agreement in agreements)
        return VerifiedCounts(
            commits=len(files.commits),
            checkins=len(kept),
            definitions=len(set(_binding_refs(plan)) - moved),
            amendments=approved_amendments(plan),
            by_approval=hows[How.APPROVAL],
            by_merge=hows[How.MERGE],
        )


def _unknown_people(plan: Plan) -> Iterator[AuditLine]:
    """Yield that nobody can tell who recorded what, where okr.yaml gives nobody an address."""
    if plan.checkins and not AddressBook.of(plan.settings.people).owners:
        message = f"{SETTINGS_FILE} gives nobody an address, so git cannot tell who recorded what."
        hint = "Give people their `email` under `people` there."
        yield AuditLine(Severity.INFO, message, hint, path=SETTINGS_FILE)


def _of_event(severity: Severity, event: Event) -> AuditLine:
    return AuditLine(severity, ref=event.ref, path=event.path, commit=event.commit, event=event)


def _judge(
    plan: Plan, day: date, past: Past, select: Sequence[str]
) -> Iterator[tuple[Finding, Silencer | None]]:
    verdict = judge(plan, day, select=select, past=past)
    yield from ((finding, None) for finding in verdict.findings)
    for silencer, finding in verdict.silenced:
        if finding.rule.code.startswith("H"):
            yield finding, silencer


def _renamed_kpis(plan: Plan) -> Iterator[Kpi]:
    """Yield the KPIs that had other names, by which key results named them; they bind nobody."""
    for kpi in plan.kpis:
        if kpi.formerly:
            yield kpi.model_copy(update={"status": "draft"})


def _binding_refs(plan: Plan) -> Iterator[str]:
    for objective in plan.objectives:
        if objective.status in _BINDING:
            yield objective.ref
            yield from (objective.ref_of(key_result) for key_result in objective.key_results)
    yield from (kpi.id for kpi in plan.kpis if kpi.status == "active")
