"""Which files an import reads, and how: from the command line, or from the KPIs' `source`."""

from collections.abc import Sequence
from pathlib import Path, PurePath

from okrcli.actions.checkin.entries import require_segment
from okrcli.actions.file_names import name_of
from okrcli.choices import TableFormat
from okrcli.errors import UsageError, WorkspaceError
from okrcli.frozen import frozen_dataclass
from okrcli.model.kpi import Kpi, ReadingSource
from okrcli.model.plan import Plan
from okrcli.sources.base import TableOptions
from okrcli.sources.cells import CellOptions
from okrcli.sources.readings.readings import ReadingOptions
from okrcli.storage.layout import inside


@frozen_dataclass
class Origin:
    """A file of readings.

    Attributes:
        path: The path to open; `-` is standard input.
        name: The name for messages.
        format: The format; by default, decided by name or content.
        table: The options for its cells.
        readings: The options for its readings.
    """

    path: str
    name: str
    format: TableFormat | None
    table: TableOptions
    readings: ReadingOptions

    @property
    def short_name(self) -> str:
        """The name without its folder."""
        return short_name(self.name)


def short_name(name: str) -> str:
    """Return *name* of a file without its folder."""
    return PurePath(name).name


def origin_of_file(
    path: str, format_: TableFormat | None, table: TableOptions, readings: ReadingOptions
) -> Origin:
    """Return the file at *path*, which the user named."""
    return Origin(path, name_of(path), format_, table, readings)


def origins_of_kpis(plan: Plan, root: Path, ids: Sequence[str]) -> Sequence[Origin]:
    """Return the sources of the KPIs *ids*, or of all if empty, those of the same file together.

    Raises:
        UsageError: A KPI has no `source`.
        UnknownReferenceError: There is no such KPI.
        WorkspaceError: A file is not inside the workspace.
    """
    kpis = [plan.kpi(id_) for id_ in dict.fromkeys(ids)] or [*plan.kpis_by_id.values()]
    origins = [_origin_of(kpi, kpi.source, root) for kpi in kpis if kpi.source]
    without = [kpi.id for kpi in kpis if kpi.source is None]
    if (ids and without) or not origins:
        raise UsageError(
            f"{without[0]} has no `source`." if ids else "No KPI has a `source`.",
            "Write `source: {file: data/nps.csv}` into the file of a KPI.",
        )
    return sorted(origins, key=lambda origin: origin.path)


def _origin_of(kpi: Kpi, source: ReadingSource, root: Path) -> Origin:
    return Origin(
        str(_file_of(kpi, source, root)),
        name_of(source.file),
        source.format,
        TableOptions(source.encoding, source.table, source.skip),
        ReadingOptions(
            columns=source.columns,
            kpi=kpi.id,
            cells=CellOptions(source.decimal, source.dates),
            only=kpi.id,
            scale=source.scale,
        ),
    )


def _file_of(kpi: Kpi, source: ReadingSource, root: Path) -> Path:
    """Return the path of the file, which must be a regular file in the workspace and not git's."""
    try:
        found = inside(root, source.file)
    except WorkspaceError as error:
        raise WorkspaceError(f"{kpi.id}: {error.message}", *error.hints) from None
    if not found.is_file():
        raise WorkspaceError(
            f"{kpi.id}: there is no file '{source.file}' in the workspace.",
            f"Put it there, or correct `source` in kpis/{kpi.id}.yaml.",
        )
    return found


def require_known(plan: Plan, options: ReadingOptions) -> None:
    """Refuse an unknown KPI or segment.

    Raises:
        OkrError: *options* name one that is unknown.
    """
    if options.kpi is not None:
        kpi = plan.kpi(options.kpi)
        if options.segment:
            require_segment(kpi, options.segment)
