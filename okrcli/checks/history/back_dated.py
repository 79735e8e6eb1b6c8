"""H803: a check-in is recorded at about the time of its date."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import accumulate
from typing import NamedTuple

from okrcli.checks.context import CheckContext
from okrcli.checks.history.disputed import merged_late
from okrcli.checks.history.ids import BACK_DATED
from okrcli.checks.past import Commit, Past
from okrcli.checks.rule import Example, Rule
from okrcli.compute.timeline import Timeline, order_of
from okrcli.model.checkin import CheckIn
from okrcli.model.finding import Finding, Location, Severity
from okrcli.model.plan import Plan
from okrcli.model.reading_columns import runs_of

_AHEAD = timedelta(hours=14)
"""How far two clocks that are right can be apart, where one of them forgets its zone."""


class _Recorded(NamedTuple):
    """A check-in of which it is known when it was recorded.

    Attributes:
        moment: As it says, else that of its commit, but not of an import.
        day: That of *moment*.
        commit: The commit that first had it; `None` for none, and for an import.
        is_imported: Whether it came with the workspace.
    """

    checkin: CheckIn
    moment: datetime
    day: date
    commit: Commit | None
    is_imported: bool


class _Entry(NamedTuple):
    """What a check-in says of a key result, or of a KPI or its segment."""

    day: date
    checkin: CheckIn
    has_own_day: bool
    segment: str | None = None


def back_dated(context: CheckContext) -> Iterator[Finding]:
    """Find check-ins and commits whose dates say another time than that of their making."""
    if context.past is None:
        return
    recorded = [*_all_recorded(context.plan, context.past)]
    yield from _commits_ahead(context, context.past)
    yield from _recorded_after_commit(context, recorded)
    yield from _recorded_late(context, context.past, recorded)
    yield from _committed_late(context, recorded)
    yield from _find_in_imports(context, recorded)
    yield from merged_late(context.plan, context.past, context.day)


def _commits_ahead(context: CheckContext, past: Past) -> Iterator[Finding]:
    for commit in past.ahead:
        message = (
            f"{commit.name} is dated {commit.day}, which is in the future: nobody knows when it "
            "and the commits after it were made, so none of them counts as made before a cycle."
        )
        hint = "Set the clock of the machine that made it; if nobody else has the commit, amend it."
        place = context.plan.place(context.plan.settings)
        yield Finding.of(BACK_DATED, place, message, hint, location=("commits", commit.name))


def _all_recorded(plan: Plan, past: Past) -> Iterator[_Recorded]:
    for checkin in plan.checkins:
        commit = past.committed.get(checkin.path)
        if is_imported := commit is not None and commit == past.began:
            commit = None
        moment = checkin.recorded or (commit and commit.moment)
        if moment is not None:
            yield _Recorded(checkin, moment, moment.date(), commit, is_imported)


def _recorded_after_commit(
    context: CheckContext, recorded: Iterable[_Recorded]
) -> Iterator[Finding]:
    for checkin, moment, _, commit, _ in recorded:
        if commit is not None and moment > commit.moment + _AHEAD:
            message = (
                f"This check-in says that it was recorded on {_text(moment)}, but "
                f"{commit.name} had it already on {_text(commit.moment)}."
            )
            hint = "Do not write `recorded` by hand: it decides which of two entries counts."
            yield _finding(context, checkin, message, hint, ("recorded",))


def _text(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y-%m-%d %H:%M} UTC"


class _Late(NamedTuple):
    """A check-in that was recorded some days after its date."""

    checkin: CheckIn
    recorded: datetime
    days: int


def _recorded_late(
    context: CheckContext, past: Past, known: Iterable[_Recorded]
) -> Iterator[Finding]:
    late = {id(late.checkin): late for late in _late_checkins(context, known)}
    overtaken = _find_overtaken(context, past, late) if late else {}
    grace = context.judges.checkin.grace_days
    for key, (checkin, recorded, days) in late.items():
        message = (
            f"This check-in of {checkin.date} was recorded {days} days later, on "
            f"{recorded.date()}: more than the {grace} days of grace"
        )
        if key in overtaken:
            message += f", when a value of {overtaken[key]} was already there."
            hint = "Date a check-in on the day it is made; a correction says in `note` what it is."
            yield _finding(context, checkin, message, hint, ("date",))
        else:
            hint = "Date a check-in on the day it is made, and give an older value its own `date`."
            yield _info(_finding(context, checkin, f"{message}.", hint, ("date",)))


def _late_checkins(context: CheckContext, known: Iterable[_Recorded]) -> Iterator[_Late]:
    grace = context.judges.checkin.grace_days
    for checkin, recorded, day, _, _ in known:
        days = (day - checkin.date).days
        if days > grace and day <= context.day and not _has_only_own_dates(checkin):
            yield _Late(checkin, recorded, days)


def _recorded_at(checkin: CheckIn, past: Past) -> datetime | None:
    """Return when it was recorded: as it says, else by its commit, but not that of an import."""
    commit = past.committed.get(checkin.path)
    return checkin.recorded or (commit.moment if commit and commit != past.began else None)


def _has_only_own_dates(checkin: CheckIn) -> bool:
    """Return whether every value says itself which day it is of."""
    dates = {entry.date for entry in checkin.key_results}
    dates |= {run.date for run in runs_of(checkin.readings)}
    return bool(dates) and None not in dates


def _find_overtaken(
    context: CheckContext, past: Past, late: Mapping[int, _Late]
) -> Mapping[int, date]:
    """Return those of the *late* that came before a value that was there, and that value's day."""
    found: dict[int, date] = {}
    for series in _all_series(context.snapshot.timeline):
        mine = [entry for entry in series if id(entry.checkin) in late and not entry.has_own_day]
        for segment in {entry.segment for entry in mine}:
            same = [entry for entry in series if entry.segment == segment]
            moments, days = _latest_days(same, past)
            for entry in mine:
                before = bisect_left(moments, late[id(entry.checkin)].recorded)
                if entry.segment == segment and before and days[before - 1] > entry.day:
                    found[id(entry.checkin)] = days[before - 1]
    return found


