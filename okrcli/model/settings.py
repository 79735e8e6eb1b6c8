"""The workspace's settings: `okr.yaml`."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from annotated_types import Ge, Le
from pydantic import ConfigDict

from okrcli.model.base import Cadence, CycleId, Id, Number, OkrModel, Record, Text, Whole
from okrcli.model.cycle import Calendar, Cycle, CycleDates
from okrcli.model.people import Person

VERSION = 1
"""The newest version of the file layout that this program reads and writes."""

Language = Literal["en", "es", "ru"]
Profile = Literal["draft", "basic", "strict"]
WordGroup = Literal["vague", "change", "reach", "task", "keep", "weasel", "placeholder", "vanity"]


class Team(OkrModel):
    """A team.

    Attributes:
        name: As people call it.
        parent: Id of the team that it is part of; a team without one is a top team, whose
            objectives need no parent.
        lead: Who leads it.
    """

    name: Text
    parent: Id | None = None
    lead: Id | None = None


class CheckinSettings(OkrModel):
    """When a check-in is due, F22.

    Attributes:
        cadence: How often.
        grace_days: How many days late is still in time.
    """

    cadence: Cadence = "weekly"
    grace_days: Annotated[Whole, Ge(0), Le(366)] = 3


class StatusSettings(OkrModel):
    """The largest gap between expected and actual progress for each pace; F20.

    Attributes:
        on_track: Up to this far behind is on track, as a share: 0.10 is ten percentage points.
        at_risk: Up to this far behind is at risk, and more is off track; as a share.
    """

    on_track: Number = Decimal("0.10")
    at_risk: Number = Decimal("0.25")


class WordChanges(OkrModel):
    """Words that the team adds to a group of the wording rules, or removes from it.

    Attributes:
        add: Words that count as well.
        remove: Words that do not count.
    """

    add: tuple[Text, ...] = ()
    remove: tuple[Text, ...] = ()


class RuleSettings(OkrModel):
    """Which rules `okr check` applies; codes, how they begin, or names, wherever a rule is named.

    Attributes:
        profile: How strict: `draft` warns only, `basic`, or `strict` with more errors.
        select: Only these rules, by code, by name or by how codes begin.
        ignore: Not these rules, by code, by name or by how codes begin.
        severity: `error`, `warning` or `info` of a rule's findings, by code, by name or by how
            codes begin.
        per_file_ignores: Rules that do not hold for some files, by a pattern of their paths, as in
            `objectives/2025-*/*`.
        words: Words that the wording rules know or do not know, by group.
    """

    profile: Profile = "basic"
    select: tuple[Text, ...] = ()
    ignore: tuple[Text, ...] = ()
    severity: Mapping[Text, Literal["error", "warning", "info"]] = {}
    per_file_ignores: Mapping[Text, tuple[Text, ...]] = {}
    words: Mapping[WordGroup, WordChanges] = {}


class Settings(Record):
    """What holds for all objectives and KPIs of a workspace.

    Attributes:
        version: Of the file layout.
        name: The workspace's name in reports.
        language: Of the workspace: `en`, `es` or `ru`.
        calendar: How the team cuts its year.
        cycles: Time boxes of the team's own, by name; the folder in `objectives/` has the same.
        teams: The teams by id. Without any, every name may be a team's; with some, only theirs.
        people: Those who own things, by id. Without any, every name may own things; with some, only
            theirs.
        checkin: When a check-in is due.
        status: How far behind a key result may be.
        rules: Which rules `okr check` applies.
        include: Folders of other workspaces; not followed yet.
    """

    model_config = ConfigDict(title="Workspace settings")

    version: Annotated[Whole, Ge(VERSION)] = VERSION
    name: Text = "OKR"
    language: Language = "en"
    calendar: Calendar = Calendar.model_construct()
    cycles: Mapping[CycleId, CycleDates] = {}
    teams: Mapping[Id, Team] = {}
    people: Mapping[Id, Person] = {}
    checkin: CheckinSettings = CheckinSettings.model_construct()
    status: StatusSettings = StatusSettings.model_construct()
    rules: RuleSettings = RuleSettings.model_construct()
    include: tuple[Text, ...] = ()

    def cycle(self, cycle_id: str) -> Cycle | None:
        """Return the cycle named *cycle_id*; the team's own come before the calendar's."""
        if own := self.cycles.get(cycle_id):
            return Cycle(cycle_id, own.start, own.end)
        return self.calendar.dates_of(cycle_id)
