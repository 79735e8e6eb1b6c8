"""What two lines of commits had agreed on in two ways before they were merged."""

from datetime import date

import pytest

from okrcli.checks.past import MergedState, Past, SettingsHistory, SettingsVersion, Version
from okrcli.model.finding import Finding
from okrcli.model.settings import Settings
from tests.checks.history.agreed_texts import BEFORE, PATH, objective, version
from tests.checks.workspaces import TODAY, found_by, loaded

SIXTY, FIFTY, SEVENTY = (objective(f"target: {target}") for target in (60, 50, 70))
MERGED = "They were merged after the cycle began"
PUSH = "objectives/push/cx.yaml"


def found(main: str, line: str, base: str, now: str, day: date = TODAY) -> list[Finding]:
    """Return what is disputed where a line had made *line* of *base*, and the main line *main*."""
    merged = MergedState(version(line, date(2026, 9, 29), "commit line"), version(base))
    past = Past((version(main, name="commit main"),), merged={PATH: merged})
    findings = found_by("H803", {PATH: now}, day, past)
    return [finding for finding in findings if MERGED in finding.message]


@pytest.mark.parametrize(
    ("now", "kept", "left"),
    [
        (FIFTY, "commit line (2026-09-29)", "commit main (2026-09-28)"),
        (SIXTY, "commit main (2026-09-28)", "commit line (2026-09-29)"),
    ],
)
def test_key_result_that_is_as_one_of_two_lines_had_it_is_disputed(
    now: str, kept: str, left: str
) -> None:
    (finding,) = found(SIXTY, FIFTY, SEVENTY, now)

    assert finding.message == (
        f"The key result 2026-Q4/cx/nps is as {kept} has it, and not as {left} does. They were"
        " merged after the cycle began, so git does not tell which of both was agreed."
    )
    assert (finding.rule.code, finding.place.path) == ("H803", PATH)
    assert str(finding.hint).startswith("If it was agreed as it is now, an amendment says so")


@pytest.mark.parametrize(
    ("line", "now"),
    [
        (SIXTY, SIXTY),  # both had the same
        (SEVENTY, SIXTY),  # the line left it as it was
        (FIFTY, SEVENTY),  # it moved from both: no doubt about that
    ],
)
def test_nothing_is_disputed_where_both_lines_say_the_same_of_it(line: str, now: str) -> None:
    assert found(SIXTY, line, SEVENTY, now) == []


def settings_of(end: str) -> Settings:
    return loaded(
        {"okr.yaml": f"version: 1\ncycles:\n  push: {{start: 2026-10-01, end: {end}}}\n"}
    ).settings


def test_cycle_that_is_as_one_of_two_lines_had_it_is_disputed() -> None:
    text = "title: A\nkey_results: [{id: a, title: A, type: binary}]\n"
    main = SettingsVersion(BEFORE, "commit main", settings_of("2026-12-31"))
    line = SettingsVersion(date(2026, 9, 29), "commit line", settings_of("2027-01-31"))
    past = Past(
        (Version(BEFORE, "commit main", loaded({PUSH: text}).objectives),),
        settings=SettingsHistory((main, line), (main,)),
    )
    now = "version: 1\ncycles:\n  push: {start: 2026-10-01, end: 2027-01-31}\n"
    (finding,) = found_by("H803", {"okr.yaml": now, PUSH: text}, past=past)

    assert finding.message == (
        "The cycle push is as commit line (2026-09-29) has it, and not as commit main (2026-09-28)"
        " does. They were merged after the cycle began, so git does not tell which of both was"
        " agreed."
    )
