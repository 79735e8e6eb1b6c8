import json
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.printable import (
    LONGEST_VALUE,
    inert,
    inert_cell,
    inert_commit,
    inert_json,
    inert_line,
    inert_markdown,
    inert_message,
    inert_prose,
    inert_slack,
    inert_value,
)
from tests.runners import active_in

STEERING = (
    *map(chr, {*range(0x20), *range(0x7F, 0xA0)} - {*b"\t\n\v\f\r\x1c\x1d\x1e\x1f", 0x85}),
    *"\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069",
    *"\u180e\u2061\u2062\u2063\u2064\u206a\u206f\ufeff\ufff9\ufffb\uffff\ud800\udfff",
    *"\U000e0000\U000e0001\U000e0041\U000e007f",
)
LINE_ENDS = ("\n", "\r", "\r\n", "\v", "\f", "\x1c", "\x1d", "\x1e", "\x85", "\u2028", "\u2029")
COMMANDS = (
    "::error::x",
    "::stop-commands::x",
    ":::error::x",
    "##[error]x",
    "###[error]x",
    "##vso[task.complete result=Succeeded]",
    "##teamcity[buildStop]",
    "##octopus[setVariable]",
    "travis_fold:start:x",
    "travis_time:start:x",
    "--- group",
    "+++ group",
    "~~~ group",
    "^^^ +++",
)


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_inert_text_is_one_line_that_every_terminal_can_take(text: str) -> None:
    harmless = inert(text)

    assert len(harmless.splitlines()) <= 1
    assert not [letter for letter in harmless if unicodedata.category(letter) in {"Cc", "Cs"}]
    assert harmless.encode().decode() == harmless


@given(st.text())
def test_inert_text_is_inert_already(text: str) -> None:
    assert inert(inert(text)) == inert(text)


@pytest.mark.parametrize(
    "text",
    [
        "Снизить время ответа",
        "Reducir el ciclo — 45 días",
        "満足度 葛\U000e0100",
        "e\u0301",
        "👩\u200d🚀 ❤\ufe0f 3\ufe0f\u20e3",
        "می\u200cخواهم",
        "שלום",
        "C++: a - b -- c",
        "#12: ~5 ##",
    ],
)
def test_inert_text_is_unchanged_when_it_is_harmless(text: str) -> None:
    assert (inert(text), inert_line(text)) == (text, text)


@pytest.mark.parametrize("mark", STEERING, ids=ascii)
def test_inert_text_shows_where_a_character_was_that_nobody_sees(mark: str) -> None:
    assert (inert(f"a{mark}b"), inert_line(f"a{mark}b")) == ("a\ufffdb", "a\ufffdb")


def test_inert_text_has_one_selector_of_a_variant_after_a_character() -> None:
    assert inert("❤\ufe0f\ufe01\U000e0100\U000e0101") == "❤\ufe0f\ufffd\ufffd\ufffd"


@pytest.mark.parametrize("line_end", LINE_ENDS, ids=ascii)
def test_inert_text_goes_on_in_the_same_line(line_end: str) -> None:
    assert inert(f"a {line_end} b{line_end}") == "a b"
    assert inert_line(f" a{line_end}b") == f" a{' ' * len(line_end)}b"


@pytest.mark.parametrize("command", COMMANDS)
def test_inert_text_gives_no_runner_a_command(command: str) -> None:
    assert active_in(command)
    for harmless in (inert(command), inert_line(f"  {command}"), inert(f"{command} {command}")):
        assert not active_in(harmless)
        assert harmless.replace("\u2060", "").split()[0] == command.split(maxsplit=1)[0]


@pytest.mark.parametrize("text", ["\x1b[31ma", "\ta  b", "::a\tb"])
def test_inert_line_keeps_each_character_in_its_place(text: str) -> None:
    assert len(inert_line(text).replace("\u2060", "")) == len(text)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (None, ""),
        (True, "true"),
        (12, "12"),
        ("a\x1b\nb", "a\ufffd b"),
        ("x" * 99, "x" * (LONGEST_VALUE - 1) + "…"),
    ],
)
def test_inert_value_is_a_short_line(value: object, shown: str) -> None:
    assert inert_value(value) == shown


@pytest.mark.parametrize("start", list("=+-@＝＋－＠"))
def test_inert_cell_is_quoted_when_it_begins_like_a_formula(start: str) -> None:
    assert inert_cell(f" {start}cmd") == f"'{start}cmd"


