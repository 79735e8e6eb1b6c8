"""What a change records, read back from its files."""

from datetime import UTC, date, datetime

from okrcli.actions.change import Change
from okrcli.model.checkin import CheckIn
from okrcli.model.readings import Reading
from okrcli.storage.workspace import plan_of

TODAY = date(2026, 11, 20)
NOW = datetime(2026, 11, 20, 9, 12, 44, tzinfo=UTC)


def checkins_in(change: Change | None) -> tuple[CheckIn, ...]:
    """Return the check-ins that *change* writes, which must be readable."""
    assert change is not None
    files = dict(zip(change.paths, (write.content for write in change.writes), strict=True))
    plan = plan_of({"okr.yaml": b"version: 1\n", **files})
    assert plan.findings == ()
    return plan.checkins


def readings_in(change: Change | None) -> tuple[Reading, ...]:
    """Return the readings that *change* writes."""
    return tuple(reading for checkin in checkins_in(change) for reading in checkin.readings)
