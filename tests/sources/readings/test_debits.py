"""Without a sign, an amount is a debit or a credit only by another column."""

from collections.abc import Sequence

import pytest

from okrcli.sources.csv import table_of_csv
from okrcli.sources.readings.debits import unsigned_debits


def lines_refused(name: str, *rows: tuple[str, str]) -> Sequence[int]:
    """Return the lines of problems with amounts beside a column called *name*."""
    text = "\n".join([f"date;amount;{name}", *(f"2026-10-31;{a};{b}" for a, b in rows)])
    return [
        problem.line for problem in unsigned_debits(table_of_csv("a.csv", text.encode()), [1], [0])
    ]


@pytest.mark.parametrize(
    ("name", "plus", "minus"),
    [
        ("Soll/Haben", "H", "S"),
        ("Dr/Cr", "CR", "DR"),
        ("Type", "Credit", "debit"),
        ("Tipo", "Abono", "Cargo"),
        ("Операция", "Приход", "Расход"),
        ("D/C", "C", "D"),
    ],
)
def test_debits_without_a_sign_are_refused_at_the_first(name: str, plus: str, minus: str) -> None:
    assert lines_refused(name, ("5", plus), ("6", minus), ("7", minus)) == [3]


@pytest.mark.parametrize("amount", ["-6", "(6)", "6-", "\N{MINUS SIGN}6"])
def test_amounts_with_signs_say_it_themselves(amount: str) -> None:
    assert not lines_refused("Type", ("5", "credit"), (amount, "debit"))


@pytest.mark.parametrize(
    ("name", "one", "two"),
    [
        ("Type", "debit", "debit"),
        ("Type", "debit", "transfer"),
        ("Size", "S", "H"),
        ("Type", "", ""),
    ],
)
def test_other_columns_say_nothing_of_signs(name: str, one: str, two: str) -> None:
    assert not lines_refused(name, ("5", one), ("6", two))
