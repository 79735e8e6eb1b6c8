from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.storage.partial import mentions as module
from okrcli.storage.partial.mentions import files_about, files_mentioning, is_plain, mentions


@pytest.mark.parametrize(
    ("raw", "found"),
    [
        (b"kpi: nps", True),
        (b"nps", True),
        (b'{"kpi": "nps"}', True),
        (b"formula: clv-nps", True),
        (b"key_result: 2026-Q4/cx/nps\n", True),
        (b"kpi: nps_2", False),
        (b"kpi: gnps", False),
        (b"kpi: NPS", False),
    ],
)
def test_file_mentions_a_name_that_is_a_whole_word(raw: bytes, *, found: bool) -> None:
    assert mentions(raw, [b"csat", b"nps"]) is found


def test_file_mentions_a_reference() -> None:
    assert mentions(b"- {key_result: cx/nps, value: 4}", [b"cx/nps"])
    assert not mentions(b"- {key_result: cx/nps_2, value: 4}", [b"cx/nps"])


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ("title: Клиенты".encode(), True),
        (b"\xef\xbb\xbfkpi: nps", True),
        (b'kpi: "n\\u0070s"', False),
        (b'kpi: "n\\\n  ps"', False),
        ("kpi: nps".encode("utf-16"), False),
        ("kpi: nps".encode("utf-16-le"), False),
        (b"title: \xe9", False),
        (b"a: 1\n<<<<<<< HEAD\nb: 2\n", False),
        (b"", False),
        (b"# nothing yet\n", False),
    ],
)
def test_file_is_plain_where_names_stand_letter_by_letter(raw: bytes, *, plain: bool) -> None:
    assert is_plain(raw) is plain


_PIECES = [
    b"kpi: nps",
    b"a: b",
    b"gnps",
    b"retracted",
    b"<<<<",
    b"<<<",
    b"\\",
    b"\xd0",
    b"\x96",
    b"-",
    b"/",
    b"a/b-c/nps",
    b" ",
]
_CONTENTS = st.lists(st.sampled_from(_PIECES), max_size=3).map(b"".join)


_NAMES = st.lists(st.sampled_from([b"csat", b"nps", b"b-c", b"b-c/nps", b"kpi"]), unique=True)


@given(st.lists(_CONTENTS, max_size=8), _NAMES, st.integers(1, 40), st.integers(0, 5))
def test_files_that_are_looked_at_together_are_found_like_each_alone(
    contents: list[bytes], names: list[bytes], size: int, few: int
) -> None:
    files = [(f"{number}", raw) for number, raw in enumerate(contents)]
    with patch.multiple(module, _BYTES=size, _FEW=few):
        about, mentioning = files_about(files, names, b"retracted"), files_mentioning(files, names)
        found = [*about], [*mentioning]

    assert found[1] == [(path, raw) for path, raw in files if mentions(raw, names)]
    assert found[0] == [
        (path, raw)
        for path, raw in files
        if mentions(raw, names) or b"retracted" in raw or not is_plain(raw)
    ]
