"""The options and the types of renderers."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from okrcli.choices import CsvDialect, ReportSort
from okrcli.frozen import frozen_dataclass

if TYPE_CHECKING:
    from okrcli.compute.reports.report import Report
    from okrcli.next_step import StepWords
    from okrcli.views.alerts import AlertOutcome
    from okrcli.views.audit import Audit
    from okrcli.views.calendar import TeamCalendar
    from okrcli.views.catalog import CatalogView
    from okrcli.views.check import CheckOutcome
    from okrcli.views.doctor import Examination
    from okrcli.views.kpi_list import KpiListing
    from okrcli.views.reminders import Reminders
    from okrcli.views.report_diff import ReportDiff
    from okrcli.views.review import Review
    from okrcli.views.rulebook import Rulebook
    from okrcli.views.story import Story
    from okrcli.views.tree import ObjectiveTree
    from okrcli.wording.titles.statement import Statement


@frozen_dataclass
class RenderOptions:
    """How to draw; machine formats use nothing but the words.

    Attributes:
        words: How the front end says what to do next.
        width: Columns to fit in.
        ascii: Draw with ASCII symbols; text from the files stays as it is.
        all: Show every row, however many there are.
        explain: Show how a sentence was read.
        full: Show titles whole, however many lines they take.
        summary: Show a line for each objective and nothing else.
        sort: What decides which objective comes first in the table; `None` for the worst pace.
        dialect: How CSV is written.
    """

    words: "StepWords"
    width: int = 80
    colour: bool = False
    ascii: bool = False
    all: bool = False
    explain: bool = False
    full: bool = False
    summary: bool = False
    sort: ReportSort | None = None
    dialect: CsvDialect = "standard"


ReportRenderer = Callable[["Report", RenderOptions], str]
FindingRenderer = Callable[["CheckOutcome", RenderOptions], str]
RuleRenderer = Callable[["Rulebook", RenderOptions], str]
StatementRenderer = Callable[["Statement", RenderOptions], str]
KpiRenderer = Callable[["KpiListing", RenderOptions], str]
AlertRenderer = Callable[["AlertOutcome", RenderOptions], str]
CatalogRenderer = Callable[["CatalogView", RenderOptions], str]
ReminderRenderer = Callable[["Reminders", RenderOptions], str]
LogRenderer = Callable[["Story", RenderOptions], str]
AuditRenderer = Callable[["Audit", RenderOptions], str]
TreeRenderer = Callable[["ObjectiveTree", RenderOptions], str]
CalendarRenderer = Callable[["TeamCalendar", RenderOptions], str]
DiffRenderer = Callable[["ReportDiff", RenderOptions], str]
DoctorRenderer = Callable[["Examination", RenderOptions], str]
ReviewRenderer = Callable[["Review", RenderOptions], str]
