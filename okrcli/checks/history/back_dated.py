"""H803: a check-in is recorded when it is true."""

from collections.abc import Iterator, Mapping
from datetime import date

from okrcli.checks.case import Case
from okrcli.checks.rule import Example, Rule
from okrcli.model.checkin import CheckIn
from okrcli.model.finding import Finding, RuleId, Severity

BACK_DATED = RuleId("H803", "back-dated", Severity.WARNING)


def back_dated(case: Case) -> Iterator[Finding]:
    """Find check-ins that were recorded later than the days of grace allow."""
    if case.past is None:
        return
    grace = case.plan.settings.checkin.grace_days
    for checkin in case.plan.checkins:
        recorded = _recorded(checkin, case.past.committed)
        if recorded is None or recorded > case.day or _is_import(checkin):
            continue
        if (late := (recorded - checkin.date).days) > grace:
            message = (
                f"This check-in of {checkin.date} was recorded {late} days later, on {recorded}: "
                f"more than the {grace} days of grace."
            )
            hint = "Date a check-in on the day it is made, and give an older value its own `date`."
            place = case.plan.place(checkin, "date")
            yield Finding.of(BACK_DATED, place, message, hint, location=("date",))


def _recorded(checkin: CheckIn, committed: Mapping[str, date]) -> date | None:
    return checkin.recorded.date() if checkin.recorded else committed.get(checkin.path)


def _is_import(checkin: CheckIn) -> bool:
    """Return whether every value says itself which day it is of."""
    dates = [
        *(entry.date for entry in checkin.key_results),
        *(reading.date for reading in checkin.readings),
    ]
    return bool(dates) and None not in dates


def _example(path: str, by: str, note: str) -> Example:
    text = f"date: {{}}\nby: {by}\nrecorded: 2026-11-20T09:00:00Z\nnote: {note}\n"
    return Example(path, failing=text.format("2026-11-02"), passing=text.format("2026-11-20"))


H803 = Rule(
    id=BACK_DATED,
    explanation=(
        "A value that is recorded weeks after its day was not known on that day: it makes a report "
        "of that day better, or worse, than what people could see. A few days of grace are fine "
        "(`checkin: {grace_days: 3}` in okr.yaml), and so are entries with a `date` of their own, "
        "as imports have them. When a check-in does not say when it was recorded, its commit does."
    ),
    source="Accounting practice: entries are booked when they happen",
    find=back_dated,
    examples={
        "en": _example("checkins/2026/2026-11-20-ana-7f3a9c12.yaml", "ana", "First wave is in"),
        "es": _example("checkins/2026/2026-11-20-lucia-0b51d7e4.yaml", "lucia", "Primera ola"),
        "ru": _example("checkins/2026/2026-11-20-anna-5c9e02aa.yaml", "anna", "Первая волна"),
    },
)
