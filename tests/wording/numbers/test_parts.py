from decimal import Decimal

import pytest

from okrcli.wording.languages.lexicon import Language
from okrcli.wording.numbers.parts import find_parts, find_shares


@pytest.mark.parametrize(
    ("flat", "language", "kind", "value"),
    [
        ("cut it by a quarter", "en", "part", "25"),
        ("cut it in half", "en", "part", "50"),
        ("cut it to a third", "en", "rest", "33.333"),
        ("grow threefold", "en", "factor", "3"),
        ("bajar en un tercio", "es", "part", "33.333"),
        ("bajar a un tercio", "es", "rest", "33.333"),
        ("bajar a una cuarta parte", "es", "rest", "25"),
        ("bajar a la mitad", "es", "rest", "50"),
        ("bajar a la cuarta parte", "es", "rest", "25"),
        ("subir al doble", "es", "factor", "2"),
        ("сократить на треть", "ru", "part", "33.333"),
        ("увеличить впятеро", "ru", "factor", "5"),
    ],
)
def test_find_parts_reads_sizes_in_words(
    flat: str, language: Language, kind: str, value: str
) -> None:
    (part,) = find_parts(flat, frozenset(flat.split()), language)
    assert (part.kind, part.value) == (kind, Decimal(value))


@pytest.mark.parametrize(
    "flat", ["by half a million", "in the first half", "in a quarter of a year"]
)
def test_find_parts_leaves_other_halves_and_quarters(flat: str) -> None:
    assert list(find_parts(flat, frozenset(flat.split()), "en")) == []


@pytest.mark.parametrize(
    ("flat", "language", "value"),
    [
        ("nine out of ten guests", "en", Decimal(90)),
        ("uno de cada diez pedidos", "es", Decimal(10)),
        ("девять из десяти гостей", "ru", Decimal(90)),
        ("two thirds of guests", "en", None),
        ("la mitad de los pedidos", "es", None),
        ("две трети гостей", "ru", None),
    ],
)
def test_find_shares_reads_a_share_of_all(
    flat: str, language: Language, value: Decimal | None
) -> None:
    (share,) = find_shares(flat, frozenset(flat.split()), language)
    assert share.value == value
