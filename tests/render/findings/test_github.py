from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.finding import (
    LOSSY_TEXT,
    SCHEMA,
    Finding,
    Place,
)
from okrcli.views.check import CheckOutcome
from tests.render.findings.outcomes import NOTE, OUTCOME, many, rendered


def test_github_annotates_ten_of_each_severity_and_logs_the_rest() -> None:
    found = (*many(LOSSY_TEXT, 10), *many(NOTE, 11), *many(SCHEMA, 13))
    lines = rendered("github", CheckOutcome(found, 1, "acme")).splitlines()
    commands = [line.split()[0] for line in lines if line.startswith("::")]

    assert commands == ["::error"] * 10 + ["::warning"] * 10 + ["::notice"] * 10
    assert lines[30:] == [
        "3 errors, 1 note more, beyond the 10 of each kind that GitHub annotates:",
        "acme/kpis/nps.yaml:11:1: error E002 schema: schema 11",
        "acme/kpis/nps.yaml:12:1: error E002 schema: schema 12",
        "acme/kpis/nps.yaml:13:1: error E002 schema: schema 13",
        "acme/kpis/nps.yaml:11:1: info R405 business-as-usual: business-as-usual 11",
    ]


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
