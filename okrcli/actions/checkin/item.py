"""One thing to record in a check-in, and its text."""

from collections.abc import Sequence
from datetime import date

from okrcli.frozen import frozen_dataclass
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.readings import Reading


@frozen_dataclass
class Item:
    """One thing to record.

    Attributes:
        label: What it is about, in short.
        said: The recorded value as text, without the unit.
        change: The change since the last value, in brackets; empty if there is none.
        key_result: The key result, with its cycle; `None` if it is only about a KPI.
    """

    label: str
    said: str
    change: str = ""
    unit: str | None = None
    key_result: str | None = None
    entry: KeyResultEntry | None = None
    reading: Reading | None = None

    @property
    def summary(self) -> str:
        """Its text in short, as in `nps 47 (+3)`."""
        return " ".join(filter(None, (self.label, self.said, self.change)))

    @property
    def summary_with_unit(self) -> str:
        """The same with the unit, as in `nps 47 points (+3)`."""
        return " ".join(filter(None, (self.label, self.said, self.unit, self.change)))

    @property
    def full_summary(self) -> str:
        """The same with confidence, note and a day of its own."""
        first, last = self.entry or self.reading, self.reading or self.entry
        belief = self.entry.confidence if self.entry else None
        parts = [self.summary_with_unit]
        if belief and self.said != f"confidence {belief}":
            parts.append(f"confidence {belief}")
        if first and first.note:
            parts.append(f'"{first.note}"')
        if last and last.date:
            parts.append(f"on {last.date}")
        return ", ".join(parts)

    @property
    def keys(self) -> Sequence[tuple[str, date | None, str | None]]:
        """What identifies it: no other item of the check-in may have the same keys."""
        entry, reading = self.entry, self.reading
        keys: list[tuple[str, date | None, str | None]] = []
        if entry:
            keys.append((entry.key_result, entry.date, None))
        if reading:
            keys.append((reading.kpi, reading.date, reading.segment))
        return keys
