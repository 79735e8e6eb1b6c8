"""What a wider audience sees of everything about one thing."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from okrcli.actions.site.audience import (
    NOTHING,
    titled_key_result,
    titled_kpi,
    titled_objective,
)
from okrcli.views.sheets import HistoryLine, KeyResultSheet, KpiSheet, ObjectiveSheet

MOST_LINES: Final = 60
"""The most lines of a history; the last ones."""


def titled_objective_sheet(sheet: ObjectiveSheet) -> ObjectiveSheet:
    """Return *sheet* without people and what they wrote."""
    return replace(
        sheet,
        objective=sheet.objective.model_copy(update={"initiatives": (), "amendments": ()}),
        report=titled_objective(sheet.report),
        children=tuple(map(titled_objective, sheet.children)),
        history=(),
        refused=(),
    )


def titled_kpi_sheet(sheet: KpiSheet) -> KpiSheet:
    """Return *sheet* without people and what they wrote."""
    return replace(
        sheet,
        kpi=sheet.kpi.model_copy(update={"amendments": ()}),
        report=titled_kpi(sheet.report),
        improvements=(),
        history=_values_of(sheet.history),
        refused=(),
    )


def titled_key_result_sheet(sheet: KeyResultSheet) -> KeyResultSheet:
    """Return *sheet* without people and what they wrote."""
    steps = tuple(
        step.model_copy(
            update={"dropped": step.dropped and step.dropped.model_copy(update={"why": NOTHING})}
        )
        for step in sheet.key_result.listed_steps
    )
    bare = sheet.key_result.model_copy(update={"steps": steps} if steps else {})
    return replace(
        sheet,
        key_result=bare,
        report=titled_key_result(sheet.report),
        history=_values_of(sheet.history),
        refused=(),
    )


def _values_of(history: Iterable[HistoryLine]) -> tuple[HistoryLine, ...]:
    """Return the values that count, each with its day alone."""
    return tuple(
        HistoryLine(
            day=line.day,
            by="",
            ref=line.ref,
            value=line.value,
            done=line.done,
            undone=line.undone,
            segment=line.segment,
            confidence=None,
            note=None,
            superseded=line.superseded,
            path="",
            late=line.late,
            weight=line.weight,
            unit=line.unit,
            words=line.words,
        )
        for line in history
        if not line.retracted
    )
