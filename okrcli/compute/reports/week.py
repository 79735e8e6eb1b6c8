"""Notes and thanks in the check-ins of a week."""

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from okrcli.compute.reports.report import CheckinNote, KudosReport
from okrcli.compute.timeline import order_of
from okrcli.model.checkin import CheckIn
from okrcli.model.plan import Plan

DAYS = 7


def checkins_of_week(plan: Plan, day: date) -> Sequence[CheckIn]:
    """Return the check-ins of the week that ends with *day*, the newest first."""
    before = day - timedelta(days=min(DAYS, (day - date.min).days))
    found = [checkin for checkin in plan.checkins if before < checkin.date <= day]
    return sorted(found, key=lambda checkin: (checkin.date, *order_of(checkin)), reverse=True)


def notes_of(checkins: Iterable[CheckIn], plan: Plan) -> tuple[CheckinNote, ...]:
    """Return the notes on whole check-ins."""
    return tuple(
        CheckinNote(
            checkin.date, checkin.by, checkin.note, _team_of(checkin.by, plan), checkin.path
        )
        for checkin in checkins
        if checkin.note
    )


def kudos_of(checkins: Iterable[CheckIn], plan: Plan) -> tuple[KudosReport, ...]:
    """Return the thanks to colleagues."""
    return tuple(
        KudosReport(
            day=checkin.date,
            by=checkin.by,
            to=kudos.to,
            reason=kudos.reason,
            teams=frozenset(filter(None, (_team_of(who, plan) for who in (checkin.by, kudos.to)))),
            path=checkin.path,
        )
        for checkin in checkins
        for kudos in checkin.kudos
    )


def _team_of(person: str, plan: Plan) -> str | None:
    known = plan.settings.people.get(person)
    return known.team if known else None
