"""Retracts a check-in, or what it says of one thing, by a check-in that says so."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from okrcli.actions.change import Change
from okrcli.actions.checkin.header import CheckinHeader
from okrcli.actions.records import parse_record
from okrcli.actions.retract.named import checkin_named, require_erased
from okrcli.actions.retract.outcome import names_of, outcome_lines
from okrcli.actions.retract.parts import Part, parts_named, parts_of
from okrcli.actions.saving import new_file
from okrcli.actions.workspace import Workspace
from okrcli.compute.rounding import listed_text
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.history.message import build_message
from okrcli.model.checkin import CheckIn, Retraction
from okrcli.model.plan import Plan
from okrcli.next_step import NextStep, StepKind
from okrcli.storage.writing import checkin_bytes


@frozen_dataclass
class RetractionRequest:
    """Who retracts something, when, and why; for another person's check-in a reason is required."""

    by: str
    recorded: datetime
    why: str = ""


def retract(
    workspace: Workspace, name: str, ref: str | None, retracting: RetractionRequest
) -> Change:
    """Return that the check-in called *name* does not count, or only what it says of *ref*.

    Raises:
        OkrError: It says nothing of it, is retracted already, or is another's without a reason.
    """
    plan = workspace.plan
    checkin = checkin_named(plan, name)
    if checkin.by != retracting.by and not retracting.why:
        raise UsageError(
            f"{checkin.id} is a check-in of {checkin.by}, so retracting it needs a reason.",
            NextStep(StepKind.SAY_WHY),
        )
    parts = _parts(plan, checkin, ref)
    about: list[Mapping[str, Any]] = [{}] if ref is None else [part.fields for part in parts]
    void = _checkin(workspace, checkin.id, about, retracting)
    names = names_of(plan, parts or _parts_retracted_by(plan, checkin))
    after = plan.with_checkins((*plan.checkins, void))
    otherwise = "what it retracted counts again" if checkin.retracted else "all of it"
    said = listed_text([part.label for part in parts]) or otherwise
    lines = (f"Retracted {checkin.id}: {said}.", *outcome_lines(workspace, after, names))
    of = "" if ref is None else f"{', '.join(dict.fromkeys(part.ref for part in parts))} of "
    trailers = [("OKR-Key-Result", name) for name in names if "/" in name]
    return _change(
        workspace, void, _message(f"{of}{checkin.id}", void, retracting, trailers), lines
    )


def retract_erased(workspace: Workspace, name: str, retracting: RetractionRequest) -> Change:
    """Return that the file of the check-in called *name* was deleted for good.

    Raises:
        UsageError: It is still there, *name* is none, or nothing says why.
    """
    id_ = require_erased(workspace.plan, name)
    if not retracting.why:
        raise UsageError(
            f"Nothing says why {id_} was deleted for good.", NextStep(StepKind.SAY_WHY)
        )
    if _is_erased(workspace.plan, id_):
        raise UsageError(f"{id_} is recorded as deleted already. Nothing was written.")
    void = _checkin(workspace, id_, [{"erased": True}], retracting)
    line = f"Recorded that {id_} was deleted for good."
    return _change(workspace, void, _message(id_, void, retracting), [line])


def _parts(plan: Plan, checkin: CheckIn, ref: str | None) -> Sequence[Part]:
    """Return what is to be retracted and counts until now.

    Raises:
        UsageError: Nothing of it counts any more.
        UnknownReferenceError: The check-in says nothing of *ref*.
    """
    parts = parts_of(plan, checkin) if ref is None else parts_named(plan, checkin, ref)
    left = [part for part in parts if not part.is_void]
    if not left and (parts or _is_retracted(plan, checkin.id)):
        what = checkin.id if ref is None else f"What {checkin.id} says of {ref}"
        raise UsageError(f"{what} is retracted already. Nothing was written.")
    return left


def _is_retracted(plan: Plan, id_: str) -> bool:
    return any(
        retraction.checkin == id_ and retraction.is_whole
        for checkin in plan.checkins
        for retraction in checkin.retracted
    )


def _is_erased(plan: Plan, id_: str) -> bool:
    return any(
        retraction.checkin == id_ and retraction.erased
        for checkin in plan.checkins
        for retraction in checkin.retracted
    )


def _parts_retracted_by(plan: Plan, checkin: CheckIn) -> Sequence[Part]:
    names = {retraction.checkin for retraction in checkin.retracted}
    return [part for other in plan.checkins if other.id in names for part in parts_of(plan, other)]


def _checkin(
    workspace: Workspace,
    id_: str,
    about: Sequence[Mapping[str, Any]],
    retracting: RetractionRequest,
) -> CheckIn:
    header = CheckinHeader(workspace.today, retracting.by)
    why = {"why": retracting.why} if retracting.why else {}
    retracted = tuple(
        parse_record(Retraction, {"checkin": id_, **fields, **why}) for fields in about
    )
    return header.checkin((), retracting.recorded).model_copy(update={"retracted": retracted})


def _message(
    what: str,
    void: CheckIn,
    retracting: RetractionRequest,
    trailers: Sequence[tuple[str, str]] = (),
) -> str:
    trailers = [("OKR-Checkin", void.id), *trailers]
    return build_message("Retract", [what], [retracting.why], trailers)


def _change(workspace: Workspace, void: CheckIn, message: str, lines: Iterable[str]) -> Change:
    return Change(
        writes=(new_file(workspace.root, void.path, checkin_bytes(void)),),
        message=message,
        paths=(void.path,),
        lines=(*lines, f"Recorded in {void.path}."),
    )
