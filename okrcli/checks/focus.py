"""What a change is about, so that titles elsewhere need not be read."""

from okrcli.checks.subjects import KeyResultSubject, Subject, open_key_results, open_objectives
from okrcli.frozen import frozen_dataclass
from okrcli.model.plan import Plan


@frozen_dataclass
class Focus:
    """What a change is about: what the rules say of other titles stays as it was.

    Attributes:
        paths: The files that have changed, that have comments which silence rules, and those of
            objectives with key results of a KPI that has changed.
        objectives: The draft and active objectives in these files, as they were and as they are.
    """

    paths: frozenset[str]
    objectives: tuple[Subject, ...]

    @property
    def key_results(self) -> tuple[KeyResultSubject, ...]:
        """The key results of the objectives."""
        return tuple(open_key_results(self.objectives))

    @classmethod
    def of(cls, before: Plan, after: Plan) -> "Focus | None":
        """Return what the change from *before* to *after* is about; `None` if about everything.

        That is so where it changes the settings, or whether there are several cycles. A file that
        was parsed again counts as changed.
        """
        if before.settings != after.settings or _are_several(before) != _are_several(after):
            return None
        plans = before, after
        changed = {
            path
            for path in before.sources.keys() | after.sources.keys()
            if before.sources.get(path) is not after.sources.get(path)
        }
        kpis = {kpi.id for plan in plans for kpi in plan.kpis if kpi.path in changed}
        # Whether a comment silences something is known when all that it is about has been judged.
        about = changed | {path for path, source in after.sources.items() if source.ignores}
        about.update(
            objective.path
            for plan in plans
            for objective in plan.objectives
            if kpis and any(key_result.kpi in kpis for key_result in objective.key_results)
        )
        subjects = (subject for plan in plans for subject in open_objectives(plan))
        found = tuple(subject for subject in subjects if subject.objective.path in about)
        return cls(frozenset(about), found)


def _are_several(plan: Plan) -> bool:
    return len(plan.cycles) > 1
