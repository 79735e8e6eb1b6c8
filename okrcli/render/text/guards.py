"""The guards of key results: KPIs that must stay healthy while a key result moves."""

from collections.abc import Iterator

from okrcli.compute.reports.report import KeyResultReport
from okrcli.render.drawing.style import Look, kpi_look


def guard_looks(key_result: KeyResultReport) -> Iterator[tuple[str, Look]]:
    """Yield each guard with the look of its health; an old value never looks good."""
    for guard in key_result.guards:
        yield guard.id, kpi_look(guard)
