"""A unit that is another with a factor: what is in it goes along, exactly where decimals can."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from fractions import Fraction

from okrcli.actions.amend.agreed import Agreed, of_key_result
from okrcli.actions.amend.moves import Move
from okrcli.actions.workspace import Workspace
from okrcli.compute.as_of.retracted import without_retracted
from okrcli.compute.as_of.undoing import CONVERTED, is_exact, scale_value, with_numbers
from okrcli.compute.rounding import number_text
from okrcli.compute.timeline import Timeline
from okrcli.errors import UsageError
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi

_DIGITS = 6
"""The digits of a number with endless decimals."""


def converted_moves(
    workspace: Workspace, moves: Sequence[Move], factor: Fraction, since: date
) -> Iterator[Move]:
    """Yield *moves*, one of them of a unit, with all that moves because of it.

    An amendment of its own says what cannot be said exactly, and what another amendment would
    convert wrongly: the numbers of key results without a unit of their own.

    Args:
        workspace: Knows the key results that a KPI feeds.
        moves: Of one thing; what they say themselves is not converted.
        factor: What one old unit is in the new one.
        since: The first day on which values are in the new one.

    Raises:
        UsageError: The values of a key result are a KPI's, or there is one of that day already.
    """
    agreed = moves[0].agreed
    if isinstance(agreed.record, KeyResult) and agreed.record.kpi:
        raise UsageError(
            f"{agreed.ref} takes its values from the KPI {agreed.record.kpi}, in its unit.",
            f"Amend the unit of {agreed.record.kpi}: the key results that it feeds go along.",
        )
    has_values = _last_value(workspace, agreed, since) is not None
    stated = {move.field for move in moves}
    for move in moves:
        is_unit = move.field == "unit"
        yield replace(move, factor=factor, is_needed=has_values) if is_unit else move
    yield from _numbers(agreed, factor, since, leave_out=stated)
    if isinstance(agreed.record, Kpi):
        [unit] = [move for move in moves if move.field == "unit"]
        for fed in _fed_by(workspace, agreed.record):
            yield from _fed_moves(fed, unit, factor, since)


def followed_moves(workspace: Workspace, moves: Sequence[Move]) -> Iterator[Move]:
    """Yield *moves*, and the unit of key results that state that of their KPI, which has moved."""
    yield from moves
    for move in moves:
        if move.field == "unit" and isinstance(move.agreed.record, Kpi):
            for fed in _fed_by(workspace, move.agreed.record):
                if (own := fed.stated_value("unit")) is not None and own == move.was:
                    yield Move(fed, "unit", own, move.now)


def left_remarks(workspace: Workspace, kpi: Kpi, unit: str) -> Iterator[str]:
    """Yield what stays as it is where *kpi* is not in *unit* any more: plans, and formulas."""
    plan = workspace.plan
    for improvement in plan.improvements:
        if improvement.closed is None and improvement.kpi == kpi.id:
            goal = number_text(improvement.goal.value)
            yield f"The goal of the improvement plan {improvement.id} is still {goal}, in {unit}."
    computed = [other.id for other in plan.kpis_by_id.values() if kpi.id in _names_in(other)]
    if computed:
        yield f"Computed from its values, which are others now: {', '.join(computed)}."


def _names_in(kpi: Kpi) -> Collection[str]:
    return re.findall(r"[a-z][a-z0-9_]*", kpi.formula or "")


def _last_value(workspace: Workspace, agreed: Agreed, since: date) -> date | None:
    """Return the day of the last value; `None` where there is none.

    Raises:
        UsageError: It is of the day *since* or later: in the old unit, and would be taken for one
            in the new unit.
    """
    timeline = Timeline.of(without_retracted(workspace.plan))
    entries = timeline.key_results.get(agreed.ref, ())
    days = [item.day for item in entries if item.content.value is not None]
    if isinstance(agreed.record, Kpi):
        days = [block.day for block in timeline.all_of_kpi(agreed.ref).blocks]
    last = max(days, default=None)
    if last is not None and last >= since:
        raise UsageError(
            f"{agreed.ref} has a value of {last} already, which would be taken for one in the new"
            " unit.",
            "Change the unit on a later day, or retract that value first.",
        )
    return last


def _fed_moves(agreed: Agreed, unit: Move, factor: Fraction, since: date) -> Iterator[Move]:
    own = agreed.stated_value("unit")
    if own == unit.now:
        return
    if own is not None:
        yield Move(agreed, "unit", own, unit.now, factor)
    yield from _numbers(agreed, factor, since, has_unit=own is not None)


def _fed_by(workspace: Workspace, kpi: Kpi) -> Iterator[Agreed]:
    """Yield the key results that *kpi* feeds and that are not over."""
    plan = workspace.plan
    for objective in plan.objectives_by_ref.values():
        cycle = plan.cycle(objective.cycle)
        is_over = cycle is None or (cycle.end is not None and cycle.end < workspace.today)
        for key_result in objective.key_results:
            if is_over or objective.status not in {"draft", "active"} or key_result.dropped:
                continue
            if key_result.kpi and plan.kpi(key_result.kpi).id == kpi.id and key_result.is_numeric:
                yield of_key_result(plan, objective, key_result)


def _numbers(
    agreed: Agreed,
    factor: Fraction,
    since: date,
    *,
    has_unit: bool = True,
    leave_out: Collection[str] = (),
) -> Iterator[Move]:
    fields = [name for name in CONVERTED if name in agreed.names and name not in leave_out]
    for field in fields:
        was = agreed.stated_value(field)
        now = None if was is None else scale_value(was, factor)
        if now is None or now == was:
            continue
        is_whole = is_exact(was, factor)
        move = Move(agreed, field, was, now if is_whole else with_numbers(now, _round))
        is_converted = is_whole and has_unit and not move.is_amended_on(since)
        yield replace(move, is_converted=is_converted)


def _round(number: Decimal) -> Decimal:
    return round(number, _DIGITS - 1 - number.adjusted()) if number else number
