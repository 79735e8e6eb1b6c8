"""The report on a cycle's objectives as of a day."""

from dataclasses import replace
from datetime import UTC, date, tzinfo
from pathlib import Path
from typing import NamedTuple

from okrcli.actions.selection import Selection
from okrcli.actions.workspace import Workspace, plan_at, plan_for
from okrcli.checks.run import structure_findings
from okrcli.compute.as_of.cycles import with_cycles_on
from okrcli.compute.reports.report import KnownSince, Pace, Report
from okrcli.compute.reports.report_builder import build_report
from okrcli.compute.reports.selection import select
from okrcli.compute.reports.since import known_since
from okrcli.errors import UnknownReferenceError
from okrcli.model.cycle import Cycle
from okrcli.model.plan import Plan
from okrcli.nearest import suggestion_hint


class Now(NamedTuple):
    """The day on which a report is made, with its time zone."""

    today: date
    zone: tzinfo

    @classmethod
    def of(cls, workspace: Workspace) -> "Now":
        """Return today, in the workspace's time zone."""
        return cls(workspace.today, workspace.zone or UTC)


class ReportMaterial(NamedTuple):
    """What a report is made of.

    Attributes:
        revision: The commit that *plan* was read at; `None` for the files as they are.
        now: When the report is made; `None` for a revision, which knows nothing of later days.
    """

    plan: Plan
    revision: str | None = None
    now: Now | None = None

    @classmethod
    def at_hand(cls, workspace: Workspace, day: date) -> "ReportMaterial":
        """Return the files as they are, for a report of *day*."""
        return cls(plan_for(workspace, day), None, Now.of(workspace))

    @classmethod
    def at_revision(cls, root: Path, name: str, today: date) -> "ReportMaterial":
        """Return the files of a commit, branch or tag.

        Raises:
            HistoryError: There is no repository, or no such revision.
            WorkspaceError: The workspace was not there.
        """
        return cls(*plan_at(root, name, today))


class ReportSelection(NamedTuple):
    """The cycle, team, owner and pace to report; `None` for all, or for the day's cycle."""

    cycle: str | None = None
    team: str | None = None
    owner: str | None = None
    status: Pace | None = None

    @property
    def is_whole(self) -> bool:
        """Whether all of the cycle is shown."""
        return not (self.team or self.owner or self.status)

    def require_known(self, plan: Plan) -> None:
        """Refuse an unknown team or owner.

        Raises:
            UnknownReferenceError: There is no such team or person.
        """
        Selection(self.team, self.owner).require_known(plan)

    def select_from(self, report: Report) -> Report:
        """Return *report* with what is selected of its cycle."""
        return select(report, team=self.team, owner=self.owner, status=self.status)


def report_on(
    plan: Plan,
    day: date,
    cycle_id: str | None = None,
    revision: str | None = None,
    now: Now | None = None,
) -> Report:
    """Return the report of a cycle, of all teams and owners.

    Args:
        plan: What the workspace holds.
        day: The as-of day.
        cycle_id: The cycle; by default the one that contains *day* and has objectives, or the
            latest.
        revision: The commit that *plan* was read at; `None` for the files as they are.
        now: When the report is made, so that a report of an earlier day can list what became known
            later; `None` to leave that out.

    Raises:
        UnknownReferenceError: There is no such cycle.
    """
    cycle = cycle_named(plan, cycle_id, day)
    findings = structure_findings(plan)
    report = build_report(plan, cycle, day, revision=revision, findings=findings)
    if now is None or day >= now.today:
        return report
    since = (
        definition
        for definition in known_since(plan, day, now.zone)
        if _is_of(definition, plan, cycle)
    )
    return replace(report, since=tuple(since))


def _is_of(known: KnownSince, plan: Plan, cycle: Cycle) -> bool:
    """Return whether the report of *cycle* shows what *known* is about; it shows all KPIs."""
    if "/" not in known.ref:
        return True
    found = plan.match_key_results(known.ref, cycle.id)
    return any(objective.cycle == cycle.id for objective, _ in found)


def cycle_named(plan: Plan, cycle_id: str | None, day: date) -> Cycle:
    """Return the cycle *cycle_id*, or by default that of *day*, or the latest with objectives.

    It has the days that it had on *day*.

    Raises:
        UnknownReferenceError: There is no such cycle.
    """
    plan = with_cycles_on(plan, day)
    if cycle_id is None:
        return plan.report_cycle(day) or plan.settings.calendar.cycle_on(day)
    cycle = plan.cycle(cycle_id)
    if cycle is None:
        names = [*plan.settings.cycles, *(cycle.id for cycle in plan.cycles)]
        raise UnknownReferenceError(
            f"There is no cycle '{cycle_id}'.", suggestion_hint(cycle_id, names)
        )
    return cycle