def test_inert_cell_is_unchanged_when_it_is_no_formula() -> None:
    assert inert_cell("NPS = 47") == "NPS = 47"


def test_inert_markdown_escapes_what_makes_html_or_markup() -> None:
    assert inert_markdown("<b> & *x* | [y]") == r"&lt;b&gt; &amp; \*x\* \| \[y\]"


@given(st.text(alphabet=st.characters(exclude_categories=["Cs"])))
def test_inert_json_reads_the_same(text: str) -> None:
    document = json.dumps({"text": text}, ensure_ascii=False)

    assert json.loads(inert_json(document)) == {"text": text}


@pytest.mark.parametrize("text", [*STEERING, "\u2028", *COMMANDS[3:10]], ids=ascii)
def test_inert_json_has_what_is_active_as_escapes(text: str) -> None:
    document = json.dumps({"text": f"a{text}b"}, ensure_ascii=False)
    harmless = inert_json(document)

    assert text not in harmless
    assert json.loads(harmless)["text"].encode("utf-16", "surrogatepass") == f"a{text}b".encode(
        "utf-16", "surrogatepass"
    )


def test_inert_prose_hides_no_address() -> None:
    assert inert_prose("[a](https://x.org) @b <c>") == "[a]\u2060(https://x.org) @b <c>"


@pytest.mark.parametrize(
    "text", ["@here", "<!channel>", "<@U12>", "[words](https://x.org)", "＠all"]
)
def test_inert_message_calls_nobody_and_hides_no_address(text: str) -> None:
    harmless = inert_message(text)

    assert text not in harmless
    assert harmless.replace("\u2060", "") == text


@pytest.mark.parametrize("text", ["<!channel>", "*bold*", "_it_", "~no~", "`x`", "@here", ":x:"])
def test_inert_slack_shows_markup_letter_by_letter(text: str) -> None:
    harmless = inert_slack(text)

    assert text not in harmless
    assert harmless.replace("\u2060", "").replace("&lt;", "<").replace("&gt;", ">") == text


@pytest.mark.parametrize("text", ["okr kpi record first_reply VALUE", "2 * 3 ~ 6", "at 10:30:00"])
def test_inert_slack_leaves_what_can_be_copied(text: str) -> None:
    assert inert_slack(text) == text


@pytest.mark.parametrize("text", ["okr kpi record first_reply VALUE", "a @ b < c", "[x] (y)"])
def test_inert_message_is_unchanged_when_it_is_harmless(text: str) -> None:
    assert inert_message(text) == text


@pytest.mark.parametrize(
    "words",
    [
        *("[|skip ci]", "[|ci skip]", "[|no ci]", "[|skip actions]", "[|actions skip]"),
        *("[|skip-ci]", "[|CI-Skip]", "[|skip azurepipelines]", "[|azurepipelines skip]"),
        *("[|skip azpipelines]", "[|skip travis]", "[|travis skip]", "[|skip appveyor]"),
        *("[|skip netlify]", "[|CF-Pages-Skip]", "[|pre-commit.ci skip]", "[| skip ci ]"),
        *("***NO|_CI***", "***no|_ci***", "skip|-checks: true", "Request|-Checks:true"),
        *("@|ana", "＠|ana", "@|acme/prod", "ABC-12 #|done-1", "ABC-|12 #|close"),
        *("Fixes #|12", "closes acme/prod#|7", "Resolve: GH-|12", "FIXED #|1, #|2 and #|3"),
        *("Closes !|12", "Closing group/project#|3", "Implements ABC-|12", "reopen &|4"),
        "closes https://github.com/acme/prod/issues/|12",
        "closes https://gitlab.com/acme/prod/-/merge_requests/|12",
    ],
)
def test_inert_commit_gives_no_host_a_command(words: str) -> None:
    note = f"It went well: {words.replace('|', '')}."
    assert inert_commit(note, note) == f"It went well: {words.replace('|', chr(0x2060))}."


@pytest.mark.parametrize(
    "note", ["See #12 and ABC-12.", "a@example.org", "[x] done", "Кампания [№ 2] началась"]
)
def test_inert_commit_is_unchanged_when_it_is_harmless(note: str) -> None:
    assert inert_commit(note, note) == note


def test_inert_commit_names_no_issue_where_another_line_would_close_it() -> None:
    assert inert_commit("#12", "Fixes\n#12") == "#\u206012"
