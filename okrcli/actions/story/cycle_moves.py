"""Which commits moved the days of cycles, or took cycles away."""

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import pairwise
from typing import Literal

from okrcli.checks.history.agreed_cycles import amendments_of
from okrcli.checks.history.amended import apply_amendments
from okrcli.checks.past import SettingsVersion
from okrcli.errors import OkrError
from okrcli.frozen import frozen_dataclass
from okrcli.history.log import NO_BLOBS, LogEntry
from okrcli.history.repository import Repository
from okrcli.history.snapshots import contents_of
from okrcli.model.cycle import CycleAmendment, CycleDates
from okrcli.model.finding import Location
from okrcli.model.plan import Plan
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
        return {blob: settings_in(content) for blob, content in contents.items()}


def settings_in(content: bytes) -> Settings | None:
    """Return what an okr.yaml held; `None` where nobody can read it."""
    try:
        return plan_of({SETTINGS_FILE: content}).settings
    except OkrError:
        return None


def with_silent_cycle_moves(plan: Plan, versions: Sequence[SettingsVersion]) -> Plan:
    """Return *plan* with an amendment of each cycle whose days moved without one since it began.

    Args:
        plan: What the workspace holds.
        versions: The settings as commits left them, the earliest first, and as they are.
    """
    cycles = dict(plan.settings.cycles)
    for cycle in plan.cycles:
        if moves := tuple(_silent_moves(cycle.id, versions)):
            known = amendments_of(plan.settings, cycle.id)
            dates = CycleDates(start=cycle.start, end=cycle.end)
            cycles[cycle.id] = dates.model_copy(update={"amendments": (*known, *moves)})
    if cycles == plan.settings.cycles:
        return plan
    return plan.with_settings(plan.settings.model_copy(update={"cycles": cycles}))


def _silent_moves(name: str, versions: Sequence[SettingsVersion]) -> Iterator[CycleAmendment]:
    for before, now in pairwise(versions):
        was, is_now = before.settings.cycle(name), now.settings.cycle(name)
        if was is None or is_now is None or now.day < was.start:
            continue
        known = amendments_of(before.settings, name)
        new = [one for one in amendments_of(now.settings, name) if one not in known]
        for field in _DAYS:
            expected = apply_amendments(getattr(was, field), field, new)
            if getattr(is_now, field) != expected:
                yield CycleAmendment(
                    date=now.day,
                    field=field,
                    was=expected,
                    now=getattr(is_now, field),
                    why=f"Changed in {now.name}, without an amendment.",
                )


_DAYS: Sequence[Literal["start", "end"]] = ("start", "end")
