"""Which column of a table is which field, by the names that people give to columns."""

import re
from collections.abc import Collection, Mapping, Sequence
from types import MappingProxyType
from typing import Final

from okrcli.next_step import NextStep
from okrcli.printable import inert_value
from okrcli.sources.base import Problem, SourceError, suggestion_for
from okrcli.sources.table import Table
from okrcli.wording.letters import fold, word_set

_SPACES: Final = re.compile(r"[\s_-]+")


def names_by_field(groups: Mapping[str, str]) -> Mapping[str, str]:
    """Return the fields by name; *groups* has the names of each, with `_` for a space."""
    return MappingProxyType(
        {name.replace("_", " "): field for field, names in groups.items() for name in names.split()}
    )


FIELDS: Final = ("kpi", "date", "value", "segment", "weight", "note")
"""The fields of a reading by the names of columns."""

FIELD_OF: Final = names_by_field(
    {
        "kpi": "kpi metric indicator metrica indicador кпэ kpi_id показатель метрика индикатор",
        "date": (
            "date day period week month quarter time timestamp datetime created_at submitted_at"
            " fecha dia periodo semana mes trimestre дата день период неделя месяц квартал"
        ),
        "value": ("value result reading valor resultado lectura значение результат показание"),
        "segment": "segment channel segmento canal сегмент канал",
        "weight": (
            "weight n sample_size responses answers peso muestra respuestas вес выборка ответы"
        ),
        "note": (
            "note notes comment comments remark nota notas comentario comentarios примечание"
            " комментарий заметка"
        ),
    }
)
_SCORES: Final = word_set(
    "score rating answer response grade puntuacion calificacion puntaje respuesta оценка балл"
    " ответ nps csat ces"
)


def plain(name: str) -> str:
    """Return a column name in the form for comparison: no case, no accents, single spaces."""
    return _SPACES.sub(" ", fold(name)).strip()


def field_of(column: str) -> str | None:
    """Return the field in a column called *column*; `None` if unknown."""
    return FIELD_OF.get(plain(column))


def is_score(column: str) -> bool:
    """Return whether a column called *column* holds the answers of a survey."""
    return plain(column) in _SCORES or field_of(column) == "value"


def position_of(table: Table, header: str) -> int:
    """Return the position of the column called *header*.

    Raises:
        SourceError: There is no such column, or there are several.
    """
    exact = [at for at, column in enumerate(table.columns) if column == header]
    alike = [at for at, column in enumerate(table.columns) if plain(column) == plain(header)]
    found = exact or alike
    if len(found) == 1:
        return found[0]
    line, said = table.header or 1, inert_value(header)
    if found:
        raise SourceError(table.name, [Problem(line, f"Column '{said}' occurs twice.")])
    names = {column.casefold(): column for column in table.columns if column}
    listed = ", ".join(map(inert_value, names.values())) or "none"
    ask = suggestion_for(header, names) or f"there are: {listed}."
    raise SourceError(table.name, [Problem(line, f"There is no column '{said}': {ask}")])


def fields_in(
    table: Table,
    mapped: Mapping[str, str],
    taken: Collection[int] = (),
    names: Mapping[str, str] = FIELD_OF,
) -> Mapping[str, int]:
    """Return the position of each field: by *mapped*, otherwise by the columns' names.

    Args:
        table: A table of any origin.
        mapped: The names of columns by field.
        taken: Columns that are not fields.
        names: The fields by the names that their columns may have.

    Raises:
        SourceError: A named column does not exist, or two columns may be the same field.
    """
    found = {field: position_of(table, header) for field, header in mapped.items()}
    taken = {*taken, *found.values()}
    for field in dict.fromkeys(names.values()):
        if field not in found:
            candidates = [at for at in _positions(table, field, names) if at not in taken]
            if len(candidates) > 1 and field == "note":
                continue  # of several remarks none is that of the value
            if len(candidates) > 1:
                raise SourceError(table.name, [_either(table, field, candidates)])
            found.update(dict.fromkeys([field], candidates[0]) if candidates else {})
    return found


def _positions(table: Table, field: str, names: Mapping[str, str]) -> Sequence[int]:
    """Return the possible positions of *field*; only one if a column has exactly its name."""
    called = [*map(plain, table.columns)]
    exact = [at for at, column in enumerate(called) if column == field.replace("_", " ")]
    return exact or [at for at, column in enumerate(called) if names.get(column) == field]


def _either(table: Table, field: str, positions: Sequence[int]) -> Problem:
    names = [inert_value(table.columns[position]) for position in positions]
    if len(set(names)) == 1:
        return Problem(table.header or 1, f"Column '{names[0]}' occurs twice.")
    listed = " and ".join(f"'{name}'" for name in names)
    step = NextStep.name_column(field, names[0])
    return Problem(table.header or 1, f"Columns {listed} can all be the {field}.", (step,))
