"""What this computer knows of its user: where programs keep files for them, and their time zone."""

import os
from datetime import UTC, datetime, timedelta, tzinfo
from pathlib import Path

from okrcli.storage.cache.folder import CacheFolder
from okrcli.system import cache_folder, state_folder


def own_cache() -> CacheFolder | None:
    """Return where it is kept for the user what files hold; `None` if there is no such place."""
    home = _home()
    return CacheFolder(cache_folder(os.environ, home)) if home else None


def own_state_folder() -> Path | None:
    """Return the folder for the user's program state; `None` if there is none."""
    home = _home()
    return state_folder(os.environ, home) if home else None


def _home() -> Path | None:
    try:
        return Path.home()
    except RuntimeError:  # nobody knows where it is
        return None


class OwnZone(tzinfo):
    """Whatever the system takes for local time, at every moment, with its summer times."""

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
