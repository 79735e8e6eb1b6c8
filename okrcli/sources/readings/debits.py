"""Amounts without a sign, beside a column that says which are debits: `Soll/Haben`, `Dr/Cr`."""

from collections.abc import Collection, Iterator, Sequence
from typing import Final

from okrcli.printable import inert_value
from okrcli.sources.base import Cell, Problem
from okrcli.sources.headers import plain
from okrcli.sources.table import Table
from okrcli.sources.values import text_of
from okrcli.wording.letters import fold, word_set

_OUT: Final = word_set(
    "debit dr soll debe cargo egreso gasto expense outflow withdrawal расход дебет списание retiro"
)
_IN: Final = word_set(
    "credit cr haben haber abono ingreso income inflow deposit приход кредит поступление deposito"
)
_LETTERS: Final = {"d": _OUT, "s": _OUT, "c": _IN, "h": _IN}
_NAMES: Final = word_set(
    "debit credit dr cr dc soll haben sh debe haber cargo abono дебет кредит дт кт signo sign знак"
)
_BELOW_ZERO: Final = ("-", "(", "\N{MINUS SIGN}", "\N{EN DASH}")


def unsigned_debits(
    table: Table, values: Sequence[int], fields: Collection[int]
) -> Iterator[Problem]:
    """Yield a problem if amounts are debits only by a column that nobody reads.

    Where all are debits, or some amount is below zero, the amounts say what they are.

    Args:
        table: Whatever somebody exported.
        values: The positions of the values.
        fields: The positions of what is a field, whatever its name.
    """
    read = {*values, *fields}
    for at, name in enumerate(table.columns):
        if at in read or not _has_both(table, at, plain(name)):
            continue
        if any(_is_below_zero(cell) for value in values for cell in table.rows.column(value)):
            return
        line, said = _first_debit(table, at, plain(name))
        message = (
            f"Column '{inert_value(name)}' says '{inert_value(said)}', a debit, and the amount has"
            " no sign. Write a minus before those that count below zero; if all count alike, take"
            " the column out."
        )
        yield Problem(line, message)
        return


def _has_both(table: Table, at: int, name: str) -> bool:
    """Return whether the cells of a column are debits and credits, and nothing else."""
    found = set()
    for cell in table.rows.column(at):
        if text_of(cell):
            found.add(kind := _is_debit(cell, name))
            if kind is None:
                return False
    return found == {True, False}


def _first_debit(table: Table, at: int, name: str) -> tuple[int, str]:
    return next(
        (line, text_of(cells[at]))
        for line, cells in table.rows
        if at < len(cells) and _is_debit(cells[at], name)
    )


def _is_debit(cell: Cell, name: str) -> bool | None:
    """Return whether *cell* says that an amount is a debit; `None` if it says neither."""
    word = fold(cell).strip(" .") if isinstance(cell, str) else ""
    if len(word) == 1:
        words = {*name.replace("/", " ").split()}
        has_name = bool(words & _NAMES) or words in ({"d", "c"}, {"s", "h"})
        kind = _LETTERS.get(word) if has_name else None
    else:
        kind = next((kind for kind in (_OUT, _IN) if word in kind), None)
    return None if kind is None else kind is _OUT


def _is_below_zero(cell: Cell) -> bool:
    text = text_of(cell)
    return text.startswith(_BELOW_ZERO) or text.endswith("-")
