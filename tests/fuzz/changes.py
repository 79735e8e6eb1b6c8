"""Bytes that are nearly what is read."""

from collections.abc import Sequence
from typing import Final

from hypothesis import strategies as st

# What has a meaning to one of the readers, and what is known to break others.
TOKENS: Final = (
    *(b"\x00", b"\xff", b"\xef\xbb\xbf", b"\xff\xfe", "\u2028".encode(), "\u202e".encode(), b"\r"),
    *(
        b"\n",
        b"\t",
        b" ",
        b"  - ",
        b": ",
        b" #",
        b"'",
        b'"',
        b"|",
        b">",
        b"&a ",
        b"*a",
        b"!!x ",
        b"---\n",
    ),
    *(
        b"{",
        b"}",
        b"[",
        b"]",
        b",",
        b";",
        b"?",
        b"<<: ",
        b"%YAML 1.1\n",
        b"<<<<<<< a\n",
        b"\\u0000",
    ),
    *(
        b"1e400",
        b"NaN",
        b".inf",
        b"-0",
        b"1,5",
        b"99999999999999999999",
        b"2026-02-30",
        b"0x1F",
        b"%",
    ),
    *(
        "с 40 до 60 % к 31.12.2026".encode(),
        "de 40 a 60 el próximo trimestre".encode(),
        b"by 15 pp",
    ),
    *(b"<c t='e'>", b"</row>", b"PK\x03\x04", "½".encode(), "٣".encode(), "😀".encode(), b"$X"),
)


def changed(seeds: Sequence[bytes]) -> st.SearchStrategy[bytes]:
    """Return one of *seeds* with some places of it changed, or any bytes or text at all."""
    places = st.tuples(
        st.floats(0, 1),
        st.integers(0, 30),
        st.sampled_from(TOKENS) | st.binary(max_size=8) | st.text(max_size=8).map(_encoded),
        st.sampled_from((1, 1, 1, 2, 200)),
    )
    edited = st.builds(_edited, st.sampled_from(seeds), st.lists(places, max_size=6))
    return edited | st.binary(max_size=200) | st.text(max_size=200).map(_encoded)


def _edited(seed: bytes, places: Sequence[tuple[float, int, bytes, int]]) -> bytes:
    content = seed
    for share, deleted, put, times in places:
        at = int(share * len(content))
        content = content[:at] + put * times + content[at + deleted :]
    return content


def _encoded(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
