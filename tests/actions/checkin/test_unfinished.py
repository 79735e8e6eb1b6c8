import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.actions.checkin.unfinished import Unfinished, unfinished_in
from okrcli.sources.checkins.rows import Row

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20).map(str.strip)


@given(value=WORDS, note=WORDS)
def test_what_was_typed_comes_back_as_it_was(value: str, note: str) -> None:
    rows = (Row(1, key_result="2026-Q4/cx-leader/nps", value=value, note=note, date="2026-11-20"),)
    assert unfinished_in(Unfinished("ana", rows).content) == Unfinished("ana", rows)


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"[]",
        b"null",
        b"\xff\xfe",
        b"[" * 50_000,
        b'{"version": 2, "by": "ana", "answers": []}',
        b'{"version": 1, "by": 7, "answers": []}',
        b'{"version": 1, "by": "ana", "answers": 7}',
        b'{"version": 1, "by": "ana", "answers": [7]}',
        b'{"version": 1, "by": "ana", "answers": [{"kpi": "nps", "odd": "1"}]}',
    ],
)
def test_what_is_no_unfinished_check_in_is_nothing(content: bytes) -> None:
    assert unfinished_in(content) is None
