"""Writes moved goalposts to their files: the value in place, and the amendment about it."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction
from math import prod
from typing import Any

from okrcli.actions.amend.agreed import Agreed
from okrcli.actions.amend.in_place import EditedFile
from okrcli.actions.change import Change
from okrcli.actions.records import parse_record
from okrcli.actions.workspace import Workspace
from okrcli.checks.history.shown import goalpost_text
from okrcli.compute.as_of.undoing import CONVERTED, scale_value
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.history.message import build_message
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.model.kpi import KpiTarget
from okrcli.next_step import NextStep, StepKind


@frozen_dataclass
class Reason:
    """Since when something has changed, and why.

    Attributes:
        day: The first day on which it is.
        approved_by: Who agreed to it; `None` if not stated.
    """

    day: date
    why: str = ""
    approved_by: str | None = None

    @property
    def fields(self) -> dict[str, Any]:
        """The fields for the file."""
        approved = {"approved_by": self.approved_by} if self.approved_by else {}
        return {"date": self.day, "why": self.why, **approved}

    @property
    def notes(self) -> Sequence[str]:
        """The notes for the commit."""
        approved = f"Approved by {self.approved_by}." if self.approved_by else ""
        return [note for note in (self.why, approved) if note]


@frozen_dataclass
class Move:
    """One field that gets a new value.

    Attributes:
        was: What its file says; `None` where it says nothing, as *now*.
        factor: Of a unit, what one of the old is in the new one.
        is_converted: Whether the amendment of the unit says it.
        is_needed: Whether it needs an amendment although nobody is bound, for values to be read.
    """

    agreed: Agreed
    field: str
    was: Any
    now: Any
    factor: Fraction | None = None
    is_converted: bool = False
    is_needed: bool = False

    @property
    def was_text(self) -> str:
        """What it was, as a file says it."""
        return stated_text(self.agreed.value_of(self.was, self.field))

    @property
    def now_text(self) -> str:
        """What it is, as a file says it."""
        return stated_text(self.agreed.value_of(self.now, self.field))

    @property
    def name(self) -> str:
        """The field, in words."""
        return self.field.replace("_", " ")

    @property
    def key(self) -> str:
        """What an amendment calls the field."""
        return f"{self.agreed.prefix}{self.field}"

    def is_amended_on(self, day: date) -> bool:
        """Return whether an amendment of *day* is about the field."""
        return any(
            amendment.date == day and amendment.field == self.key
            for amendment in self.agreed.amendments
        )

    def _was_before(self, day: date) -> Any:
        """Return what it was before *day*: where the unit is another since, in the one before."""
        factors = [
            amendment.factor
            for amendment in self.agreed.amendments
            if amendment.date == day and amendment.factor
        ]
        if not factors or self.key not in CONVERTED or self.is_amended_on(day):
            return self.was
        return scale_value(self.was, 1 / prod(factors, start=Fraction(1)))

    def amendment(self, reason: Reason) -> Any:
        """Return the record that says it."""
        factor = {} if self.factor is None else {"factor": self.factor}
        said = {"field": self.key, "was": self._was_before(reason.day), "now": self.now}
        return self.agreed.amendment.model_validate({**reason.fields, **said, **factor})


def stated_text(value: Any) -> str:
    """Return *value* much as a file says it."""
    if isinstance(value, KpiTarget):
        aim = goalpost_text(value.value if value.range is None else value.range)
        return f"{aim} by {value.by}" if value.by else aim
    return "none" if value is None else goalpost_text(value)


def require_reason(agreed: Agreed, reason: Reason, today: date, grace: int) -> None:
    """Refuse a change of what binds without a reason, or long after its day.

    Raises:
        UsageError: There is no reason, or the day is too long ago.
    """
    if not agreed.binds_on(today):
        return
    require_why(agreed, reason)
    if reason.day > today:
        raise UsageError(f"{reason.day} is in the future: today is {today}.")
    if (today - reason.day).days > grace:
        raise UsageError(
            f"{reason.day} is more than {grace} days ago: a change is not dated back any further.",
            "Let it hold from today on; the reason can say when it was agreed.",
        )
    if agreed.since is not None and reason.day < agreed.since:
        raise UsageError(f"{agreed.ref} binds since {agreed.since}, which is after {reason.day}.")


def require_why(agreed: Agreed, reason: Reason) -> None:
    """Refuse a change without a reason, or with one that a file cannot have.

    Raises:
        UsageError: There is no reason, or a file cannot have it.
    """
    if not reason.why.strip():
        raise UsageError(
            f"Nothing says why {agreed.ref} is to be changed.", NextStep(StepKind.SAY_WHY)
        )
    parse_record(Withdrawal, reason.fields)


def require_order(moves: Sequence[Move], reason: Reason) -> None:
    """Refuse an amendment that is dated before one of the same field.

    Raises:
        UsageError: The amendment is dated before another one.
    """
    for move in moves:
        name = f"{move.agreed.prefix}{move.field}"
        days = [amendment.date for amendment in move.agreed.amendments if amendment.field == name]
        if days and max(days) > reason.day:
            raise UsageError(
                f"The {move.key} of {move.agreed.ref} was amended on {max(days)}, which is after"
                f" {reason.day}.",
                "Date the change on that day, or later.",
            )


def change_of(workspace: Workspace, moves: Sequence[Move], reason: Reason) -> Change:
    """Return *moves* written into their files.

    Raises:
        OkrError: A file cannot be changed in place.
    """
    files: dict[str, EditedFile] = {}
    for move in moves:
        agreed = move.agreed
        file = files.setdefault(agreed.path, EditedFile(workspace.root, agreed.path))
        file.put((*agreed.location, move.field), move.now)
        is_open = move.is_needed or agreed.binds_on(workspace.today)
        if is_open and not move.is_converted:
            file.append((*agreed.amended_at, "amendments"), move.amendment(reason))
    trailers = list(dict.fromkeys(move.agreed.trailer for move in moves))
    first = moves[0].agreed
    changed = [f"{move.name} {move.was_text} to {move.now_text}" for move in moves_of(first, moves)]
    items = [f"{first.ref} {changed[0]}", *changed[1:]]
    kind = "Amend" if first.binds_on(workspace.today) else "Change"
    return Change(
        writes=tuple(file.write for file in files.values()),
        message=build_message(kind, items, reason.notes, trailers),
        paths=tuple(files),
        lines=tuple(_lines(workspace, moves, reason)),
        is_exclusive=True,
    )


def _lines(workspace: Workspace, moves: Sequence[Move], reason: Reason) -> Iterator[str]:
    told = None
    for move in moves:
        if move.agreed is not told:
            told = move.agreed
            if told.binds_on(workspace.today):
                yield f"Amended {told.ref} from {reason.day} on:"
            else:
                yield f"Changed {told.ref}, which binds nobody yet:"
        yield f"  {move.name}: {move.now_text} (before: {move.was_text})"


def moves_of(agreed: Agreed, moves: Sequence[Move]) -> Sequence[Move]:
    """Return those of *moves* that are about *agreed*."""
    return [move for move in moves if move.agreed is agreed]
