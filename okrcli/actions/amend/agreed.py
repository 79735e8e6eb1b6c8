"""What was agreed about an objective, a key result, a step or a KPI, and since when it binds."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import field
from datetime import date
from typing import Any

from okrcli.actions.amend.goalposts import NOTHING
from okrcli.actions.references import subject_named
from okrcli.actions.workspace import Question, Workspace
from okrcli.checks.history.first_readings import first_readings
from okrcli.checks.history.first_values import FirstValues
from okrcli.compute.goalposts import unit_of
from okrcli.compute.progress.milestones import step_named
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.model.changes.amendment import Amendment
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.model.days import day_after
from okrcli.model.finding import Location
from okrcli.model.key_results import KeyResult, KeyResultAmendment, Step
from okrcli.model.key_results.amendment import STEP_GOALPOSTS
from okrcli.model.kpi import Kpi, KpiAmendment
from okrcli.model.objective import Objective, ObjectiveAmendment
from okrcli.model.plan import Plan

_KPI_NAME = re.compile(r"[a-z][a-z0-9_]*", re.ASCII)


@frozen_dataclass
class Agreed:
    """Something that was agreed, and its place in its file.

    Attributes:
        ref: Its name.
        kind: What it is, in words.
        path: Of its file.
        record: The record that has the goalposts as fields.
        location: Its location in the file: keys, and the ids of list items.
        amended_at: The location of the node that has its amendments, in the same form.
        prefix: The prefix of a field's name in an amendment.
        amendments: The existing amendments.
        amendment: The type of its amendments.
        unit: Of its values.
        absent: Values of fields that are not in its file, if they differ from the default.
        since: The first day on which it is binding; `None` while it is not.
        trailer: The trailer that names it in a commit.
    """

    ref: str
    kind: str
    path: str
    record: Objective | KeyResult | Step | Kpi
    location: Location
    amended_at: Location
    amendments: Sequence[Amendment]
    amendment: type[Amendment]
    since: date | None
    trailer: tuple[str, str]
    unit: str | None = None
    prefix: str = ""
    absent: Mapping[str, Any] = field(default_factory=dict)

    @property
    def kind_with_article(self) -> str:
        """What it is, as in `an objective`."""
        return f"an {self.kind}" if self.kind[0] in "aeiou" else f"a {self.kind}"

    @property
    def names(self) -> Sequence[str]:
        """Its goalposts."""
        return STEP_GOALPOSTS if isinstance(self.record, Step) else self.record.goalposts()

    @property
    def dropped(self) -> Withdrawal | None:
        """Its withdrawal, if it was dropped."""
        return self.record.dropped if isinstance(self.record, KeyResult | Step) else None

    def binds_on(self, day: date) -> bool:
        """Return whether its goalposts can only change by an amendment on *day*."""
        return self.since is not None and self.since <= day

    def stated_value(self, name: str) -> Any:
        """Return the value of the field *name* in its file; `None` if it is not there."""
        is_stated = name in self.record.model_fields_set
        return getattr(self.record, name) if is_stated else None

    def value_of(self, stated: Any, name: str) -> Any:
        """Return the effective value of the field *name* if its file has *stated*."""
        if stated is not None or name in self.absent:
            return self.absent[name] if stated is None else stated
        return type(self.record).model_fields[name].get_default(call_default_factory=True)


def question_about(ref: str, texts: Mapping[str, str], today: date) -> Question:
    """Return the question of amending *ref*, and of the KPIs that *texts* give it.

    Args:
        ref: What is amended.
        texts: What was typed, by field.
        today: Today: a reference without a cycle means that of the day.
    """
    kpis = [*_KPI_NAME.findall(texts.get("formula", ""))]
    kpis += [texts["kpi"]] if "kpi" in texts else []
    names = [name for name in kpis if name != NOTHING]

    def find(plan: Plan) -> object:
        cycle = plan.report_cycle(today)
        return subject_named(plan, ref, cycle.id if cycle else None), [*map(plan.kpi, names)]

    return Question([ref, *names], find, is_change=True)


def agreed_named(workspace: Workspace, ref: str, step: str | None = None) -> Agreed:
    """Return what *ref* names, or the step of it.

    Raises:
        UnknownReferenceError: It is unknown or ambiguous.
        UsageError: It is over, or has no steps.
    """
    plan, today = workspace.plan, workspace.today
    cycle = plan.report_cycle(today)
    subject = subject_named(plan, ref, cycle.id if cycle else None)
    if isinstance(subject, tuple):
        found = of_key_result(plan, *subject)
        require_open(*subject)
        return found if step is None else _of_step(found, step)
    if step is not None:
        raise UsageError(f"{ref} has no steps: only key results have them.")
    if isinstance(subject, Kpi):
        return of_kpi(plan, subject)
    require_open(subject)
    return _of_objective(plan, subject)


def require_open(objective: Objective, key_result: KeyResult | None = None) -> None:
    """Refuse something that has ended.

    Raises:
        UsageError: The objective is closed or cancelled, or its key result is dropped.
    """
    ended = objective.closing or objective.cancelled
    if objective.status in {"closed", "cancelled"}:
        since = f" since {ended.date}" if ended else ""
        raise UsageError(f"{objective.ref} is {objective.status}{since}. Nothing was changed.")
    if key_result is not None and key_result.dropped is not None:
        raise UsageError(dropped_text(objective.ref_of(key_result), key_result.dropped))


def dropped_text(ref: str, dropped: Withdrawal) -> str:
    """Return the message that *ref* was dropped, since when and why."""
    return f"{ref} has been dropped since {dropped.date}: {dropped.why}"


def _of_objective(plan: Plan, objective: Objective) -> Agreed:
    return Agreed(
        ref=objective.ref,
        kind="objective",
        path=objective.path,
        record=objective,
        location=(),
        amended_at=(),
        amendments=objective.amendments,
        amendment=ObjectiveAmendment,
        since=_first_day_of(plan, objective),
        trailer=("OKR-Objective", objective.ref),
    )


def of_key_result(plan: Plan, objective: Objective, key_result: KeyResult) -> Agreed:
    """Return what was agreed about a key result of *objective*."""
    begun, place = _first_day_of(plan, objective), ("key_results", key_result.id)
    cycle, kpi = plan.cycle(objective.cycle), plan.kpis_by_id.get(key_result.kpi or "")
    absent = {"start": cycle.start, "due": cycle.end} if cycle else {}
    return Agreed(
        ref=objective.ref_of(key_result),
        kind=f"{key_result.type} key result",
        path=objective.path,
        record=key_result,
        location=place,
        amended_at=place,
        amendments=key_result.amendments,
        amendment=KeyResultAmendment,
        since=begun and _later(begun, key_result.added),
        trailer=("OKR-Key-Result", objective.ref_of(key_result)),
        unit=unit_of(key_result, kpi),
        absent=absent | ({"unit": kpi.unit, "baseline": kpi.baseline} if kpi else {}),
    )


def _of_step(holder: Agreed, text: str) -> Agreed:
    assert isinstance(holder.record, KeyResult)  # noqa: S101  for mypy
    if not holder.record.listed_steps:
        raise UsageError(f"{holder.ref} has no steps.")
    step = step_named(holder.record, text)
    if step.dropped is not None:
        raise UsageError(dropped_text(f"The step {step.id} of {holder.ref}", step.dropped))
    return Agreed(
        ref=f"the step {step.id} of {holder.ref}",
        kind="step",
        path=holder.path,
        record=step,
        location=(*holder.location, "steps", step.id),
        amended_at=holder.amended_at,
        amendments=holder.amendments,
        amendment=holder.amendment,
        since=holder.since and _later(holder.since, step.added),
        trailer=holder.trailer,
        prefix=f"steps.{step.id}.",
        absent={"due": holder.value_of(holder.stated_value("due"), "due")},
    )


def of_kpi(plan: Plan, kpi: Kpi) -> Agreed:
    """Return what was agreed about *kpi*: it is binding from the day after its first reading."""
    first = _first_value(plan, kpi) if kpi.status == "active" else None
    return Agreed(
        ref=kpi.id,
        kind="KPI",
        path=kpi.path,
        record=kpi,
        location=(),
        amended_at=(),
        amendments=kpi.amendments,
        amendment=KpiAmendment,
        since=first and _later(day_after(first), kpi.added, kpi.draft_until()),
        trailer=("OKR-KPI", kpi.id),
        unit=kpi.unit,
    )


def _first_value(plan: Plan, kpi: Kpi) -> date | None:
    """Return the day on which the first value was there; of a computed one all of its inputs."""
    days = {checkin.path: checkin.date for checkin in plan.checkins}
    return FirstValues(plan, first_readings(plan, days)).day_of([kpi])


def _first_day_of(plan: Plan, objective: Objective) -> date | None:
    cycle = plan.cycle(objective.cycle)
    if cycle is None or objective.status == "draft":
        return None
    # What somebody has approved moves openly from then on, also on the same day.
    approved = min((approval.date for approval in objective.approved_by), default=None)
    begun = max(cycle.start, approved or cycle.start)
    is_approved = approved is not None and (objective.added or approved) <= approved
    return begun if is_approved else _later(begun, objective.added)


def _later(since: date, *came: date | None) -> date:
    """Return *since*, or the day after it came: as it was at the end of that day it is agreed."""
    return max([since, *(day_after(day) for day in came if day is not None)])
