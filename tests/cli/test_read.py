import io
import json
import sys
from pathlib import Path

import pytest

from okrcli.cli.app import run
from tests.cli.conftest import Okr
from tests.cli.workspaces import write

FIELDS = [
    *("lang", "verb_class", "direction", "from", "to", "by", "by_kind", "unit", "deadline"),
    *("has_number", "placeholder", "compound", "bound", "range", "factor", "per"),
    *("baseline_in_words", "deadline_date", "doubt"),
]


def test_read_shows_what_a_sentence_says(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "read", "Raise NPS from 40 to 60 by 2026-12-31")

    assert (ran.code, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        "Raise NPS from 40 to 60 by 2026-12-31",
        "  Language   English",
        "  Verb       Raise",
        "  Kind       a change",
        "  Direction  increase",
        "  From       40",
        "  To         60",
        "  Deadline   by 2026-12-31",
    ]


@pytest.mark.parametrize("arguments", [[], ["-"]])
def test_read_gives_one_json_object_for_each_line_of_input(
    run_okr: Okr, tmp_path: Path, arguments: list[str]
) -> None:
    text = "\ufeffRaise NPS from 40 to 60\r\n\n  \nСнизить отток на 5 %\nвесь\u2028год"
    ran = run_okr(tmp_path, "read", "--format", "json", *arguments, stdin=text)

    assert ran.code == 0, ran.err
    read = [json.loads(line) for line in ran.out.splitlines()]
    assert [each["lang"] for each in read] == ["en", "ru", "ru"]
    assert (read[0]["from"], read[0]["to"], read[1]["by"]) == (40, 60, 5)
    assert [list(each) for each in read] == [FIELDS] * 3


def test_read_takes_several_texts_and_input_among_them(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "read", "--format", "json", "Reach 5", "-", "Reach 7", stdin="Reach 6")

    assert [json.loads(line)["to"] for line in ran.out.splitlines()] == [5, 6, 7]


def test_read_of_a_language_does_not_guess(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "read", "--format", "json", "--language", "es", "NPS 60")

    assert json.loads(ran.out)["lang"] == "es"


def test_read_of_input_that_is_no_utf8_names_the_line(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"Reach 5\n\xff\xfe\n")))
    code = run(["read"])

    assert code == 2
    assert "Line 2 of standard input is not UTF-8." in capsys.readouterr().err


def test_read_refuses_a_format_that_there_is_not(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "read", "--format", "xml", "a")

    assert (ran.code, ran.out) == (2, "")
    assert "has no format 'xml'" in ran.err


def test_read_knows_the_words_of_the_workspace(okr: Okr, root: Path) -> None:
    before = okr("read", "--format", "json", "Kindle joy")
    words = "rules: {words: {task: {add: [kindle]}}}\nlanguage: es\n"
    write(root, {"okr.yaml": f"version: 1\n{words}"})
    after = okr("read", "--format", "json", "Kindle joy in the team")
    unsure = okr("read", "--format", "json", "NPS 60")

    assert json.loads(before.out)["verb_class"] == "none"
    assert json.loads(after.out)["verb_class"] == "task"
    assert json.loads(unsure.out)["lang"] == "es"


def test_read_needs_no_other_file_of_the_workspace(okr: Okr, root: Path) -> None:
    write(root, {"kpis/nps.yaml": "title: [\n"})

    assert okr("read", "Reach 5").code == 0