def _all_series(timeline: Timeline) -> Iterator[Sequence[_Entry]]:
    for entries in timeline.key_results.values():
        yield [_Entry(item.day, item.checkin, bool(item.content.date)) for item in entries]
    for readings in timeline.readings.values():
        yield [
            _Entry(block.day, block.checkin, bool(block.stated[block.start].date), segment)
            for block in readings.blocks
            for segment, _, _ in block.measurements()
        ]


def _latest_days(entries: Iterable[_Entry], past: Past) -> tuple[list[datetime], list[date]]:
    """Return when *entries* were recorded, in order, and the latest day that was there then."""
    known = sorted(
        (recorded, entry.day)
        for entry in entries
        if (recorded := _recorded_at(entry.checkin, past))
    )
    return [pair[0] for pair in known], [*accumulate((pair[1] for pair in known), max)]


def _committed_late(context: CheckContext, recorded: Iterable[_Recorded]) -> Iterator[Finding]:
    """Find commits of check-ins that say they are older: as squash merges are, and forgeries."""
    grace = context.judges.checkin.grace_days
    late: dict[Commit, list[CheckIn]] = {}
    for checkin, _, day, commit, _ in recorded:
        if commit is None or checkin.recorded is None:
            continue
        if (commit.day - day).days > grace and commit.day <= context.day:
            late.setdefault(commit, []).append(checkin)
    for commit, checkins in late.items():
        first = min(checkins, key=order_of)
        message = (
            f"{commit.name} of {commit.day} brought {_count(checkins)} recorded earlier, the first "
            f"on {first.recorded:%Y-%m-%d}: more than the {grace} days of grace."
        )
        hint = (
            "After a squash merge, a rebase or an import this is normal; otherwise, look into it."
        )
        yield _info(_finding(context, first, message, hint, ("recorded",)))


