"""Leading KPIs, lagging ones and drafts, apart."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeVar

from okrcli.compute.reports.report import KpiReport

KIND_TITLES: Mapping[str | None, str] = {
    "leading": "Leading KPI",
    "lagging": "Lagging KPI",
    None: "KPI",
    "draft": "Draft KPI",
}
"""The titles of the KPIs of each kind, in their order."""

_Shown = TypeVar("_Shown")


def kind_of(kpi: KpiReport) -> str | None:
    """Return the kind under which *kpi* is listed."""
    return "draft" if kpi.status == "draft" else kpi.kind


def by_kind(kpis: Iterable[KpiReport]) -> Iterator[tuple[str, Sequence[KpiReport]]]:
    """Yield the title of each kind with its *kpis*.

    Those without a kind come after the others, and drafts of any kind last.
    """
    return grouped_by_kind(kpis, lambda kpi: kpi)


def grouped_by_kind(
    shown: Iterable[_Shown], kpi_of: Callable[[_Shown], KpiReport]
) -> Iterator[tuple[str, Sequence[_Shown]]]:
    """Yield the things *shown*, each about a KPI, in groups like `by_kind`."""
    listed = list(shown)
    for kind, title in KIND_TITLES.items():
        alike = [kpi for kpi in listed if kind_of(kpi_of(kpi)) == kind]
        if alike:
            yield title, alike
