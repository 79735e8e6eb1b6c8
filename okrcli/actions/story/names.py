"""What objectives, key results and KPIs are and were called, with their cycles."""

from collections.abc import Iterator
from typing import Any

from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective

Definition = Objective | Kpi


def ref_of(record: Definition) -> str:
    """Return the reference of *record*, with its cycle."""
    return record.ref if isinstance(record, Objective) else record.id


def names_of(record: Definition, key_result: KeyResult | None = None) -> list[str]:
    """Return every name of *record*, or of a key result of it, as its file has it; now first."""
    if isinstance(record, Kpi):
        return [record.id, *_stated(record)]
    own = [record.ref, *(_with_cycle(record, name) for name in _stated(record))]
    if key_result is None:
        return own
    ids = [key_result.id]
    moved = []
    for name in _stated(key_result):
        if "/" in name:
            moved.append(name if name.count("/") > 1 else f"{record.cycle}/{name}")
        else:
            ids.append(name)
    return [*(f"{name}/{id_}" for name in own for id_ in ids), *moved]


def _with_cycle(objective: Objective, name: str) -> str:
    return name if "/" in name else f"{objective.cycle}/{name}"


def _stated(record: Any) -> Iterator[str]:
    return (each.ref for each in getattr(record, "formerly", ()))
