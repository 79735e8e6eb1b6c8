"""A key result from what was typed, whatever its type."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import takewhile
from pathlib import Path
from typing import Any

from okrcli.actions.additions import Addition
from okrcli.actions.new.draft import KeyResultDraft
from okrcli.actions.new.short_ids import NewId
from okrcli.actions.records import parse_record
from okrcli.checks.titles import Titles
from okrcli.compute.inputs import Input, inputs_of_all_types
from okrcli.compute.progress import MEASURES
from okrcli.errors import UsageError
from okrcli.model.key_results import KEY_RESULT_TYPES, KeyResult
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.storage.files import Write
from okrcli.storage.layout import inside
from okrcli.storage.yaml.editor import append_item
from okrcli.storage.yaml.reader import read

NameOf = Callable[[str], str]
"""Returns the front end's name of a field."""


def key_result_of(
    plan: Plan, typed: KeyResultDraft, common: Mapping[str, Any], name_of: NameOf
) -> KeyResult:
    """Return the key result.

    Args:
        plan: The plan with the KPI, which may give unit and baseline.
        typed: What was typed for its goals.
        common: The fields that do not depend on the type; those that the type lacks must be empty.
        name_of: Names fields in messages.

    Raises:
        UsageError: Something is missing, or cannot be read, or goes with another type.
    """
    type_ = typed.type_meant
    if not type_:
        ways = [
            measure.needed.format_map(_Names(name_of)) or f"{name_of('type')} {name}"
            for name, measure in MEASURES.items()
        ]
        hint = f"Give {', '.join(ways[:-1])}, or {ways[-1]}."
        raise UsageError("Nothing says how to measure this key result.", hint)
    goals = _read(typed, typed.known_unit(plan))
    fields = {**common, **goals, "unit": typed.unit, "type": type_}
    filled_in = [name for name, value in fields.items() if value not in (None, "", (), [])]
    _require_fields_of(type_, filled_in, name_of)
    if missing := MEASURES[type_].missing(filled_in, plan.kpis_by_id.get(typed.kpi)):
        raise UsageError(missing.message, missing.hint.format_map(_Names(name_of)))
    return parse_record(KEY_RESULT_TYPES[type_], fields)


def _read(typed: KeyResultDraft, unit: str | None) -> dict[str, Any]:
    """Return the fields of the goals; those that any type may have come first."""
    inputs = sorted(inputs_of_all_types().values(), key=lambda input_: input_.calls_for_type)
    texts = {input_.field: (input_, typed.goals.get(input_.field, ())) for input_ in inputs}
    return {field: _value(input_, given, unit) for field, (input_, given) in texts.items() if given}


def _value(field: Input, texts: Iterable[str], unit: str | None) -> Any:
    values = [field.read(text, unit) for text in texts]
    return tuple(_with_ids(values)) if field.is_list else values[0]


def _with_ids(items: Iterable[dict[str, Any]]) -> Iterator[dict[str, Any]]:
    """Yield every item with an id, made of its title if it has none."""
    taken: set[str] = set()
    for item in items:
        name = item.get("id") or NewId.of(item["title"], taken, "step").proposed
        taken.add(name)
        yield {"id": name, **item}


def _require_fields_of(type_: str, filled_in: Iterable[str], name_of: NameOf) -> None:
    """Refuse goals of another type, before pydantic calls them unknown keys."""
    for field in filled_in:
        if field not in KEY_RESULT_TYPES[type_].model_fields:
            raise UsageError(f"{name_of(field)} does not go with the type {type_}.")


class _Names(dict[str, str]):
    """The front end's name of each field."""

    def __init__(self, name_of: NameOf) -> None:
        super().__init__()
        self._name_of = name_of

    def __missing__(self, field: str) -> str:
        return self._name_of(field)


def new_id_in(plan: Plan, objective: Objective, title: str, day: date) -> NewId:
    """Return the id of a key result of that *title*."""
    taken = (key_result.id for key_result in objective.key_results)
    return NewId.of(title, taken, "key-result", Titles.of(plan.settings, day).read)


def open_objective(plan: Plan, ref: str, day: date) -> Objective:
    """Return the objective that *ref* means on *day*, which can get another key result.

    Raises:
        UnknownReferenceError: There is no such objective, or there are several.
        UsageError: It has ended.
    """
    cycle = plan.report_cycle(day)
    objective = plan.objective(ref, cycle.id if cycle else None)
    if objective.status in {"closed", "cancelled"}:
        raise UsageError(
            f"{objective.ref} is {objective.status}, so it gets no more key results.",
            "Nothing was changed.",
        )
    return objective


def add_key_result(root: Path, objective: Objective, key_result: KeyResult) -> Addition:
    """Return *key_result* at the end of those of *objective*, every other byte as it was."""
    target = inside(root, objective.path)
    before = target.read_bytes()
    after = append_item(read(objective.path, before), ("key_results",), key_result)
    return Addition(
        what="key result",
        ref=objective.ref_of(key_result),
        path=objective.path,
        write=Write(target, after, expected=before),
        shown=_added_lines(before, after),
    )


def _added_lines(before: bytes, after: bytes) -> str:
    """Return the lines of *after* that differ, between those shared with *before* at both ends."""
    old, new = before.decode().splitlines(), after.decode().splitlines()
    start = _common_lines(old, new)
    end = len(new) - _common_lines(old[start:][::-1], new[start:][::-1])
    return "\n".join(new[start:end])


def _common_lines(old: Sequence[str], new: Sequence[str]) -> int:
    """Return how many lines are the same at the beginning of both."""
    same = takewhile(lambda pair: pair[0] == pair[1], zip(old, new, strict=False))
    return sum(1 for _ in same)
