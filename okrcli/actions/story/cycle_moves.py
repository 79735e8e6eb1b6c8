"""Which commit moved the days of a cycle, or took the cycle away."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from okrcli.errors import OkrError
from okrcli.frozen import frozen_dataclass
from okrcli.history.log import NO_BLOBS, LogEntry
from okrcli.history.repository import Repository
from okrcli.history.snapshots import contents_of
from okrcli.model.finding import Location
from okrcli.model.settings import Settings
from okrcli.storage.layout import SETTINGS_FILE
from okrcli.storage.workspace import plan_of


@frozen_dataclass
class CycleMoves:
    """What commits did to the settings; they are read when they are first asked for.

    Attributes:
        entries: The commits, the earliest first.
    """

    repository: Repository
    entries: Sequence[LogEntry]

    def commit_of(self, location: Location) -> LogEntry | None:
        """Return the last commit that changed what stands at *location*, as `cycles.ID.end`.

        `None` where that is no place of a cycle. A merge counts where no parent had it so.
        """
        if location[:1] != ("cycles",):
            return None
        moved = (entry for entry in self._touching if self._has_moved(entry, location[1:3]))
        return next(moved, None)

    @property
    def _touching(self) -> Iterator[LogEntry]:
        return (entry for entry in reversed(self.entries) if SETTINGS_FILE in entry.files)

    def _has_moved(self, entry: LogEntry, place: Location) -> bool:
        settings = entry.files[SETTINGS_FILE]
        now = self._value(settings.blob, place)
        return all(self._value(blob, place) != now for blob in settings.before)

    def _value(self, blob: str, place: Location) -> object:
        settings = self._settings.get(blob)
        cycle = settings.cycle(str(place[0])) if settings else None
        return getattr(cycle, str(place[1]), None) if len(place) > 1 else cycle is not None

    @cached_property
    def _settings(self) -> Mapping[str, Settings | None]:
        blobs = {
            blob
            for settings in (entry.files[SETTINGS_FILE] for entry in self._touching)
            for blob in (*settings.before, settings.blob)
            if blob not in NO_BLOBS
        }
        contents = contents_of(self.repository, blobs)
        return {blob: _read(content) for blob, content in contents.items()}


def _read(content: bytes) -> Settings | None:
    try:
        return plan_of({SETTINGS_FILE: content}).settings
    except OkrError:
        return None
