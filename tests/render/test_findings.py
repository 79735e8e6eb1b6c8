"""Every format of findings, whole, and what no format may let through."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.finding import (
    BAD_READING,
    LOSSY_TEXT,
    SCHEMA,
    Finding,
    Place,
    RuleId,
    Severity,
    Silencer,
)
from okrcli.render import FINDING_FORMATS, RenderOptions
from okrcli.views.check import CheckOutcome
from tests.render.golden import assert_golden
from tests.render.samples import HOSTILE

FILES = {
    "text": "findings.txt",
    "concise": "findings-concise.txt",
    "json": "findings.json",
    "github": "findings-github.txt",
    "gitlab": "findings-gitlab.json",
    "sarif": "findings.sarif",
    "junit": "findings-junit.xml",
    "markdown": "findings.md",
}
OUTCOME = CheckOutcome(
    findings=(
        Finding.of(
            BAD_READING,
            Place("checkins/2026/2026-11-20-ana-7f3a9c12.yaml", 7, 20),
            "NPS 140 is outside -100 to 100.",
            "Correct it with a new check-in.",
            "nps",
        ),
        Finding.of(
            LOSSY_TEXT,
            Place("objectives/2026-Q4/cx-leader.yaml", 2, 8),
            "YAML keeps only 'Fix' of this text: `#` begins a comment.",
            "Put the text into quotes.",
            "2026-Q4/cx-leader",
        ),
        Finding.of(
            SCHEMA,
            Place("objectives/2026-Q4/a,b:c%.yaml", 3, 1),
            "Unknown key '100%\n::error::pwned ##[error]\x1b[31m'.",
        ),
        Finding(
            RuleId("R405", "business-as-usual", Severity.INFO),
            Place("objectives/2026-Q4/забота.yaml", 9, 5),
            "«Поддерживать» is no change.",
            "Watch it as a KPI.",
            severity=Severity.INFO,
        ),
        Finding.of(
            SCHEMA,
            Place("objectives/2026-Q4/забота.yaml", 12, 1),
            f"`{HOSTILE}` is no title: [see](http://example.com).",
            HOSTILE,
            f"2026-Q4/{HOSTILE}",
            location=("key_results", 0, HOSTILE),
        ),
    ),
    files=14,
    folder="teams/support",
    explanations={
        "E002": "A misspelt key would be a goal that nobody sees.",
        "C702": "A value that cannot be is a slip of the keyboard.",
    },
    silenced={Silencer.SETTINGS: 2, Silencer.COMMENTS: 1},
    accepted=4,
)


def rendered(name: str, outcome: CheckOutcome = OUTCOME) -> str:
    return FINDING_FORMATS[name](outcome, RenderOptions(COMMAND_LINE))


@pytest.mark.parametrize("name", FILES)
def test_findings_are_the_golden_ones(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("okrcli.render.findings.sarif.__version__", "1.2.3")

    assert_golden(FILES[name], rendered(name))


def test_findings_are_the_golden_ones_in_colour() -> None:
    coloured = FINDING_FORMATS["text"](OUTCOME, RenderOptions(COMMAND_LINE, colour=True))

    assert_golden("findings-colour.ansi", coloured)


def test_every_format_has_a_golden_file() -> None:
    assert set(FILES) == set(FINDING_FORMATS)


def test_github_paths_begin_at_the_repository() -> None:
    line = rendered("github").splitlines()[0]

    assert line.startswith("::error file=teams/support/checkins/2026/")


def test_github_paths_are_plain_when_the_workspace_is_the_repository() -> None:
    outcome = CheckOutcome(OUTCOME.findings, 14)

    assert rendered("github", outcome).startswith("::error file=checkins/2026/")


@given(st.text(min_size=1))
def test_message_gives_no_second_command(message: str) -> None:
    finding = Finding.of(SCHEMA, Place("okr.yaml"), f"x{message}::error::pwned\n::stop-commands::x")
    text = rendered("github", CheckOutcome((finding,), 1))

    assert len(text.splitlines()) == 1
    assert text.count("::") == 2


@given(st.text(min_size=1))
def test_finding_is_one_line_whatever_its_message(message: str) -> None:
    finding = Finding.of(SCHEMA, Place("okr.yaml", 3, 4), message)

    lines = rendered("concise", CheckOutcome((finding,), 1)).splitlines()
    assert len(lines) == 1
    assert lines[0].startswith("okr.yaml:3:4: error E002 schema: ")


def test_json_keeps_messages_exactly_and_counts() -> None:
    document = json.loads(rendered("json"))

    assert [each["message"] for each in document["findings"]] == [
        each.message for each in OUTCOME.findings
    ]
    assert document["summary"] == {
        "error": 3,
        "warning": 1,
        "info": 1,
        "files": 14,
        "milder": 0,
        "silenced": 3,
        "silenced_by": {"okr.yaml": 2, "comments": 1, "options": 0},
        "accepted": 4,
    }


def test_no_findings_are_no_lines() -> None:
    empty = CheckOutcome((), 3)

    assert [rendered(name, empty) for name in ("text", "concise", "github")] == ["", "", ""]
    assert json.loads(rendered("json", empty))["findings"] == []
