import pytest

from tests.storage.conftest import Read


@pytest.mark.parametrize(
    ("content", "line", "column", "message"),
    [
        (
            "title: Fix #12 now\n",
            1,
            12,
            "`title` ends before `#12 now`, which YAML reads as a comment.",
        ),
        ("a:\n  - {b: 1,\n     note: see\t#abc\n    }\n", 3, 16, "`note` ends before `#abc`"),
        ("title: #1 in support\n", 1, 8, "`title` ends before `#1 in support`"),
        ("why: a\n  b #c\n", 2, 5, "`why` ends before `#c`"),
    ],
)
def test_lossy_text_is_found_when_a_comment_cuts_human_text(
    read_file: Read, content: str, line: int, column: int, message: str
) -> None:
    [finding] = read_file(content).findings
    assert finding.rule.code == "E006"
    assert finding.severity == "warning"
    assert finding.place[1:] == (line, column)
    assert message in finding.message
    assert "quotes" in str(finding.hint)


@pytest.mark.parametrize(
    "content",
    [
        "title: Fix it # 12 is the ticket\n",
        "title: Fix it #\n",
        'title: "Fix #12 now"\n',
        "title: 'Fix #12 now' #keep\n",
        "title: Fix#12 now\n",
        "note: |\n  Fix #12 now\n",
        "target: 60 #percent\n",
        "title: x\n #whole line\n",
    ],
)
def test_lossy_text_is_not_found_when_a_comment_is_one(read_file: Read, content: str) -> None:
    assert read_file(content).findings == ()


@pytest.mark.parametrize(
    ("content", "column", "word"),
    [("a: NO\n", 4, "NO"), ("a: [on]\n", 5, "on"), ("no: 1\n", 1, "no"), ("a: 1:30\n", 4, "1:30")],
)
def test_lossy_text_is_found_when_other_readers_take_a_word_differently(
    read_file: Read, content: str, column: int, word: str
) -> None:
    [finding] = read_file(content).findings
    assert finding.rule.code == "E006"
    assert finding.place[1:] == (1, column)
    assert f"`{word}`" in finding.message
    assert f'"{word}"' in str(finding.hint)


def test_lossy_text_is_not_found_when_the_word_is_in_quotes(read_file: Read) -> None:
    assert read_file('a: "NO"\nb: \'on\'\n"no": "1:30"\n').findings == ()
