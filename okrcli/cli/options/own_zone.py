"""The time zone of this computer, with its summer times."""

from datetime import UTC, datetime, timedelta, tzinfo


class OwnZone(tzinfo):
    """Whatever the system takes for local time, at every moment."""

    def utcoffset(self, moment: datetime | None) -> timedelta | None:
        """Return how far ahead of UTC this computer is at *moment*, a local time."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().utcoffset()

    def dst(self, _moment: datetime | None) -> timedelta | None:
        """Return that nobody tells how much of the offset is summer time."""
        return None

    def tzname(self, moment: datetime | None) -> str | None:
        """Return the letters of the zone at *moment*."""
        return None if moment is None else moment.replace(tzinfo=None).astimezone().tzname()

    def fromutc(self, moment: datetime) -> datetime:
        """Return the local time of *moment*, which is in UTC."""
        return moment.replace(tzinfo=UTC).astimezone().replace(tzinfo=self)