def _count(checkins: list[CheckIn]) -> str:
    if len(checkins) == 1:
        return "a check-in that says it was"
    return f"{len(checkins):,} check-ins that say they were"


def _find_in_imports(context: CheckContext, known: Iterable[_Recorded]) -> Iterator[Finding]:
    """Find values with dates of their own that are older than what brought them; one a commit."""
    grace = context.judges.checkin.grace_days
    seen: set[Commit] = set()
    for checkin, _, recorded, commit, is_imported in known:
        if is_imported or (old := _first_old(checkin, recorded, grace)) is None:
            continue
        if recorded > context.day or commit in seen:
            continue
        location, day = old
        message = (
            f"A value here has a `date` of its own, {day}, and was recorded on {recorded}: "
            f"more than the {grace} days of grace."
        )
        hint = "For an import this is normal; other values are dated on the day they are measured."
        yield _info(_finding(context, checkin, message, hint, location))
        seen.update([commit] if commit else [])


def _first_old(checkin: CheckIn, recorded: date, grace: int) -> tuple[Location, date] | None:
    for index, entry in enumerate(checkin.key_results):
        if entry.date is not None and (recorded - entry.date).days > grace:
            return ("key_results", index, "date"), entry.date
    for run in runs_of(checkin.readings):
        if run.date is not None and (recorded - run.date).days > grace:
            return ("readings", run.start, "date"), run.date
    return None


def _finding(
    context: CheckContext, checkin: CheckIn, message: str, hint: str, where: Location
) -> Finding:
    return Finding.of(
        BACK_DATED, context.plan.place(checkin, *where), message, hint, location=where
    )


def _info(finding: Finding) -> Finding:
    return replace(finding, severity=Severity.INFO)


def _example(by: str, kpi: str) -> Example:
    text = f"date: {{}}\nby: {by}\nrecorded: 2026-11-20T09:00:00Z\n"
    text += f"readings:\n  - {{{{kpi: {kpi}, value: 52}}}}\n"
    there = f"date: 2026-11-13\nby: {by}\nrecorded: 2026-11-13T09:00:00Z\n"
    there += f"readings:\n  - {{kpi: {kpi}, value: 44}}\n"
    return Example(
        f"checkins/2026/2026-11-20-{by}-7f3a9c12.yaml",
        failing=text.format("2026-11-02"),
        passing=text.format("2026-11-20"),
        beside={
            f"kpis/{kpi}.yaml": f"title: {kpi}\nunit: points\ndirection: up\n",
            f"checkins/2026/2026-11-13-{by}-0b51d7e4.yaml": there,
        },
    )


H803 = Rule(
    id=BACK_DATED,
    explanation=(
        "A value that is recorded weeks after its day was not known on that day: it makes a "
        "report of that day better, or worse, than what people could see. So a check-in is not "
        "dated before a value that was already there, beyond a few days of grace (`checkin: "
        "{grace_days: 3}` in okr.yaml), and not recorded after the commit that has it. What may "
        "be in order is only noted: a commit that is later than what it brings, as after a "
        "squash merge, once a commit, and entries with a `date` of their own, as imports have "
        "them. When a check-in does not say when it was recorded, its commit does. A commit that "
        "is dated in the future is found as well, because nothing after it has a date to rely "
        "on. So is a goalpost of which two lines of commits from before the cycle have different "
        "values, when they are merged after it began: git does not tell which one was agreed."
    ),
    source="Accounting practice: entries are booked when they happen",
    find=back_dated,
    examples={
        "en": _example("ana", "nps"),
        "es": _example("lucia", "satisfaccion"),
        "ru": _example("anna", "nps"),
    },
)
