"""Whether an edited check-in only corrects entries that were refused before."""

from collections.abc import Sequence
from dataclasses import replace

from okrcli.checks.checkins.refusing import SECTIONS, refuse_entries
from okrcli.checks.context import CheckContext
from okrcli.checks.past import Rewrite
from okrcli.model.checkin import CheckIn
from okrcli.model.plan import Plan


def only_refused_entries_changed(context: CheckContext, rewrite: Rewrite) -> bool:
    """Return whether everything that counted in the file as it was committed is still as it was.

    An entry with an error does not count anywhere, so correcting or removing it does not change the
    past. As many entries may be new as were refused.
    """
    if rewrite.before is None or rewrite.how != "edited":
        return False
    if not rewrite.before.checkins:
        return bool(rewrite.before.unreadable)
    path = rewrite.before.checkins[0].path
    before = _as_committed(context, rewrite.before)
    original = next(checkin for checkin in before.checkins if checkin.path == path)
    refused = [entry.location[0] for entry in before.refused if entry.path == path]
    now = next((checkin for checkin in context.plan.checkins if checkin.path == rewrite.path), None)
    if now is None or _head(now) != _head(original):
        return False
    return all(
        _is_kept(
            getattr(original, section),
            getattr(now, section),
            refused.count(section),
        )
        for section in SECTIONS
    )


def _as_committed(context: CheckContext, committed: Plan) -> Plan:
    """Return the plan with the check-in as it was, without what was refused in it."""
    path = committed.checkins[0].path
    others = (checkin for checkin in context.plan.checkins if checkin.path != path)
    plan = replace(
        context.plan,
        checkins=(*others, *committed.checkins),
        sources={**context.plan.sources, **committed.sources},
        refused=committed.refused,
        judged=None,
    )
    return refuse_entries(plan, context.day)


def _head(checkin: CheckIn) -> tuple[object, ...]:
    return checkin.date, checkin.by, checkin.recorded, checkin.note


def _is_kept(counted: Sequence[object], now: Sequence[object], refused: int) -> bool:
    """Return whether *now* has all that counted, in order, and no more new than was refused."""
    rest = iter(now)
    return all(part in rest for part in counted) and len(now) <= len(counted) + refused
