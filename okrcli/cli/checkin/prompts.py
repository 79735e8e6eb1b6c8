"""`okr checkin` at the terminal: asks for what is due, one key result after the other."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.entries import item_of
from okrcli.actions.checkin.item import Item
from okrcli.cli.messages import remark
from okrcli.cli.prompts import ask_until
from okrcli.compute.progress import measure_of
from okrcli.compute.reports.attention import due_for
from okrcli.compute.reports.report import KeyResultReport, Report
from okrcli.compute.reports.report_builder import build_report
from okrcli.compute.rounding import number_text, rounded_text
from okrcli.errors import WorkspaceError
from okrcli.model.goalposts import Band
from okrcli.model.key_results import KeyResult
from okrcli.model.objective import Objective
from okrcli.sources.rows import Row


def refs_named(context: CheckinContext, ref: str) -> list[str]:
    """Return *ref*, or the key results of the objective that it names."""
    objectives = context.plan.match_objectives(ref, context.cycle_id)
    if len(objectives) != 1:
        return [ref]
    return [objectives[0].ref_of(each) for each in objectives[0].key_results]


def refs_due(context: CheckinContext, owner: str) -> list[str]:
    """Return the key results whose check-in is due for *owner*; where there is none, say why.

    Raises:
        WorkspaceError: There is nothing that could be checked in.
    """
    cycle = context.plan.report_cycle(context.day)
    if cycle is None:
        raise WorkspaceError("There is no objective yet.", "Write one with `okr new objective`.")
    report = build_report(context.plan, cycle, context.day)
    due = [each.ref for each in due_for(report, owner)]
    if not due:
        _tell_nothing_due(report, owner)
    return due


def _tell_nothing_due(report: Report, owner: str) -> None:
    own = [
        each
        for objective in report.objectives
        for each in objective.key_results
        if each.owner == owner
    ]
    if not own:
        remark(f"No key result of {report.cycle.id} belongs to {owner}. Who are you? Say --by ID.")
        return
    dates = [each.next_checkin for each in own if each.next_checkin]
    when = f" until {min(dates)}" if dates else ""
    remark(f"Nothing is due for {owner}{when}. `okr checkin REF` asks for one all the same.")


@dataclass(frozen=True, slots=True)
class Walk:
    """A walk through key results.

    Attributes:
        confidence: The answer for all of them; empty to ask for each.
    """

    context: CheckinContext
    confidence: str = ""

    def through(self, refs: Iterable[str]) -> list[Item]:
        """Ask for each of *refs*; those without an answer are left out."""
        listed = list(refs)
        items: list[Item] = []
        for number, ref in enumerate(listed, 1):
            read = {item.reading.kpi for item in items if item.reading}
            if item := self._one(ref, f"[{number}/{len(listed)}] ", read):
                items.append(item)
        return items

    def _one(self, ref: str, counter: str, read: set[str]) -> Item | None:
        """Ask for one key result or KPI; not for a value of a KPI that is among those *read*."""
        if ref in self.context.plan.kpis_by_id:
            return self._reading(ref, counter)
        objective, key_result = self.context.key_result(ref)
        report = self.context.report(objective, key_result)
        remark()
        remark(f"{counter}{key_result.title}  ({objective.id}/{key_result.id})")
        for line in _before(self.context, objective, key_result, report):
            remark(f"  {line}")
        row = Row(1, key_result=objective.ref_of(key_result))
        if formula := _formula_of(self.context, key_result):
            remark(f"  Its value is computed: {formula}.")
        elif key_result.kpi in read:
            remark(f"  Its value is the one that you gave for {key_result.kpi}.")
        else:
            row = self._ask_value(row, key_result)
            if not row.value:
                return None
            remark(f"  = {item_of(self.context, row).told_with_unit}")
        row = self._ask_note(self._ask_confidence(row, report))
        return item_of(self.context, row) if row.value or row.confidence or row.note else None

    def _reading(self, kpi_id: str, counter: str) -> Item | None:
        kpi = self.context.plan.kpi(kpi_id)
        remark()
        remark(f"{counter}{kpi.title}  ({kpi_id})")
        if kpi.formula:
            remark(f"  Its value is computed: {kpi.formula}.")
            return None
        row = ask_until(
            "  Value now [Enter skips]", lambda text: self._checked(Row(1, kpi=kpi_id), value=text)
        )
        return item_of(self.context, row) if row.value else None

    def _ask_value(self, row: Row, key_result: KeyResult) -> Row:
        question = f"  {measure_of(key_result).question} [Enter skips]"
        return ask_until(question, lambda text: self._checked(row, value=text))

    def _ask_confidence(self, row: Row, report: KeyResultReport | None) -> Row:
        if self.confidence:
            return replace(row, confidence=self.confidence)
        last = report.confidence if report else None
        before = f", last {last}" if last else ""
        return ask_until(
            f"  Confidence 1-10 [Enter skips{before}]",
            lambda text: self._checked(row, confidence=text),
        )

    def _ask_note(self, row: Row) -> Row:
        return ask_until("  Note [Enter skips]", lambda text: self._checked(row, note=text))

    def _checked(self, row: Row, **answer: Any) -> Row:
        """Return *row* with the *answer*, once it is known that it can be recorded."""
        if any(answer.values()):
            row = replace(row, **answer)
            item_of(self.context, row)
        return row


def _formula_of(context: CheckinContext, key_result: KeyResult) -> str | None:
    """Return the formula that the key result's values come from."""
    kpi = context.plan.kpis_by_id.get(key_result.kpi or "")
    return kpi.formula if kpi and key_result.is_numeric else None


def _before(
    context: CheckinContext,
    objective: Objective,
    key_result: KeyResult,
    report: KeyResultReport | None,
) -> Iterator[str]:
    """Give the lines that say where the key result stands."""
    if key_result.listed_steps:
        entries = context.entries(objective.ref_of(key_result))
        done = measure_of(key_result).steps_done(key_result, entries)
        for step in key_result.listed_steps:
            yield f"[{'x' if step.id in done else ' '}] {step.id}: {step.title}"
    elif report is not None:
        yield ", ".join(_numbers(report))


def _numbers(report: KeyResultReport) -> Iterator[str]:
    if report.value is None or report.value_date is None:
        yield "no value yet"
    else:
        value = report.words.value if report.words else number_text(report.value)
        yield f"last {value} on {report.value_date}"
    if report.expected_value is not None:
        yield f"expected today {rounded_text(report.expected_value, 2)}"
    if report.target is not None:
        yield " ".join(filter(None, ("target", _target(report.target), report.unit)))
    if report.at_least is not None:
        yield f"at least {number_text(report.at_least)}"
    if report.at_most is not None:
        yield f"at most {number_text(report.at_most)}"


def _target(target: Decimal | Band) -> str:
    if isinstance(target, Band):
        return f"{number_text(target.low)} to {number_text(target.high)}"
    return number_text(target)
