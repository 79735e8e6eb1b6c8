"""Adds one thing to a workspace: judged first, then written and committed."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from okrcli.actions.change import Change
from okrcli.checks.run import check, structure_findings
from okrcli.cli.messages import remark
from okrcli.cli.options import Invocation
from okrcli.cli.prompts import confirm
from okrcli.cli.saving import open_saver
from okrcli.errors import OkrError
from okrcli.history.message import build_message
from okrcli.model.finding import Finding, Severity
from okrcli.model.plan import Plan
from okrcli.storage.files import Write
from okrcli.storage.workspace import plan_of

_OF_CHECKINS = "C"
"""The letter of the rules about check-ins."""


@dataclass(frozen=True, slots=True)
class Addition:
    """What is to be added.

    Attributes:
        what: In words, as in `key result`.
        ref: With its cycle.
        shown: The lines that come to stand in the file.
        message: Of the commit; without it, one that says what is added.
        beside: More of the same kind, to be added in the same commit.
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
        """This one, and those beside it."""
        return self, *self.beside


@dataclass(frozen=True, slots=True)
class Adding:
    """How to add: where, whether to ask before, whether to commit, and to push that."""

    invocation: Invocation
    plan: Plan
    ask: bool
    commit: bool
    push: bool = False

    def add(self, addition: Addition) -> bool:
        """Say what the rules think of *addition*, then write and commit it; whether it was wanted.

        Raises:
            OkrError: It would bring errors into the workspace.
        """
        after = self._plan_with(addition)
        _refuse_new_errors(self.plan, after)
        if self.ask:
            _show(addition)
        _tell(_news(self.plan, after, self.invocation.today))
        places = ", ".join(each.path for each in addition.all)
        if self.ask and not confirm(f"Add this to {places}?"):
            remark("Nothing was written.")
            return False
        saver = open_saver(self.invocation.root(), commit=self.commit, push=self.push)
        refs = [each.ref for each in addition.all]
        message = addition.message or build_message(f"Add {addition.what}", refs)
        saver.save(
            Change(tuple(each.write for each in addition.all), message),
            (f"Added the {each.what} {each.ref} in {each.path}." for each in addition.all),
        )
        return True

    def _plan_with(self, addition: Addition) -> Plan:
        root = self.invocation.root()
        files = {path: (root / path).read_bytes() for path in self.plan.sources}
        return plan_of({**files, **{each.path: each.write.content for each in addition.all}})


def _show(addition: Addition) -> None:
    for each in addition.all:
        remark()
        for line in each.shown.splitlines():
            remark(line)


def _refuse_new_errors(before: Plan, after: Plan) -> None:
    known = {_without_place(each) for each in structure_findings(before)}
    new = [
        each
        for each in structure_findings(after)
        if each.severity is Severity.ERROR and _without_place(each) not in known
    ]
    if new:
        lines = [" ".join(filter(None, (each.message, each.hint))) for each in new]
        raise OkrError("Nothing was written, because it would be wrong:", details=lines)


def _without_place(finding: Finding) -> tuple[str, str, str]:
    return finding.place.path, finding.rule.code, finding.message


def _news(before: Plan, after: Plan, day: date) -> list[Finding]:
    """Return what `okr check` is going to say, of the addition and of what it changes elsewhere.

    That nobody has checked in what is only just there goes without saying.
    """
    known = {_without_place(each) for each in check(before, day)}
    return [
        each
        for each in check(after, day)
        if _without_place(each) not in known and each.rule.code[0] != _OF_CHECKINS
    ]


def _tell(news: Iterable[Finding]) -> None:
    found = list(news)
    remark("`okr check` will say:" if found else "`okr check` finds nothing wrong in it.")
    for each in found:
        said = f"{each.severity} {each.rule.code} {each.rule.name}: {each.message} {each.hint}"
        remark(f"  {said.rstrip()}")
