"""What the rules judge: a plan as of a day, with what several rules need computed once."""

from dataclasses import replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from okrcli.checks.checkins.refusing import refuse_entries
from okrcli.checks.subjects import KeyResultSubject, Subject, open_key_results, open_objectives
from okrcli.frozen import frozen_dataclass
from okrcli.model.kpi import Kpi
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings

if TYPE_CHECKING:
    from okrcli.checks.focus import Focus
    from okrcli.checks.past import Past
    from okrcli.checks.titles import Titles
    from okrcli.compute.reports.report import KeyResultReport
    from okrcli.compute.reports.snapshot import Snapshot
    from okrcli.wording.titles.statement import Statement


@frozen_dataclass
class CheckContext:
    """A plan as of *day*; made for one run, so that its rules share what it computes.

    Attributes:
        plan: The plan without the entries that have an error.
        past: The earlier states of its files; `None` if unknown.
        settings: The settings that judge instead of the plan's own; see `judges`.
        reader: What has read the titles of another plan with the same settings; `None` for a new
            one.
        focus: What a change is about, if only what it makes of titles is asked for; `None` for
            everything.
    """

    plan: Plan
    day: date
    past: "Past | None" = None
    settings: Settings | None = None
    reader: "Titles | None" = None
    focus: "Focus | None" = None

    @property
    def judges(self) -> Settings:
        """The settings that decide what is late and who is who; a change cannot set its own."""
        return self.settings or self.plan.settings

    @property
    def as_judged(self) -> "CheckContext":
        """The context with the settings that judge instead of the plan's own."""
        if self.settings is None:
            return self
        return replace(self, plan=replace(self.plan, settings=self.settings))

    def __post_init__(self) -> None:
        object.__setattr__(self, "plan", refuse_entries(self.plan, self.day))

    @cached_property
    def objectives(self) -> tuple[Subject, ...]:
        """The draft and active objectives; closed and cancelled ones are not judged."""
        return tuple(open_objectives(self.plan))

    @cached_property
    def key_results(self) -> tuple[KeyResultSubject, ...]:
        """The key results of the draft and active objectives."""
        return tuple(open_key_results(self.objectives))

    @cached_property
    def objectives_in_focus(self) -> tuple[Subject, ...]:
        """Those of the objectives whose titles are read; see `key_results_in_focus`."""
        if self.focus is None:
            return self.objectives
        paths = self.focus.paths
        return tuple(subject for subject in self.objectives if subject.objective.path in paths)

    @cached_property
    def key_results_in_focus(self) -> tuple[KeyResultSubject, ...]:
        """Those of the key results whose titles are read.

        For rules that look at each by itself: what they find may depend on the objective and the
        KPI of a key result, on the settings, the day, and whether there are several cycles, and on
        nothing else.
        """
        if self.focus is None:
            return self.key_results
        return tuple(open_key_results(self.objectives_in_focus))

    @cached_property
    def kpis(self) -> tuple[Kpi, ...]:
        """The KPIs that are binding: not drafts, nor those added later."""
        return tuple(kpi for kpi in self.plan.kpis if kpi.binds_on(self.day))

    @cached_property
    def has_running_cycle(self) -> bool:
        """Whether an active objective's cycle contains the day; before, KPIs are not used yet."""
        active = {
            subject.objective.cycle
            for subject in self.objectives
            if subject.objective.status == "active"
        }
        return any(cycle and self.day in cycle for cycle in map(self.plan.cycle, active))

    @cached_property
    def titles(self) -> "Titles":
        """The reader of titles, with the workspace's own words."""
        # The rules of structure, which every report needs, do without the words.
        from okrcli.checks.titles import Titles  # noqa: PLC0415

        return self.reader or Titles.of(self.plan.settings)

    def title_of(self, subject: Subject | KeyResultSubject) -> "Statement":
        """Return the reading of the title of *subject*."""
        return self.titles.read(subject.title, subject.objective.language)

    @cached_property
    def snapshot(self) -> "Snapshot":
        """What is known on the day: entries up to it, and the KPIs."""
        from okrcli.compute.reports.report_builder import snapshot_on  # noqa: PLC0415  as above

        return snapshot_on(self.plan, self.day)

    @cached_property
    def reports(self) -> "dict[str, KeyResultReport]":
        """The reports of active key results whose cycle contains the day, by reference."""
        from okrcli.compute.reports.key_result_report import report_key_result  # noqa: PLC0415  as above

        return {
            key_result.ref: report_key_result(
                key_result.objective, key_result.key_result, cycle, self.snapshot
            )
            for key_result in self.key_results
            if key_result.is_owed_on(self.day) and (cycle := key_result.cycle) and self.day in cycle
        }
