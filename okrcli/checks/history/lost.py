"""H801 where the history from before a cycle may have been left behind with its workspace."""

from collections.abc import Iterator
from datetime import date

from okrcli.checks.history.agreed import cycles_with_past, is_before
from okrcli.checks.history.ids import SILENT_GOALPOST
from okrcli.checks.past import LostWorkspace, Past
from okrcli.model.cycle import Cycle
from okrcli.model.finding import Finding
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan


def cycles_without_a_before(plan: Plan, past: Past, day: date) -> list[Cycle]:
    """Return the running cycles of which everything that git has is from after they began.

    Those in which nobody has agreed to anything yet are left out.
    """
    found = []
    versions = (*past.versions, *(merged.version for merged in past.merged.values()))
    for name, cycle in cycles_with_past(plan, past, day).items():
        known = [
            version for version in versions if any(o.cycle == name for o in version.objectives)
        ]
        agreed = any(_is_agreed(version.objectives, name) for version in known)
        if agreed and not any(is_before(version, cycle.start) for version in known):
            found.append(cycle)
    return found


def _is_agreed(objectives: tuple[Objective, ...], cycle: str) -> bool:
    return any(objective.cycle == cycle and objective.status != "draft" for objective in objectives)


def lost_workspaces(plan: Plan, past: Past, day: date) -> Iterator[Finding]:
    """Find workspaces that went after a cycle began of which this one knows no beginning."""
    starts = [cycle.start for cycle in cycles_without_a_before(plan, past, day)]
    for lost in past.lost:
        if any(start <= lost.commit.day for start in starts):
            yield _finding(plan, lost)


def _finding(plan: Plan, lost: LostWorkspace) -> Finding:
    message = (
        f"{lost.commit.name} ({lost.commit.day}) removed the workspace from the folder "
        f"'{lost.folder}', and the goalposts here have no history from before their cycle: what "
        "was agreed is unknown."
    )
    hint = (
        "If this workspace was moved from there, move its files with their names; if it has "
        "nothing to do with it, say so on the first line of okr.yaml: `# okr: ignore[H801]`, "
        "and why."
    )
    place = plan.place(plan.settings)
    return Finding.of(SILENT_GOALPOST, place, message, hint, location=("lost", lost.folder))
