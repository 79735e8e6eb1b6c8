"""The workspace's settings: `okr.yaml`."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from annotated_types import Ge, Le
from pydantic import ConfigDict

from okrcli.choices import Cadence, Language, Profile
from okrcli.model.base import CycleId, Id, Number, OkrModel, Record, Text, Whole
from okrcli.model.cycle import Calendar, Cycle, CycleDates
from okrcli.model.people import Person

VERSION = 1
"""The newest version of the file layout that this program reads and writes."""

WordGroup = Literal["vague", "change", "reach", "task", "keep", "weasel", "placeholder", "vanity"]


class Team(OkrModel):
    """A team.

    Attributes:
        name: The name that people use for it.
        parent: Id of the team that it is part of. A team without a parent is a top team, whose
            objectives need no parent.
        lead: Who leads it.
    """

    name: Text
    parent: Id | None = None
    lead: Id | None = None


class CheckinSettings(OkrModel):
    """When a check-in is due, F22.

    Attributes:
        cadence: How often a check-in is due.
        grace_days: The number of days after the due date on which a check-in is still on time.
    """

    cadence: Cadence = "weekly"
    grace_days: Annotated[Whole, Ge(0), Le(366)] = 3


class StatusSettings(OkrModel):
    """The largest gap between expected and actual progress for each pace; F20.

    Attributes:
        on_track: The largest gap that is still on track, as a share: 0.10 is ten percentage points.
        at_risk: The largest gap that is still at risk, as a share; a larger one is off track.
    """

    on_track: Number = Decimal("0.10")
    at_risk: Number = Decimal("0.25")


class AuditSettings(OkrModel):
    """What an audit requires of commits.

    Attributes:
        signatures: Whether commits have to be signed, from the one on that says so: `required` or
            `optional`.
    """

    signatures: Literal["optional", "required"] = "optional"


class WordChanges(OkrModel):
    """Words that the team adds to a group of the wording rules, or removes from it.

    Attributes:
        add: Words to add to the group.
        remove: Words to remove from the group.
    """

    add: tuple[Text, ...] = ()
    remove: tuple[Text, ...] = ()


class RuleSettings(OkrModel):
    """Which rules `okr check` applies; a rule is named by its code, its name, or a code prefix.

    Attributes:
        profile: How strict the rules are: `draft` only warns, `basic` is the default, `strict` has
            more errors.
        select: The only rules to apply, by code, by name or by code prefix.
        ignore: Rules not to apply, by code, by name or by code prefix.
        severity: The severity of a rule's findings, `error`, `warning` or `info`, by code, by name
            or by code prefix.
        per_file_ignores: Rules that do not apply to some files, by a pattern of their paths, as in
            `objectives/2025-*/*`.
        words: Words to add to or remove from those that the wording rules look for, by group.
    """

    profile: Profile = "basic"
    select: tuple[Text, ...] = ()
    ignore: tuple[Text, ...] = ()
    severity: Mapping[Text, Literal["error", "warning", "info"]] = {}
    per_file_ignores: Mapping[Text, tuple[Text, ...]] = {}
    words: Mapping[WordGroup, WordChanges] = {}


class Settings(Record):
    """The settings of a workspace, in `okr.yaml`.

    Attributes:
        version: The version of the file layout.
        name: The workspace's name in reports.
        language: The language of the workspace: `en`, `es` or `ru`.
        calendar: How the team divides its year.
        cycles: The team's own time boxes, by name; the folder in `objectives/` has the same name.
        teams: The teams by id. If any are listed, only these can be used; otherwise any name can.
        people: The people who own things, by id. If any are listed, only these can be used;
            otherwise any name can.
        checkin: When a check-in is due.
        status: How far behind a key result may be before its pace changes.
        rules: Which rules `okr check` applies.
        audit: What an audit requires of commits.
        include: Folders of other workspaces; not supported yet.
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
    audit: AuditSettings = AuditSettings.model_construct()
    include: tuple[Text, ...] = ()

    def cycle(self, cycle_id: str) -> Cycle | None:
        """Return the cycle named *cycle_id*; the team's own come before the calendar's."""
        if own := self.cycles.get(cycle_id):
            return Cycle(cycle_id, own.start, own.end)
        return self.calendar.dates_of(cycle_id)
