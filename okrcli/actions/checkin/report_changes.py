"""Finds what somebody has changed in the CSV report since it was written."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Final

from okrcli.actions.checkin.context import CheckinContext
from okrcli.compute.amounts import amount_of, yes_or_no
from okrcli.compute.as_of.definitions import key_result_on, kpi_on
from okrcli.compute.goalposts import unit_of
from okrcli.compute.reports.key_result_report import report_key_result
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.compute.reports.snapshot import Snapshot
from okrcli.compute.timeline import DatedItem, entries_up_to
from okrcli.errors import UsageError
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.sources.checkins.report_rows import ReportRow
from okrcli.sources.checkins.rows import Row

_CUT: Final = 5
"""With so many decimals, a spreadsheet has cut the value."""


class ReportChanges:
    """Finds what is new in a report, which may have been written some days ago.

    What was in force at that time was not filled in, even if others have checked in since, and must
    not come back as a new value.
    """

    def __init__(self, context: CheckinContext) -> None:
        self._context = context
        self._snapshot_on = lru_cache(maxsize=None)(self._make_snapshot)
        self._values: dict[str, str] = {}

    def row_of(self, row: ReportRow) -> Row | None:
        """Return what to record from *row*; `None` if nothing in it is new.

        A value that is given for a key result and for its KPI is recorded once.

        Raises:
            OkrError: The row is about something unknown, or its change is ambiguous.
        """
        if row.kind == "kpi":
            return self._of_kpi(row, self._context.plan.kpi(row.ref))
        if row.kind == "key_result":
            return self._of_key_result(row, *self._context.plan.key_result(row.ref, None))
        return None

    def _of_kpi(self, row: ReportRow, kpi: Kpi) -> Row | None:
        said = Row(row.line, kpi=kpi.id, value=self._new_reading(row, kpi), note=row.note)
        said = self._once(kpi.id, said)
        if not said.value:
            return None
        said = replace(said, date=self._day_of(row, said.value, kpi))
        _require_unit(row, kpi.id, kpi_on(kpi, self._day_said(said)).unit)
        return said

    def _of_key_result(
        self, row: ReportRow, objective: Objective, key_result: KeyResult
    ) -> Row | None:
        ref = objective.ref_of(key_result)
        entries = self._context.entries(ref)
        kpi = self._context.plan.kpi(key_result.kpi) if key_result.kpi else None
        of_kpi = kpi if key_result.is_numeric else None
        if of_kpi:
            value = self._new_reading(row, of_kpi)
        else:
            value = self._new_value(row, objective, key_result)
        said = Row(
            row.line,
            key_result=ref,
            value=value,
            confidence=row.confidence if _is_new_confidence(row, entries) else "",
            note="" if row.note in {entry.content.note for entry in entries} else row.note,
            done=row.done,
            undone=row.undone,
        )
        said = self._once(of_kpi.id, said) if of_kpi else said
        if not any((said.value, said.confidence, said.note, said.done, said.undone)):
            return None
        said = replace(said, date=self._day_of(row, value, of_kpi))
        if said.value and key_result.is_numeric:
            day = self._day_said(said)
            then = kpi_on(of_kpi, day) if of_kpi else None
            _require_unit(row, key_result.id, unit_of(key_result_on(key_result, day), then))
        return said

    def _day_said(self, row: Row) -> date:
        return date.fromisoformat(row.date) if row.date else self._context.day

    def _new_reading(self, row: ReportRow, kpi: Kpi) -> str:
        """Return the value of *row* unless *kpi* has it already."""
        return _unless_known(row.value, kpi.unit, self._readings(row, kpi))

    def _readings(self, row: ReportRow, kpi: Kpi) -> Iterator[Decimal | None]:
        yield self._context.last_reading(kpi.id)
        if row.value_date is None:
            return
        day = row.value_date
        for dated in self._context.snapshot.timeline.of_kpi(kpi.id, day).from_to(day, day):
            if dated.content.segment is None:
                yield dated.content.value
        yield self._snapshot_on(row.value_date).kpis[kpi.id].value

    def _new_value(self, row: ReportRow, objective: Objective, key_result: KeyResult) -> str:
        """Return the value of *row* unless *key_result*, which has no KPI, has it already.

        Raises:
            UsageError: It is a number of steps, which does not say which ones.
        """
        text = row.value
        if not key_result.is_numeric and not key_result.listed_steps and text:
            text = str(int(yes_or_no(text)))
        new = _unless_known(
            text, unit_of(key_result, None), self._values_of(row, objective, key_result)
        )
        if new and key_result.listed_steps:
            raise UsageError(
                f"{key_result.id} has steps: name those that are done in a column `done`."
            )
        return row.value if new else ""

    def _values_of(
        self, row: ReportRow, objective: Objective, key_result: KeyResult
    ) -> Iterator[Decimal | None]:
        yield self._context.last_value(objective, key_result)
        if row.value_date is None:
            return
        for entry in self._context.entries(objective.ref_of(key_result)):
            if entry.day == row.value_date:
                yield entry.content.value
        if cycle := self._context.plan.cycle(objective.cycle):
            then = self._snapshot_on(row.value_date)
            yield report_key_result(objective, key_result, cycle, then).value

    def _once(self, kpi: str, row: Row) -> Row:
        """Return *row* without its value if another row has the same for *kpi*."""
        if row.value and self._values.get(kpi) == row.value:
            return replace(row, value="")
        if row.value:
            self._values.setdefault(kpi, row.value)
        return row

    def _day_of(self, row: ReportRow, value: str, kpi: Kpi | None) -> str:
        """Return the day that was filled in for a new *value*; empty without one."""
        if row.date:
            return row.date.isoformat()
        known = self._context.snapshot.kpis[kpi.id].value_date if kpi else row.last_checkin
        if value and row.value_date and (known is None or row.value_date > known):
            return row.value_date.isoformat()
        return ""

    def _make_snapshot(self, day: date) -> Snapshot:
        return snapshot_on(self._context.plan, day)


def _require_unit(row: ReportRow, name: str, unit: str | None) -> None:
    """Refuse a new value in a report that was written while *name* was in another unit.

    Raises:
        UsageError: It was.
    """
    if row.unit and row.unit != unit:
        raise UsageError(
            f"The report has {name} in {row.unit}, and it is in {unit or 'no unit'}.",
            "Fill in a report of today.",
        )


def _unless_known(text: str, unit: str | None, known: Iterable[Decimal | None]) -> str:
    """Return *text* unless its number is one of those *known*; errors are reported later."""
    if not text:
        return ""
    try:
        number = amount_of(text, unit)
    except UsageError:
        return text
    return "" if any(value is not None and _is_same(number, value) for value in known) else text


def _is_same(number: Decimal, value: Decimal) -> bool:
    """Return whether *number* is *value*, whose last digits a spreadsheet may have cut."""
    exponent = number.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) else 0
    is_cut = places >= _CUT and abs(number - value) < Decimal(1).scaleb(-places)
    return number == value or is_cut


def _is_new_confidence(row: ReportRow, entries: Sequence[DatedItem[KeyResultEntry]]) -> bool:
    """Return whether the confidence differs from that in force now and when it was written."""
    if not row.confidence:
        return False
    then = entries_up_to(entries, row.last_checkin) if row.last_checkin else []
    stated = (
        [entry.content.confidence for entry in some if entry.content.confidence is not None]
        for some in (entries, then)
    )
    return row.confidence not in {str(known[-1]) for known in stated if known}
