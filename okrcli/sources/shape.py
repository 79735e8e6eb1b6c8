"""Whether a table is long (one reading per row) or wide (one column per KPI), and its columns."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from okrcli.model.kpi import Kpi
from okrcli.next_step import NextStep, StepKind
from okrcli.printable import inert_value
from okrcli.sources.base import Cell, Problem, Refusal, SourceError, suggestion_for
from okrcli.sources.headers import FIELDS, field_of, fields_in, position_of
from okrcli.sources.kpi_names import KpiNames
from okrcli.sources.readings.day_columns import day_columns, kpi_column
from okrcli.sources.readings.long_rows import ReadColumns
from okrcli.sources.segments import segment_of
from okrcli.sources.table import Table
from okrcli.sources.units.row_units import scale_columns, units_column


class ValueColumn(NamedTuple):
    """A column of values.

    Attributes:
        kpi: The KPI of all values; `None` if each row says it.
        segment: The segment of all values; `None` if the row or the options say it, if anything
            does.
        day: The day of all values, as named by the column; `None` if the row or the options say it.
    """

    position: int
    kpi: Kpi | None = None
    segment: str | None = None
    day: Cell = None


class Shape(NamedTuple):
    """The positions of everything in the rows of a table.

    Attributes:
        fields: The position of each field that has a column.
        values: The value columns: one in a long table; in a wide one, one for each KPI or day.
    """

    fields: Mapping[str, int]
    values: Sequence[ValueColumn]

    @property
    def is_wide(self) -> bool:
        """Whether columns stand for KPIs or days, so that an empty cell is not a reading."""
        return self.values[0].kpi is not None or self.has_days

    @property
    def has_days(self) -> bool:
        """Whether columns stand for days."""
        return self.values[0].day is not None

    @property
    def read(self) -> ReadColumns:
        """The columns that are read."""
        at = self.fields
        numbers = [*(column.position for column in self.values), *_at(at, "weight")]
        return ReadColumns(at.get("date"), numbers, _at(at, "kpi", "segment"), "note" in at)


def _at(fields: Mapping[str, int], *names: str) -> Sequence[int]:
    return [fields[name] for name in names if name in fields]


def shape_of(
    table: Table, names: KpiNames, mapped: Mapping[str, str], kpi: Kpi | None, only: str | None
) -> Shape:
    """Return how to read *table*.

    Args:
        table: Whatever somebody exported.
        names: The KPIs.
        mapped: The names of columns, by field, KPI or `kpi/segment`.
        kpi: The KPI of rows that name none.
        only: The id of the only KPI whose columns count.

    Raises:
        SourceError: No column holds values, or it is not clear which does.
    """
    columns = list(_mapped_columns(table, names, mapped))
    own = {field: header for field, header in mapped.items() if field in FIELDS}
    fields = fields_in(table, own, [column.position for column in columns])
    if columns:
        fields = {name: at for name, at in fields.items() if name not in {"kpi", "value"}}
    elif "value" in fields and (kpi or "kpi" in fields):
        columns = [ValueColumn(fields["value"])]
    elif "date" not in fields and (by_day := _shape_by_day(table, names, fields, kpi)):
        return by_day
    else:
        columns = list(_columns_by_name(table, names, fields, kpi, only))
    if only:
        columns = [column for column in columns if column.kpi is None or column.kpi.id == only]
    if not columns:
        raise SourceError(table.name, [_no_values(table, fields)])
    _require_each_once(table, columns)
    return Shape(fields, columns)


def _shape_by_day(
    table: Table, names: KpiNames, fields: Mapping[str, int], kpi: Kpi | None
) -> Shape | None:
    """Return the shape of a score card; `None` if columns are not days, or rows not KPIs.

    Raises:
        SourceError: The columns are named by months or days without a year.
    """
    days = day_columns(table, fields.values())
    if not days:
        return None
    if "kpi" not in fields:
        found = kpi_column(table, names, {*days, *fields.values()})
        if found is None and kpi is None:
            return None
        fields = fields if found is None else {**fields, "kpi": found}
    return Shape(fields, [ValueColumn(at, day=day) for at, day in days.items()])


def _mapped_columns(
    table: Table, names: KpiNames, mapped: Mapping[str, str]
) -> Iterator[ValueColumn]:
    """Yield the columns that *mapped* assigns to a KPI or to one of its segments."""
    for key, header in mapped.items():
        if key in FIELDS:
            continue
        name, _, part = key.partition("/")
        column = _value_column(names, position_of(table, header), name, part)
        if isinstance(column, Refusal):
            problem = Problem(table.header or 1, f"'{inert_value(key)}' is not a field: {column}")
            raise SourceError(table.name, [problem])
        yield column


def _value_column(names: KpiNames, at: int, name: str, part: str) -> ValueColumn | Refusal:
    """Return the column of the KPI called *name*, or of its segment *part* if given."""
    kpi = names.find(name)
    if isinstance(kpi, Refusal):
        return kpi
    segment = segment_of(part, kpi.segments) if part else None
    return segment if isinstance(segment, Refusal) else ValueColumn(at, kpi, segment)


def _kpi_and_segment(names: KpiNames, column: str) -> tuple[str, str]:
    """Return the name of *column*, split if it is like `csat/voice`."""
    if names.knows(column):
        return column, ""
    name, _, part = column.rpartition("/")
    return (name.strip(), part.strip()) if names.knows(name.strip()) else (column, "")


def _columns_by_name(
    table: Table, names: KpiNames, fields: Mapping[str, int], kpi: Kpi | None, only: str | None
) -> Iterator[ValueColumn]:
    """Yield the columns named like a KPI, or `kpi/segment`; with *kpi*, also the one left over."""
    rest = [
        (at, column)
        for at, column in enumerate(table.columns)
        if column and at not in fields.values()
    ]
    called = {at: _kpi_and_segment(names, column) for at, column in rest}
    unknown = [(at, column) for at, column in rest if not names.knows(called[at][0])]
    # What says the units of the rows is nobody's value.
    left = [at for at, _ in unknown if at != units_column(table)]
    if len(left) > 1:
        left = [at for at in left if at not in scale_columns(table)]
    if kpi and len(rest) == len(unknown) and len(left) == 1:
        yield ValueColumn(left[0])
        return
    problems = [] if only else list(_unknown_columns(table, names, unknown, len(rest)))
    for at, (name, part) in called.items():
        if names.knows(name):
            found = _value_column(names, at, name, part)
            if isinstance(found, ValueColumn):
                yield found
            elif not only or (part and names.find(name) is kpi):
                problems.append(Problem(table.header or 1, str(found)))
    if problems:
        raise SourceError(table.name, problems)


def _require_each_once(table: Table, columns: Sequence[ValueColumn]) -> None:
    """Refuse two columns of the same values: it is unclear which of them counts.

    Raises:
        SourceError: There are two.
    """
    seen: dict[tuple[str, str | None], ValueColumn] = {}
    for column in columns:
        first = seen.setdefault((column.kpi.id if column.kpi else "", column.segment), column)
        if column.kpi and first is not column:
            one, two = (
                inert_value(table.columns[one_of_two.position]) for one_of_two in (first, column)
            )
            step = NextStep.name_column(column.kpi.id, one)
            said = f"Columns '{one}' and '{two}' both belong to {column.kpi.id}."
            raise SourceError(table.name, [Problem(table.header or 1, said, (step,))])


def _unknown_columns(
    table: Table, names: KpiNames, unknown: Sequence[tuple[int, str]], among: int
) -> Iterator[Problem]:
    """Yield a problem for each column that would be ignored, if others are named like KPIs."""
    if len(unknown) == among:
        return
    for _, column in unknown:
        if field_of(column) is None:
            said = f"Column '{inert_value(column)}' does not name a KPI"
            if ask := suggestion_for(column, names.all()):
                yield Problem(table.header or 1, f"{said}: {ask}")
            else:
                step = NextStep(StepKind.NAME_ALL_VALUES)
                yield Problem(table.header or 1, f"{said}.", (step,))


def _no_values(table: Table, fields: Mapping[str, int]) -> Problem:
    line = table.header or 1
    if not any(table.columns):
        return Problem(line, "The file is empty: nothing names its columns.")
    if "value" in fields:
        message, step = (
            "No column says which KPI the values belong to.",
            StepKind.NAME_KPI_OF_VALUES,
        )
    else:
        message, step = "No column names a KPI or contains values.", StepKind.NAME_VALUES
    return Problem(line, message, (NextStep(step),))
