"""Amends what was agreed: other goalposts, from a day on and for a reason."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from pydantic import ValidationError

from okrcli.actions.additions import new_findings, plan_with, refuse_new_errors
from okrcli.actions.amend.agreed import Agreed
from okrcli.actions.amend.effects import effect_lines
from okrcli.actions.amend.goalposts import NOTHING, TARGET_BY, all_goalposts
from okrcli.actions.amend.kpi_target import with_typed_target
from okrcli.actions.amend.moves import (
    Move,
    Reason,
    change_of,
    moves_of,
    require_order,
    require_reason,
    require_why,
)
from okrcli.actions.amend.units import converted_moves, followed_moves, left_remarks
from okrcli.actions.change import Change
from okrcli.actions.new.key_result import NameOf
from okrcli.actions.workspace import Workspace
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.model.changes.factor import as_factor
from okrcli.model.finding import Finding
from okrcli.model.kpi import Kpi
from okrcli.storage.records.sentences import predicate


@frozen_dataclass
class AmendmentResult:
    """The change to write, and what is worth knowing about it.

    Attributes:
        findings: What a check is going to say that it does not say yet.
    """

    change: Change
    remarks: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def amend_all(
    workspace: Workspace,
    agreed: Agreed,
    texts: Mapping[str, str],
    reason: Reason,
    *,
    factor: str = "",
    name_of: NameOf,
) -> AmendmentResult:
    """Return new goalposts of *agreed*; before it is binding, they change without an amendment.

    Args:
        workspace: Where it is.
        agreed: What is amended.
        texts: What was typed, by field; `none` for a field to be emptied.
        reason: Since when, and why.
        factor: How many new units make one old unit, as in `1/60`; values in the unit are
            converted.
        name_of: Returns the front end's name of a field.

    Raises:
        OkrError: The value is invalid or unchanged; nothing is changed.
    """
    _require_goalposts(agreed, texts, name_of)
    moves = [*_moves(agreed, texts, name_of)]
    if factor:
        moves = [*converted_moves(workspace, moves, _factor(factor, moves), reason.day)]
    else:
        moves = [*followed_moves(workspace, moves)]
    grace = workspace.plan.settings.checkin.grace_days
    if any(move.is_needed for move in moves):
        require_why(agreed, reason)
    require_reason(agreed, reason, workspace.today, grace)
    require_order([move for move in moves if move.agreed.binds_on(workspace.today)], reason)
    change = change_of(workspace, moves, reason)
    after = plan_with(workspace, change)
    refuse_new_errors(workspace.plan, after)
    effects = effect_lines(workspace, after, [move.agreed.ref for move in moves], change.paths)
    told = replace(change, lines=(*change.lines, *effects))
    remarks = tuple(_remarks(workspace, moves, factor))
    return AmendmentResult(
        told, remarks, tuple(new_findings(workspace.plan, after, workspace.today))
    )


def values_of(agreed: Agreed, texts: Mapping[str, str], name_of: NameOf) -> dict[str, Any]:
    """Return the values of goalposts that *texts* say, by field; `None` for an empty one.

    Raises:
        UsageError: One cannot be read, or is no value of its field.
    """
    unit = texts.get("unit", agreed.unit)
    rest = dict(texts)
    values: dict[str, Any] = {}
    if isinstance(agreed.record, Kpi) and rest.keys() & {"target", TARGET_BY}:
        values["target"] = with_typed_target(agreed.record.target, texts, unit)
        rest = {name: text for name, text in rest.items() if name not in {"target", TARGET_BY}}
    for field, text in rest.items():
        values[field] = None if text == NOTHING else _value(agreed, field, text, unit, name_of)
    return values


def _require_goalposts(agreed: Agreed, texts: Mapping[str, str], name_of: NameOf) -> None:
    known = [*agreed.names, *([TARGET_BY] if isinstance(agreed.record, Kpi) else [])]
    listed = ", ".join(name_of(field) for field in known)
    if not texts:
        raise UsageError(f"Nothing says what to amend of {agreed.ref}.", f"Give {listed}.")
    for field in texts:
        if field not in known:
            raise UsageError(
                f"{name_of(field)} does not go with {agreed.ref},"
                f" which is {agreed.kind_with_article}.",
                f"What can be amended of it: {listed}.",
            )


def _moves(agreed: Agreed, texts: Mapping[str, str], name_of: NameOf) -> Iterator[Move]:
    for field, now in values_of(agreed, texts, name_of).items():
        was = agreed.stated_value(field)
        if agreed.value_of(was, field) == agreed.value_of(now, field):
            text = Move(agreed, field, was, now).now_text
            raise UsageError(f"The {field} of {agreed.ref} is {text} already.")
        yield Move(agreed, field, was, now)


def _value(agreed: Agreed, field: str, text: str, unit: str | None, name_of: NameOf) -> Any:
    try:
        value = all_goalposts()[field].read(text, unit)
        return agreed.amendment.read_value(f"{agreed.prefix}{field}", value)
    except UsageError as error:
        raise UsageError(f"{name_of(field)}: {error.message}", *error.hints) from None
    except ValidationError as error:
        problem = error.errors(include_input=False, include_url=False)[0]
        raise UsageError(f"{name_of(field)}: '{text}' {predicate(problem, ...)}.") from None


def _factor(text: str, moves: Sequence[Move]) -> Any:
    units = [move for move in moves if move.field == "unit"]
    if not units or None in (units[0].was, units[0].now):
        raise UsageError(
            "A factor goes from one unit to another one, and nothing says to which.",
            "Give the new unit, too.",
        )
    try:
        return as_factor(text)
    except ValueError:
        raise UsageError(f"'{text}' is not a factor above 0.", "Write 60 or 1/60.") from None


def _remarks(workspace: Workspace, moves: Sequence[Move], factor: str) -> Iterator[str]:
    own = moves_of(moves[0].agreed, moves)
    units = [move for move in own if move.field == "unit" and move.was is not None]
    for move in units:
        if not factor:
            yield (
                f"Values of {move.agreed.ref} from before stay in {move.was}. A factor converts"
                " them; it is 1 where the unit is only called otherwise."
            )
        if isinstance(move.agreed.record, Kpi):
            yield from left_remarks(workspace, move.agreed.record, move.was)
