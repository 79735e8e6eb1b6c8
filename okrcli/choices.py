"""What fields of files, and options that say the same, are chosen from.

They stand apart from the records, which take long to import, so that the help of a command has them
without the records.
"""

from enum import StrEnum
from typing import Literal

Language = Literal["en", "es", "ru"]
Cadence = Literal["daily", "weekly", "biweekly", "monthly", "quarterly"]
Ambition = Literal["committed", "aspirational"]

Direction = Literal["up", "down", "range"]
Kind = Literal["leading", "lagging"]
Family = Literal["revenue", "customer", "operations", "satisfaction"]
Aggregate = Literal["mean", "sum", "last", "weighted"]
CauseType = Literal["process", "training", "market", "product", "other"]

TableFormat = Literal["csv", "tsv", "json", "jsonl", "xlsx", "sqlite"]
"""The formats that `sources` can read."""

DecimalName = Literal["comma", "point"]
ScaleName = Literal["share", "percent"]
DateOrder = Literal["ymd", "dmy", "mdy", "my"]
SurveyPeriod = Literal["day", "week", "month", "quarter"]

Profile = Literal["draft", "basic", "strict"]
CiServer = Literal["github", "gitlab"]
CsvDialect = Literal["standard", "excel"]


class Severity(StrEnum):
    """How serious a finding is; only errors make `okr check` fail."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def is_at_least(self, other: "Severity") -> bool:
        """Return whether it is as serious as *other*, or more."""
        order = [*Severity]
        return order.index(self) <= order.index(other)


class Pace(StrEnum):
    """Progress against elapsed time, worst last; F20."""

    DONE = "done"
    ON_TRACK = "on_track"
    NO_DATA = "no_data"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    MISSED = "missed"


class ReportSort(StrEnum):
    """The criterion by which objectives are sorted; ties are broken by reference."""

    PACE = "pace"
    ID = "id"
    PROGRESS = "progress"
    DUE = "due"


class ShownHealth(StrEnum):
    """A KPI's health as it is shown; with an old value it is stale, whatever that value is."""

    HEALTHY = "healthy"
    WARNING = "warning"
    BREACH = "breach"
    STALE = "stale"
    NO_DATA = "no_data"
    DRAFT = "draft"


class Audience(StrEnum):
    """Who may see a site.

    `all`: those who may see the files. `titles`: what is aimed at and how it stands, without
    people and what they wrote. `score`: how much is reached, without any words or numbers of ours.
    """

    ALL = "all"
    TITLES = "titles"
    SCORE = "score"
