from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.storage.cache.lines import data_of, line_of
from okrcli.storage.yaml.reader import read

_scalars = st.one_of(
    st.text(),
    st.integers(-(10**18), 10**18),
    st.booleans(),
    st.none(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.sampled_from(["\0", "\\u0000", '"\\u0000', "\u2028"]),
)
_data = st.recursive(
    _scalars,
    lambda inner: st.one_of(st.lists(inner), st.dictionaries(st.text(), inner)),
    max_leaves=12,
)


def _typed(data: Any) -> Any:
    """Return *data* with the type of every value beside it, and numbers digit by digit."""
    if isinstance(data, dict):
        return [(key, _typed(value)) for key, value in data.items()]
    if isinstance(data, list):
        return [_typed(value) for value in data]
    return type(data), str(data)


@given(st.dictionaries(st.text(), _data))
def test_data_comes_back_as_it_was_or_is_not_written(data: dict[str, Any]) -> None:
    line = line_of(data)
    if line is not None:
        assert b"\n" not in line
        found = data_of([line])
        assert found is not None
        assert _typed(found[0]) == _typed(data)


def test_numbers_are_exact() -> None:
    raw = b"{a: 0.10, b: -5, c: 1e30, d: 123456789012345678.123456789, e: '12', f: Caf\xc3\xa9}"
    data = read("a", raw).data
    line = line_of(data)
    assert line is not None
    assert data_of([line]) == [data]
    assert str(data_of([line])[0]["a"]) == "0.10"  # type: ignore[index]  # as just seen


@pytest.mark.parametrize("data", [{"a": float("nan")}, {"a": "\ud800"}, {"a": Decimal(5)}])
def test_what_would_come_back_otherwise_is_not_written(data: Any) -> None:
    assert line_of(data) is None


@pytest.mark.parametrize("line", [b"", b"{", b"\xff", b"[" * 100_000, b"1]"])
def test_what_is_no_json_is_nothing(line: bytes) -> None:
    found = data_of([b"{}", line])
    assert found is None or len(found) != 2 or found[1] != {}
