"""A fifth key-result type is its files and its two lines: it goes everywhere with no edit."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from okrcli.render import REPORT_FORMATS
from okrcli.render.show import SHOW_FORMATS
from tests.cli.conftest import Okr, Talk
from tests.fifth_type import registered
from tests.repositories import commit_file

FILE = "objectives/2026-Q4/cx-leader.yaml"
NEW = (
    *("new", "kr", "cx-leader", "The audit of our help grades us A"),
    *("--id", "audit", "--from-grade", "D", "--to-grade", "A", "--graded-by", "2026-12-15"),
)


@pytest.fixture(autouse=True)
def fifth_type() -> Iterator[None]:
    with registered():
        yield


@pytest.fixture
def graded(okr: Okr) -> Okr:
    """Return what runs `okr` where there is a key result of the type, with a value."""
    assert okr(*NEW).code == 0
    assert okr("checkin", "cx-leader/audit", "c", "--confidence", "6").code == 0
    return okr


def test_schema_describes_it(okr: Okr, root: Path) -> None:
    assert okr("schema").code == 0
    schema = json.loads((root / ".okr/objective.schema.json").read_text())
    key_results = schema["properties"]["key_results"]["items"]
    assert "grade" in key_results["properties"]["type"]["enum"]
    (kind,) = (
        each["then"]
        for each in key_results["allOf"]
        if each["if"]["properties"]["type"]["const"] == "grade"
    )
    assert kind["properties"]["to_grade"]["description"] == "The grade to reach."
    assert {"from_grade", "to_grade"} <= set(kind["required"])
    amendment = kind["properties"]["amendments"]
    assert amendment is True or "to_grade" in str(amendment)


def test_new_makes_it_of_options_and_help_has_them(okr: Okr, root: Path) -> None:
    assert "--from-grade A..F" in " ".join(okr("new", "kr", "--help").out.split())
    ran = okr(*NEW)
    assert ran.code == 0, ran.err
    assert (
        "  - id: audit\n"
        "    title: The audit of our help grades us A\n"
        "    type: grade\n"
        "    from_grade: D\n"
        "    to_grade: A\n"
        "    graded_by: 2026-12-15\n"
    ) in (root / FILE).read_text()


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (
            ["--type", "grade", "--from-grade", "D"],
            "not said which grades. Give --from-grade and --to-grade.",
        ),
        (["--to-grade", "A", "--target", "5"], "--target does not go with the type grade."),
        (["--from-grade", "D", "--to-grade", "Z"], "`to_grade` does not have the form ^[FEDCBA]$."),
        (["--from-grade", "D", "--to-grade", "A", "--graded-by", "soon"], "'soon' is not a date"),
        ([], "or --from-grade and --to-grade."),
    ],
)
def test_new_refuses_what_is_wrong_with_it(okr: Okr, arguments: list[str], message: str) -> None:
    ran = okr("new", "kr", "cx-leader", "Better grades", *arguments)
    assert ran.code == 2
    assert message in " ".join(ran.err.split())


def test_new_asks_for_it(talk: Talk, root: Path) -> None:
    terminal = talk(root, "new", "kr", "cx-leader")
    terminal.answer("What will be different?", "Auditors praise our help")
    terminal.answer("How is it measured?", "grade")
    terminal.answer("Which grade is it now?", "D")
    terminal.answer("Which grade shall it be?", "B")
    terminal.answer("Its id", "")
    terminal.answer("?", "y")
    assert terminal.end() == 0, terminal.text
    assert "type: grade\n    from_grade: D\n    to_grade: B\n" in (root / FILE).read_text()


def test_checkin_reads_and_tells_it_in_its_own_words(okr: Okr) -> None:
    okr(*NEW)
    ran = okr("checkin", "cx-leader/audit", "c")
    assert ran.code == 0, ran.err
    assert "  audit C\n" in ran.out
    assert "'Z' is no grade." in okr("checkin", "cx-leader/audit", "Z").err


def test_checkin_asks_for_it(graded: Okr, talk: Talk, root: Path) -> None:
    del graded
    terminal = talk(root, "checkin", "cx-leader/audit")
    terminal.answer("Grade now, A to F", "=")
    terminal.wait_for("= audit C")
    terminal.answer("Record this as ana, 2026-11-20?", "1")
    terminal.answer("Grade now, A to F", "B")
    terminal.answer("Record this as ana, 2026-11-20?", "y")
    assert terminal.end() == 0, terminal.text
    assert "last C on 2026-11-20" in terminal.text


SAID_IN = {
    **dict.fromkeys(("table", "markdown", "html"), "33%"),
    "slack": ": C, for the first time",
    "teams": '"C, for the first time"',
}
"""What the formats for people say of it; those for programs have its progress."""


@pytest.mark.parametrize("format_", REPORT_FORMATS)
def test_report_has_it_in_every_format(graded: Okr, format_: str) -> None:
    ran = graded("report", "--format", format_)
    assert ran.code == 0, ran.err
    assert "audit" in ran.out
    assert SAID_IN.get(format_, "0.333") in ran.out


def test_report_tells_value_and_goal_in_its_words(graded: Okr) -> None:
    lines = graded("report", "--format", "markdown").out.splitlines()
    (line,) = (line for line in lines if "audit of our help" in line)
    assert [cell.strip() for cell in line.split("|")].count("C") == 1
    assert [cell.strip() for cell in line.split("|")].count("A") == 1


@pytest.mark.parametrize("format_", SHOW_FORMATS)
def test_show_has_it_in_every_format(graded: Okr, format_: str) -> None:
    ran = graded("show", "cx-leader/audit", "--format", format_)
    assert ran.code == 0, ran.err
    assert "grade" in ran.out


def test_remind_asks_for_it(okr: Okr) -> None:
    okr(*NEW)
    assert "okr checkin cx-leader/audit VALUE" in okr("remind").out


def test_check_judges_it(graded: Okr, root: Path) -> None:
    ran = graded("check", "--format", "concise")
    assert "audit" not in ran.out, ran.out
    assert ran.code == 0, ran.err
    before = (root / FILE).read_text()
    commit_file(root, FILE, before.replace("from_grade: D", "from_grade: A"))
    assert "M206" in graded("check", "--format", "concise").out
    commit_file(root, FILE, before.replace("type: grade", "type: grades"))
    told = graded("check").out
    assert "`type` is not `metric`, `maintain`, `milestones`, `binary` or `grade`" in told
    assert "Did you mean `grade`?" in told


def test_check_finds_a_value_that_it_cannot_have(graded: Okr, root: Path) -> None:
    entry = "{key_result: 2026-Q4/cx-leader/audit, value: 9}"
    text = f"date: 2026-11-19\nby: ana\nkey_results: [{entry}]\n"
    commit_file(root, "checkins/2026/b.yaml", text)
    assert (
        "C702 bad-reading: 2026-Q4/cx-leader/audit has no grade 9."
        in graded("check", "--format", "concise").out
    )


def test_its_goalposts_are_amended_and_read_as_of_a_day(graded: Okr, root: Path) -> None:
    amended = (
        "to_grade: A\n    amendments:\n"
        "      - {date: 2026-11-10, field: to_grade, was: B, now: A, why: Agreed, "
        "approved_by: pavel}\n"
    )
    text = (root / FILE).read_text().replace("to_grade: A\n", amended)
    commit_file(root, FILE, text.replace("    added: 2026-11-20\n", ""))
    assert graded("check").code == 0
    assert "A" in graded("show", "cx-leader/audit").out
    report = json.loads(graded("report", "--format", "json", "--as-of", "2026-11-05").out)
    assert report["objectives"][0]["key_results"][-1]["type"] == "grade"
