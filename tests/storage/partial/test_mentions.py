import pytest

from okrcli.storage.partial.mentions import is_plain, mentions


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
