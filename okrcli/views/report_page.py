"""A report with what only a page has room for."""

from collections.abc import Mapping
from dataclasses import field, fields
from typing import Final

from okrcli.choices import Audience
from okrcli.compute.reports.report import Report
from okrcli.frozen import frozen_dataclass
from okrcli.views.sheets import KeyResultSheet, KpiSheet
from okrcli.views.tree import ObjectiveTree

MOST_CHARTS: Final = 60
"""A report of more key results and KPIs than this has no charts, so that its page stays light."""


@frozen_dataclass
class ReportPage(Report):
    """A report with what only a page shows.

    Attributes:
        language: The language that titles are in, as a code.
        tree: Which objective serves which; `None` if only a part of the cycle is shown.
        sheets: What is known of each key result by its reference, and of each KPI by its id; empty
            if there are more than `MOST_CHARTS`.
        audience: Who may see the page.
    """

    language: str = "en"
    tree: ObjectiveTree | None = None
    sheets: Mapping[str, KeyResultSheet | KpiSheet] = field(default_factory=dict)
    audience: Audience = Audience.ALL

    @classmethod
    def of(
        cls, report: Report, language: str = "en", audience: Audience = Audience.ALL
    ) -> "ReportPage":
        """Return the page of *report* alone."""
        if isinstance(report, cls):
            return report
        own = {name: getattr(report, name) for name in _FIELDS}
        return cls(**own, language=language, audience=audience)


_FIELDS: Final = tuple(field_.name for field_ in fields(Report))
