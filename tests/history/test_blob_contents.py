import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.errors import HistoryError
from okrcli.history.blob_contents import BlobContents


def told(contents: list[bytes]) -> BlobContents:
    """Return *contents* as git tells them, of blobs with the names 0, 1, 2 and so on."""
    names = [f"{number}" for number in range(len(contents))]
    pairs = zip(names, contents, strict=True)
    output = b"".join(b"%s blob %d\n%s\n" % (n.encode(), len(raw), raw) for n, raw in pairs)
    return BlobContents(names, output)


def test_nothing_is_in_none() -> None:
    assert dict(BlobContents()) == {}
    assert BlobContents().with_one_of([b"a"]) == set()


def test_only_what_was_asked_for_is_there() -> None:
    assert "0" in told([b""])
    assert "1" not in told([b""])


def test_content_that_is_not_there_is_an_error() -> None:
    with pytest.raises(HistoryError, match="The content b is not in this clone"):
        BlobContents(["a", "b"], b"a blob 1\nx\nb missing\n")


def test_line_that_names_a_content_is_not_searched() -> None:
    contents = told([b"nps: 1", b"", b"csat: 2"])
    assert contents.with_one_of([b"blob", b"1\nnps", b"2\n2 blob"]) == set()
    assert contents.with_one_of([b"nps"]) == {"0"}


@given(st.lists(st.binary(max_size=12)), st.lists(st.binary(min_size=1, max_size=3)))
def test_contents_are_found_and_searched_as_one_by_one(
    contents: list[bytes], words: list[bytes]
) -> None:
    found = told(contents)
    assert [found[name] for name in found] == contents
    assert found.with_one_of(words) == {
        name for name, content in found.items() if any(word in content for word in words)
    }
