"""Which fields of a definition a commit changed, and which of them had to be amended."""

from collections.abc import Iterator, Sequence
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
    fixed = {*goalposts_of(before), *goalposts_of(now), "type", "added"}
    found = [move for move in _moves(before, now) if not _is_amended(move, before, amendments)]
    return FieldMoves(
        tuple(move for move in found if move.field in fixed or move.field.startswith("steps.")),
        tuple(move for move in found if move.field not in fixed and move.field[:6] != "steps."),
    )


def goalposts_of(record: OkrModel) -> Sequence[str]:
    """Return the fields of *record* that move by an amendment only."""
    stated: Sequence[str] = type(record).goalposts()  # type: ignore[attr-defined]  # of definitions
    return stated


def _moves(before: OkrModel, now: OkrModel) -> Iterator[FieldMove]:
    names = dict.fromkeys((*type(before).model_fields, *type(now).model_fields))
    for name in names:
        was, is_now = getattr(before, name, None), getattr(now, name, None)
        if name not in _ELSEWHERE and was != is_now:
            yield FieldMove(name, was, is_now)
    yield from _step_moves(before, now)


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
