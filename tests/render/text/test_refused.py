from datetime import date

import pytest

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.finding import BAD_READING, Finding, Place
from okrcli.model.refused import RefusedEntry
from okrcli.render.text.refused import refused_facts, refused_markdown, refused_text

PATH = "checkins/2026/a.yaml"


def refused(line: int, path: str = PATH) -> RefusedEntry:
    place = Place(path, line, 5)
    finding = Finding.of(BAD_READING, place, "`value` is not a number: `many`.")
    day = date(2026, 11, 20)
    return RefusedEntry(path, ("readings", 0), place, day, (finding,), kpi="csat")


@pytest.mark.parametrize(
    ("count", "text"),
    [
        (1, f"1 entry with an error is left out, so numbers may be wrong: {PATH}:1."),
        (2, f"2 entries with errors are left out, so numbers may be wrong: {PATH}:1 and {PATH}:2."),
        (
            1004,
            (
                "1,004 entries with errors are left out, so numbers may be wrong:"
                f" {PATH}:1, {PATH}:2, {PATH}:3 and 1,001 more."
            ),
        ),
    ],
)
def test_sentence_says_how_many_where_and_what_next(count: int, text: str) -> None:
    entries = [refused(line) for line in range(1, count + 1)]
    assert refused_text(entries, COMMAND_LINE) == f"{text} Run `okr check`."


def test_path_is_inert_in_the_sentence() -> None:
    assert "\x1b" not in refused_text([refused(1, "checkins/2026/\x1b[31ma.yaml")], COMMAND_LINE)
    (_, line) = refused_markdown([refused(1, "checkins/2026/<b>_*a*.yaml")], COMMAND_LINE)
    assert "<b>" not in line
    assert "*a*" not in line


def test_nothing_is_said_where_nothing_was_refused() -> None:
    assert list(refused_markdown([], COMMAND_LINE)) == []
    assert refused_facts([]) == []


def test_facts_have_null_for_what_is_not_known() -> None:
    bare = RefusedEntry(PATH, ("kudos", 0), Place(PATH, 7, 3), date(2026, 11, 20))
    (facts,) = refused_facts([bare])
    assert facts == {
        "path": PATH,
        "line": 7,
        "column": 3,
        "date": date(2026, 11, 20),
        "key_result": None,
        "kpi": None,
        "segment": None,
        "code": None,
        "message": None,
    }
