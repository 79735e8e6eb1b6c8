"""Everything about one objective, key result or KPI: definition, numbers and every entry.

In each, *refused* are the entries about it that do not count.
"""

from collections.abc import Mapping
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
from okrcli.frozen import frozen_dataclass
from okrcli.model.checkin import Kudos
from okrcli.model.cycle import Cycle
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.refused import RefusedEntry


@frozen_dataclass
class HistoryLine:
    """One entry or reading.

    Attributes:
        ref: The key result or KPI it is about.
        superseded: Whether another value of the same day is in force instead.
        note: Its own note, otherwise that of the whole check-in.
        late: Whether it is dated after its key result was due, or was dropped, so that it does not
            count.
        path: The check-in's file.
        recorded: When the check-in was written; `None` if its file does not say.
        weight: The weight of a reading among the segments; `None` if it states none.
        checkin_note: The note on the whole check-in.
        kudos: The thanks in the check-in.
        unit: The unit of the value, if the unit has changed since; otherwise `None`.
        words: The words to show instead of the value; `None` if the number is enough.
        retracted: Who retracted it, so that it does not count; `None` if nobody did.
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
    words: str | None = None
    retracted: "RetractionNote | None" = None


class RetractionNote(NamedTuple):
    """Who retracted something, on which day, and why."""

    by: str
    date: date
    why: str | None


@frozen_dataclass
class KeyResultSheet:
    """A key result; its goalposts are today's, those in *report* the ones of *day*.

    Attributes:
        steps_done: The day on which each done step was done.
        move: Its baseline and target; `None` if its type has none.
        guards: The KPIs that must stay healthy.
        history: Oldest first.
        older: The number of lines before the first of *history* that are left out.
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


@frozen_dataclass
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


@frozen_dataclass
class KpiSheet:
    """A KPI.

    Attributes:
        inputs: For a computed KPI, the KPIs in its formula, in the formula's order.
        used_by: References of the key results that take their values from it.
        guards: References of the key results whose guard it is.
        part_of: The computed KPIs whose formula names it.
        improvements: Its plans as of the day, the open ones first.
        limits: The limits of its values by their own history; `None` below 8 readings.
        signals: The unlikely values in its report.
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
