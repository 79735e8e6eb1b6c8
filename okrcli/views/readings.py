"""The results of recording readings: typed, imported, or computed from answers."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from okrcli.compute.kpis.comparison import Correction, KpiComparison
from okrcli.compute.kpis.survey import SurveyScore
from okrcli.compute.reports.report import KpiReport, Point
from okrcli.frozen import frozen_dataclass
from okrcli.model.kpi import Kpi
from okrcli.model.readings import DatedReading
from okrcli.views.doubt import Doubt


@frozen_dataclass
class RecordedReading:
    """One recorded reading, and the KPI with it.

    Attributes:
        text: What was recorded, as in `nps 47 points (+3)`.
        before: The value that was in force on the reading's day before.
        report: The KPI as of today, with the reading.
        doubt: Why the value is probably a mistake; `None` if there is no doubt.
    """

    path: str
    kpi: Kpi
    segment: str | None
    text: str
    before: Point | None
    report: KpiReport
    doubt: Doubt | None = None


@frozen_dataclass
class ImportedReadings:
    """The readings of files, against those in force.

    Attributes:
        origin: Where they come from, as text for people.
        comparisons: One per KPI.
        rows: The first ones, each with its line.
        remarks: What was not read from the files; one sentence each.
        doubts: Doubts about values that are probably mistakes.
    """

    origin: str
    comparisons: Sequence[KpiComparison]
    rows: Sequence[tuple[int, DatedReading]]
    remarks: Sequence[str] = ()
    doubts: Sequence[Doubt] = ()


@frozen_dataclass
class GroupScore:
    """The score of the answers of a period, of all or of one segment."""

    day: date
    segment: str | None
    score: SurveyScore


@frozen_dataclass
class SurveyScores:
    """The scores of a survey.

    Attributes:
        answers: How many there are.
        empty: The number of rows without an answer.
        refusals: The number of rows that explicitly have no answer, by their text.
        scores: The scores by day; for each day the KPI's segments in their order, then the whole.
        comparisons: The readings that they become, compared with those in force.
        remarks: What was not read from the file, and how answers in words were read; one sentence
            each.
        doubts: Doubts about scores that are probably mistakes.
    """

    kpi: Kpi
    answers: int
    empty: int
    refusals: Mapping[str, int]
    scores: Sequence[GroupScore]
    comparisons: Sequence[KpiComparison]
    remarks: Sequence[str] = ()
    doubts: Sequence[Doubt] = ()

    @property
    def by_day(self) -> bool:
        """Whether there are scores of several days."""
        return len({scored.day for scored in self.scores}) > 1


def corrections_in(comparisons: Sequence[KpiComparison]) -> Sequence[Correction]:
    """Return the corrections of all KPIs."""
    return [correction for of_kpi in comparisons for correction in of_kpi.corrections]


def summaries_of(comparisons: Sequence[KpiComparison]) -> Iterator[str]:
    """Yield a line for each KPI: how many readings are new, and their days."""
    for of_kpi in comparisons:
        counts = ", ".join(_counts_of(of_kpi))
        first, last = of_kpi.first.date, of_kpi.last.date
        days = f"{first} to {last}" if first != last else f"{first}"
        yield f"{of_kpi.kpi}  {counts}; {days}"


def _counts_of(comparison: KpiComparison) -> Iterator[str]:
    if comparison.new:
        yield f"{len(comparison.new):,} new"
    if count := len(comparison.corrections):
        yield f"{count:,} {'corrects' if count == 1 else 'correct'} an earlier value"
    if comparison.unchanged:
        yield f"{comparison.unchanged:,} unchanged"
