"""Evidence for a conversation about a cycle: what somebody owned, and what they helped with."""

from collections.abc import Iterable, Iterator
from datetime import date

from okrcli.actions.overviews.contributions import Contributions
from okrcli.actions.overviews.course import key_result_evidence
from okrcli.actions.overviews.ownership import Ownership
from okrcli.actions.selection import Selection
from okrcli.compute.reports.discipline import sum_of
from okrcli.compute.reports.report_builder import snapshot_on
from okrcli.model.checkin import CheckIn
from okrcli.model.cycle import Cycle
from okrcli.model.plan import Plan
from okrcli.views.review import Review


def review_of(plan: Plan, cycle: Cycle, day: date, selection: Selection) -> Review:
    """Return the evidence of *cycle* as of *day*.

    Args:
        plan: What the workspace holds.
        cycle: The time box that is talked about.
        day: The as-of day.
        selection: Whose evidence it is: a person's, a team's, or a person's within a team.

    Raises:
        UnknownReferenceError: There is no such team or person.
    """
    selection.require_known(plan, _people_of(plan.checkins))
    owned = Ownership(snapshot_on(plan, day), cycle, selection)
    done = Contributions(owned)
    key_results = tuple(key_result_evidence(owned, plan))
    return Review(
        workspace=plan.settings.name,
        as_of=day,
        cycle=cycle,
        until=owned.until,
        team=selection.team,
        owner=selection.owner,
        people=tuple(sorted(owned.people)),
        objectives=tuple(map(owned.reports.of, owned.objectives)),
        key_results=key_results,
        kpis=tuple(owned.snapshot.kpis[name] for name in owned.kpis),
        discipline=sum_of(known.discipline for known in key_results if known.discipline),
        amendments=tuple(owned.amendments()),
        initiatives=tuple(done.initiatives()),
        checkins_for_others=tuple(done.checkins_for_others()),
        improvements=tuple(done.improvements()),
        actions=tuple(done.actions()),
        follow_ups=tuple(done.follow_ups()),
        kudos_received=done.kudos_received(),
        kudos_given=done.kudos_given(),
        notes=tuple(done.notes()),
    )


def _people_of(checkins: Iterable[CheckIn]) -> Iterator[str]:
    """Yield who checked in or was thanked, whether they own anything or not."""
    for checkin in checkins:
        yield checkin.by
        yield from (kudos.to for kudos in checkin.kudos)
