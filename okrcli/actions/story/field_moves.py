"""Which fields of a definition a commit changed, and which of them had to be amended."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from okrcli.checks.history.amended import AnyAmendment, apply_amendments
from okrcli.model.base import OkrModel
from okrcli.views.story import FieldMove

_ELSEWHERE = frozenset(
    {
        "path",
        "id",
        "cycle",
        "status",
        "key_results",
        "steps",
        "approved_by",
        "amendments",
        "formerly",
        "dropped",
        "cancelled",
        "closing",
        "carried_from",
    }
)
"""The fields of which a change is an event of its own kind."""


class FieldMoves(NamedTuple):
    """The fields that changed without an amendment.

    Attributes:
        goalposts: Those that move by an amendment only.
        others: Those that anybody may change.
    """

    goalposts: tuple[FieldMove, ...] = ()
    others: tuple[FieldMove, ...] = ()


def moves_between(
    before: OkrModel, now: OkrModel, amendments: Sequence[AnyAmendment]
) -> FieldMoves:
    """Return what changed from *before* to *now*, but for what new *amendments* say."""
    found = [move for move in _moves(before, now) if not _is_amended(move, before, amendments)]
    if not found:  # as of nearly all: a commit changes few things
        return FieldMoves()
    fixed = {*goalposts_of(before), *goalposts_of(now), "type", "added"}
    return FieldMoves(
        tuple(move for move in found if move.field in fixed or move.field.startswith("steps.")),
        tuple(move for move in found if move.field not in fixed and move.field[:6] != "steps."),
    )


def goalposts_of(record: OkrModel) -> Sequence[str]:
    """Return the fields of *record* that move by an amendment only."""
    stated: Sequence[str] = type(record).goalposts()  # type: ignore[attr-defined]  # of definitions
    return stated


def _moves(before: OkrModel, now: OkrModel) -> Iterator[FieldMove]:
    for name in _fields_to_compare(type(before), type(now)):
        was, is_now = getattr(before, name, None), getattr(now, name, None)
        if was != is_now:
            yield FieldMove(name, was, is_now)
    yield from _step_moves(before, now)


@cache
def _fields_to_compare(before: type[OkrModel], now: type[OkrModel]) -> Sequence[str]:
    """Return the fields of both that are compared one by one."""
    names = dict.fromkeys((*before.model_fields, *now.model_fields))
    return tuple(name for name in names if name not in _ELSEWHERE)


def _step_moves(before: OkrModel, now: OkrModel) -> Iterator[FieldMove]:
    """Yield how steps that were there before have changed; `None` is now what is gone."""
    steps = {step.id: step for step in getattr(now, "listed_steps", ())}
    for step in getattr(before, "listed_steps", ()):
        if (new := steps.get(step.id)) is None:
            yield FieldMove(f"steps.{step.id}", step.title, None)
            continue
        for name in ("due", "weight", "added"):
            if getattr(step, name) != getattr(new, name):
                yield FieldMove(f"steps.{step.id}.{name}", getattr(step, name), getattr(new, name))


def _is_amended(move: FieldMove, before: OkrModel, amendments: Sequence[AnyAmendment]) -> bool:
    if move.field == "measure_by":
        return any(amendment.field == "baseline" for amendment in amendments)
    fields = type(before).model_fields
    absent = fields[move.field].default if move.field in fields else None
    reached = apply_amendments(move.was, move.field, amendments, absent)
    return bool(reached == move.now)
