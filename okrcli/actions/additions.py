"""Adds one thing to a workspace; it is checked before it is written."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from okrcli.actions.change import Change
from okrcli.actions.workspace import Workspace
from okrcli.checks import find_codes
from okrcli.checks.focus import Focus
from okrcli.checks.ignores import comments_in
from okrcli.checks.run import check, structure_findings
from okrcli.errors import OkrError
from okrcli.frozen import frozen_dataclass
from okrcli.history.message import build_message
from okrcli.model.causes import by_cause
from okrcli.model.finding import Finding, Severity
from okrcli.model.plan import Plan
from okrcli.next_step import NextStep, StepKind, steps_in, with_sentences
from okrcli.storage.files import Write
from okrcli.storage.workspace import plan_of

_OF_MEASURES = "KM"
"""The letters of the rules about what is measured, which do not judge wording."""

_OF_CHECKINS = "C"
"""The letter of the rules about check-ins."""


@frozen_dataclass
class Addition:
    """What is to be added.

    Attributes:
        what: What it is in words, as in `key result`.
        ref: With its cycle.
        shown: The lines that are added to the file.
        message: The message of the commit; without it, one that says what is added.
        beside: More of the same kind, added in the same commit.
    """

    what: str
    ref: str
    path: str
    write: Write
    shown: str
    message: str | None = None
    beside: tuple["Addition", ...] = ()

    @property
    def all(self) -> tuple["Addition", ...]:
        """This one and the others in the same commit."""
        return self, *self.beside

    @property
    def change(self) -> Change:
        """What is to be written."""
        refs = [addition.ref for addition in self.all]
        return Change(
            writes=tuple(addition.write for addition in self.all),
            message=self.message or build_message(f"Add {self.what}", refs),
            paths=tuple(addition.path for addition in self.all),
            lines=tuple(
                f"Added the {addition.what} {addition.ref} in {addition.path}."
                for addition in self.all
            ),
        )


@frozen_dataclass
class Proposal:
    """An addition that may be written.

    Attributes:
        shown: The lines that are added to the files.
        findings: What a check will report about it, and about its effects elsewhere.
        errors: The findings that are errors in how it is measured, unless it is a draft.
    """

    change: Change
    shown: tuple[str, ...]
    findings: tuple[Finding, ...]
    errors: tuple[Finding, ...] = ()

    def require_no_errors(self) -> None:
        """Refuse an addition that does not say how it is measured, or contradicts itself.

        Raises:
            OkrError: It has errors.
        """
        if self.errors:
            raise _refusal(self.errors, NextStep(StepKind.ADD_AS_DRAFT))


def propose(workspace: Workspace, addition: Addition) -> Proposal:
    """Return *addition* with the findings of the rules.

    Raises:
        OkrError: It would add errors to the workspace.
    """
    after = plan_with(workspace, addition.change)
    refuse_new_errors(workspace.plan, after)
    findings = tuple(new_findings(workspace.plan, after, workspace.today))
    return Proposal(
        change=addition.change,
        shown=tuple(_preview_lines(addition)),
        findings=findings,
        errors=tuple(_errors_of(addition, findings, after)),
    )


def _errors_of(addition: Addition, findings: Iterable[Finding], after: Plan) -> Iterator[Finding]:
    objectives = ((objective.path, objective.status) for objective in after.objectives)
    statuses = {**dict(objectives), **{kpi.path: kpi.status for kpi in after.kpis}}
    if statuses.get(addition.path) == "draft":
        return
    for finding in findings:
        is_error = finding.severity is Severity.ERROR and finding.rule.code[0] in _OF_MEASURES
        if is_error and finding.ref == addition.ref:
            yield finding


def plan_with(workspace: Workspace, change: Change) -> Plan:
    """Return the plan after *change*, without entries that have an error, as the own one is."""
    files = {path: (workspace.root / path).read_bytes() for path in workspace.plan.sources}
    new = {write.path.relative_to(workspace.root).as_posix(): write for write in change.writes}
    gone = {removal.path.relative_to(workspace.root).as_posix() for removal in change.removals}
    left = {path: content for path, content in files.items() if path not in gone}
    return workspace.judge(
        plan_of({**left, **{path: write.content for path, write in new.items()}}, workspace.plan)
    )


def _preview_lines(addition: Addition) -> Iterator[str]:
    for part in addition.all:
        yield ""
        yield from part.shown.splitlines()


def refuse_new_errors(
    before: Plan, after: Plan, as_before: Callable[[str], str] = lambda text: text
) -> None:
    """Refuse a change that makes *after* of the plan *before*, where it brings errors.

    Args:
        before: The plan as it is.
        after: The plan as it would be.
        as_before: Gives the names of before in a text with those of after.

    Raises:
        OkrError: It brings some.
    """
    known = {_without_place(finding) for finding in structure_findings(before)}
    new = [
        finding
        for finding in structure_findings(after)
        if finding.severity is Severity.ERROR
        and tuple(map(as_before, _without_place(finding))) not in known
    ]
    if new:
        raise _refusal(by_cause(new))


def _refusal(findings: Sequence[Finding], *steps: NextStep) -> OkrError:
    lines = [with_sentences(finding.message, [finding.hint]) for finding in findings]
    found = (*steps_in(finding.hint for finding in findings), *steps)
    return OkrError("Nothing was written, because it would be wrong:", *found, details=lines)


def _without_place(finding: Finding) -> tuple[str, str, str]:
    return finding.place.path, finding.rule.code, finding.message


def new_findings(before: Plan, after: Plan, day: date) -> Iterator[Finding]:
    """Yield what a check will report about the addition and its effects elsewhere.

    New items have no check-ins yet, so findings about that are left out.
    """
    from okrcli.checks.titles import Titles  # noqa: PLC0415  only this reads titles

    # Nearly all titles are the same, and reading them takes longer than all else.
    focus = Focus.of(before, after)
    reader = Titles.of(before.settings) if before.settings == after.settings else None
    # Whether a comment silences something is only known when its rules have run.
    needless = () if _silence_checkins(before, after) else (_OF_CHECKINS,)
    found = check(before, day, ignore=needless, reader=reader, focus=focus)
    known = {_without_place(finding) for finding in found}
    for finding in check(after, day, ignore=needless, reader=reader, focus=focus):
        if _without_place(finding) not in known and finding.rule.code[0] != _OF_CHECKINS:
            yield finding


def _silence_checkins(*plans: Plan) -> bool:
    """Return whether a comment in *plans* silences rules about check-ins."""
    comments = {comment for plan in plans for comment in comments_in(plan)}
    names = {name for comment in comments for name in comment.codes}
    return any(code[0] == _OF_CHECKINS for name in names for code in find_codes(name))
