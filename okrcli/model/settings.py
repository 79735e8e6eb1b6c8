"""The workspace's settings: `okr.yaml`."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from annotated_types import Ge, Le

from okrcli.model.base import Cadence, CycleId, Id, Number, OkrModel, Record, Text, Whole
from okrcli.model.cycle import Calendar, Cycle, CycleDates

VERSION = 1
"""The newest version of the file layout that this program reads and writes."""

Language = Literal["en", "es", "ru"]
Profile = Literal["draft", "basic", "strict"]
WordGroup = Literal["vague", "change", "reach", "task", "keep", "weasel", "placeholder", "vanity"]


class Team(OkrModel):
    """A team; one without *parent* is a top team, whose objectives need no parent."""

    name: Text
    parent: Id | None = None
    lead: Id | None = None


class Person(OkrModel):
    """Someone who owns things; recognised by *email* when they check in."""

    name: Text
    email: Text | None = None
    team: Id | None = None


class CheckinSettings(OkrModel):
    """When a check-in is due; one is overdue *grace_days* later, F22."""

    cadence: Cadence = "weekly"
    grace_days: Annotated[Whole, Ge(0), Le(366)] = 3


class StatusSettings(OkrModel):
    """The largest gap between expected and actual progress, as shares, for each pace; F20."""

    on_track: Number = Decimal("0.10")
    at_risk: Number = Decimal("0.25")


class WordChanges(OkrModel):
    """Words that the team adds to a group of the wording rules, or removes from it."""

    add: tuple[Text, ...] = ()
    remove: tuple[Text, ...] = ()


class RuleSettings(OkrModel):
    """Which rules `okr check` applies; codes, letters or names, wherever a rule is named."""

    profile: Profile = "basic"
    select: tuple[Text, ...] = ()
    ignore: tuple[Text, ...] = ()
    severity: Mapping[Text, Literal["error", "warning", "info"]] = {}
    per_file_ignores: Mapping[Text, tuple[Text, ...]] = {}
    words: Mapping[WordGroup, WordChanges] = {}


class Settings(Record):
    """What `okr.yaml` holds; a workspace without *people* or *teams* accepts any name."""

    version: Whole = VERSION
    name: Text = "OKR"
    language: Language = "en"
    calendar: Calendar = Calendar()
    cycles: Mapping[CycleId, CycleDates] = {}
    teams: Mapping[Id, Team] = {}
    people: Mapping[Id, Person] = {}
    checkin: CheckinSettings = CheckinSettings()
    status: StatusSettings = StatusSettings()
    rules: RuleSettings = RuleSettings()
    include: tuple[Text, ...] = ()

    def cycle(self, cycle_id: str) -> Cycle | None:
        """Return the cycle named *cycle_id*; the team's own come before the calendar's."""
        if own := self.cycles.get(cycle_id):
            return Cycle(cycle_id, own.start, own.end)
        return self.calendar.dates_of(cycle_id)
