import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.errors import OkrError
from okrcli.storage.yaml.emitting import block_text
from okrcli.storage.yaml.reader import read
from okrcli.storage.yaml.respelling import respell

PATH = "kpis/a.yaml"


@pytest.mark.parametrize(
    ("before", "text", "after"),
    [
        ("title: a\u201a b\n", "a, b", "title: a, b\n"),
        ("title: 'a\u201a b' # x\u201a y\n", "a, b", "title: 'a, b' # x\u201a y\n"),
        (
            "why: >-\n  a\u201a b\n  c\u00a0d\nunit: h\n",
            "a, b c d",
            "why: >-\n  a, b\n  c d\nunit: h\n",
        ),
        ("title: a\u200bb\u200bc\n", "abc", "title: abc\n"),
        ("\ufefftitle: a\u201a b\r\nunit: h\r\n", "a, b", "\ufefftitle: a, b\r\nunit: h\r\n"),
        ("title: c\u0430sh c\u0430sh\n", "cash c\u0430sh", "title: cash c\u0430sh\n"),
    ],
)
def test_respelt_text_keeps_its_form_and_every_other_byte(
    before: str, text: str, after: str
) -> None:
    key = "why" if before.startswith("why") else "title"

    assert respell(read(PATH, before.encode()), (key,), text).decode() == after


def test_text_with_escapes_is_written_anew() -> None:
    document = read(PATH, b'title: "a\\u201a b" # x\nunit: h\n')

    assert read(PATH, respell(document, ("title",), "a, b")).data == {"title": "a, b", "unit": "h"}


def test_respelling_of_nothing_is_refused() -> None:
    with pytest.raises(OkrError):
        respell(read(PATH, b"title: a\n"), ("why",), "b")


TEXTS = st.text(st.sampled_from("ab \u201a\u00a0\u200b,'\""), max_size=30).map("x{}x".format)


@given(TEXTS, TEXTS)
def test_respelt_file_says_the_new_text_and_all_else_as_before(old: str, new: str) -> None:
    text = block_text({"title": old, "unit": "h"}, lambda _location, _data: False)
    document = read(PATH, f"# one\n{text}# two\n".encode())

    changed = read(PATH, respell(document, ("title",), new))
    assert changed.data == {"title": new, "unit": "h"}
    assert changed.text.startswith("# one\n")
    assert changed.text.endswith("# two\n")
