"""`okr checkin` at the terminal: asks for what is due, one key result after the other."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, NamedTuple

from okrcli.actions.checkin.context import CheckinContext
from okrcli.actions.checkin.entries import item_of
from okrcli.actions.checkin.item import Item
from okrcli.actions.checkin.targets import Target
from okrcli.cli.messages import remark, remark_all
from okrcli.cli.prompts import ask_until
from okrcli.compute.progress import measure_of
from okrcli.compute.reports.attention import due_for
from okrcli.compute.reports.report import KeyResultReport, Report
from okrcli.compute.reports.report_builder import build_report
from okrcli.errors import WorkspaceError
from okrcli.model.key_results import KeyResult
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.render.text.standing import standing_text
from okrcli.sources.rows import Row


def targets_due(context: CheckinContext, owner: str) -> Sequence[Target]:
    """Return the key results whose check-in is due for *owner*; where there is none, say why.

    Raises:
        WorkspaceError: There is nothing that could be checked in.
    """
    cycle = context.plan.report_cycle(context.day)
    if cycle is None:
        raise WorkspaceError("There is no objective yet.", "Add one with `okr new objective`.")
    report = build_report(context.plan, cycle, context.day)
    due = [context.plan.key_results_by_ref[found.ref] for found in due_for(report, owner)]
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
        remark(
            f"No key result of {report.cycle.id} belongs to {owner}. Tell okr who you are with"
            " --by ID."
        )
        return
    dates = [each.next_checkin for each in own if each.next_checkin]
    when = f" until {min(dates)}" if dates else ""
    remark(f"Nothing is due for {owner}{when}. `okr checkin REF` prompts for one anyway.")


class _Draft(NamedTuple):
    """What was answered so far about one thing; no item as long as nothing was."""

    row: Row = Row(1)
    item: Item | None = None


@dataclass(frozen=True, slots=True)
class Questions:
    """Asks for key results and KPIs.

    Attributes:
        confidence: The answer for all of them; empty to ask for each.
    """

    context: CheckinContext
    confidence: str = ""

    def ask(self, targets: Sequence[Target]) -> list[Item]:
        """Ask for each of *targets*; those without an answer are left out."""
        items: list[Item] = []
        for number, target in enumerate(targets, 1):
            counter = f"[{number}/{len(targets)}] "
            if isinstance(target, Kpi):
                item = self._ask_kpi(target, counter)
            else:
                read = {found.reading.kpi for found in items if found.reading}
                item = self._ask_key_result(*target, counter, read)
            if item:
                items.append(item)
        return items

    def _ask_key_result(
        self, objective: Objective, key_result: KeyResult, counter: str, read: set[str]
    ) -> Item | None:
        """Ask for one key result; not for a value of a KPI that is among those *read*."""
        target, draft = (objective, key_result), _Draft()
        report = self.context.report(objective, key_result)
        remark()
        remark(f"{counter}{key_result.title}  ({objective.id}/{key_result.id})")
        remark_all(f"  {line}" for line in self._before(objective, key_result, report))
        if formula := self._formula_of(key_result):
            remark(f"  Its value is computed: {formula}.")
        elif key_result.kpi in read:
            remark(f"  Its value is the one you gave for {key_result.kpi}.")
        else:
            draft = self._asked(target, draft, "value", measure_of(key_result).question)
            if draft.item is None:
                return None
            remark(f"  = {draft.item.told_with_unit}")
        if self.confidence:
            draft = self._with(target, draft, confidence=self.confidence)
        else:
            last = f", last {report.confidence}" if report and report.confidence else ""
            draft = self._asked(target, draft, "confidence", "Confidence 1-10", last)
        return self._asked(target, draft, "note", "Note").item

    def _ask_kpi(self, kpi: Kpi, counter: str) -> Item | None:
        remark()
        remark(f"{counter}{kpi.title}  ({kpi.id})")
        if kpi.formula:
            remark(f"  Its value is computed: {kpi.formula}.")
            return None
        return self._asked(kpi, _Draft(), "value", "Value now").item

    def _asked(
        self, target: Target, draft: _Draft, field: str, question: str, more: str = ""
    ) -> _Draft:
        """Return *draft* with the answer to *question*, once it is one that can be recorded."""
        return ask_until(
            f"  {question} [Enter skips{more}]",
            lambda text: self._with(target, draft, **{field: text}),
        )

    def _with(self, target: Target, draft: _Draft, **answer: Any) -> _Draft:
        if not any(answer.values()):
            return draft
        row = replace(draft.row, **answer)
        return _Draft(row, item_of(self.context, target, row))

    def _formula_of(self, key_result: KeyResult) -> str | None:
        """Return the formula that the key result's values come from."""
        kpi = self.context.plan.kpis_by_id.get(key_result.kpi or "")
        return kpi.formula if kpi and key_result.is_numeric else None

    def _before(
        self, objective: Objective, key_result: KeyResult, report: KeyResultReport | None
    ) -> Iterator[str]:
        """Give the lines that say where the key result stands."""
        if key_result.listed_steps:
            entries = self.context.entries(objective.ref_of(key_result))
            done = measure_of(key_result).steps_done(key_result, entries)
            for step in key_result.listed_steps:
                yield f"[{'x' if step.id in done else ' '}] {step.id}: {step.title}"
        elif report is not None:
            yield standing_text(report)
