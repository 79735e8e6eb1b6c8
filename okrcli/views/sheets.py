"""What is shown of one objective, key result or KPI: definition, numbers and every entry.

What is *refused* are the entries about it that count for nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple

from okrcli.compute.kpis.xmr import Limits, Signal
from okrcli.compute.moves import Move
from okrcli.compute.reports.report import (
    ImprovementReport,
    KeyResultReport,
    KpiReport,
    ObjectiveReport,
)
from okrcli.model.checkin import Kudos
from okrcli.model.cycle import Cycle
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.refused import RefusedEntry


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One entry or reading.

    Attributes:
        ref: The key result or KPI it is about.
        superseded: Whether another value of the same day is in force instead.
        note: Its own, else that of the whole check-in.
        late: Whether it came after the due date of its key result, so that it changes nothing.
        path: The check-in's file.
        recorded: When the check-in was written; `None` where its file does not say.
        weight: How much a reading counts among the segments; `None` when it does not say.
        checkin_note: What was said of the whole check-in.
        kudos: Whom it thanks.
        unit: Of the value, where that is from before the unit changed; else `None`.
        retracted: That it was taken back, so that it counts for no day.
    """

    day: date
    by: str
    ref: str
    value: Decimal | None
    done: tuple[str, ...]
    undone: tuple[str, ...]
    segment: str | None
    confidence: int | None
    note: str | None
    superseded: bool
    path: str
    late: bool = False
    recorded: datetime | None = None
    weight: Decimal | None = None
    checkin_note: str | None = None
    kudos: tuple[Kudos, ...] = ()
    unit: str | None = None
    retracted: "RetractionNote | None" = None


class RetractionNote(NamedTuple):
    """Who took back something, on which day, and why."""

    by: str
    date: date
    why: str | None


@dataclass(frozen=True, slots=True)
class KeyResultSheet:
    """A key result; its goalposts are today's, those in *report* the ones of *day*.

    Attributes:
        steps_done: The day on which each done step was done.
        move: From where to where it goes; `None` where that is not what its type is about.
        guards: The KPIs that must stay healthy.
        history: Oldest first.
        older: How many lines before the first of *history* are left out.
    """

    day: date
    objective: Objective
    key_result: KeyResult
    report: KeyResultReport
    kpi: KpiReport | None
    guards: tuple[KpiReport, ...]
    steps_done: Mapping[str, date]
    move: Move | None
    history: tuple[HistoryLine, ...]
    older: int = 0
    refused: tuple[RefusedEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class ObjectiveSheet:
    """An objective with its key results, initiatives and children."""

    day: date
    cycle: Cycle
    objective: Objective
    report: ObjectiveReport
    parent: Objective | None
    children: tuple[ObjectiveReport, ...]
    history: tuple[HistoryLine, ...]
    older: int = 0
    refused: tuple[RefusedEntry, ...] = ()


@dataclass(frozen=True, slots=True)
class KpiSheet:
    """A KPI.

    Attributes:
        inputs: Of a computed one, the KPIs in its formula, as the formula names them.
        used_by: References of the key results that take their values from it.
        guards: References of the key results whose guard it is.
        part_of: The computed KPIs whose formula names it.
        improvements: Its plans as of the day, the open ones first.
        limits: Between which its values lie by their own history; `None` below 8 readings.
        signals: What stands out among the values of its report.
    """

    day: date
    kpi: Kpi
    report: KpiReport
    inputs: tuple[KpiReport, ...]
    used_by: tuple[str, ...]
    guards: tuple[str, ...]
    part_of: tuple[str, ...]
    improvements: tuple[ImprovementReport, ...]
    limits: Limits | None
    signals: tuple[Signal, ...]
    history: tuple[HistoryLine, ...]
    older: int = 0
    refused: tuple[RefusedEntry, ...] = ()


Sheet = KeyResultSheet | ObjectiveSheet | KpiSheet
