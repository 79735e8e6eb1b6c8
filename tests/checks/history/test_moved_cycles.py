from datetime import date

import pytest

from okrcli.checks.past import Past, SettingsHistory, SettingsVersion, Version
from okrcli.model.finding import Finding
from okrcli.model.settings import Settings
from tests.checks.workspaces import TODAY, found_by, loaded

PATH = "objectives/push/cx.yaml"
OBJECTIVE = "title: A\nkey_results: [{id: a, title: A, type: binary}]\n"
AMENDMENT = (
    "amendments: [{date: 2026-11-02, field: end, was: 2026-12-31, now: 2027-01-31,"
    " why: w, approved_by: ana}]"
)


def settings_text(end: str, more: str = "") -> str:
    return f"version: 1\ncycles:\n  push:\n    start: 2026-10-01\n    end: {end}\n    {more}\n"


def settings(end: str) -> Settings:
    return loaded({"okr.yaml": settings_text(end)}).settings


def found(
    now: str, status: str = "active", day: date = TODAY, against: bool = False
) -> list[Finding]:
    """Return what is found where the cycle ended with the year when it was agreed."""
    before = date(2026, 9, 20)
    objective = OBJECTIVE + f"status: {status}\n"
    version = Version(
        date(2026, 10, 5) if against else before,
        "commit 1a2b3c4d",
        loaded({"okr.yaml": settings_text("2026-12-31"), PATH: objective}).objectives,
        settings("2026-12-31") if against else None,
    )
    history = SettingsHistory((SettingsVersion(before, "commit 1a2b3c4d", settings("2026-12-31")),))
    past = Past(against=version) if against else Past((version,), settings=history)
    return found_by("H801", {"okr.yaml": now, PATH: OBJECTIVE}, day, past)


@pytest.mark.parametrize("against", [False, True])
def test_days_of_a_running_cycle_move_by_an_amendment_only(against: bool) -> None:
    [finding] = found(settings_text("2027-01-31"), against=against)

    assert finding.message == (
        "The end of the cycle push was 2026-12-31 in commit 1a2b3c4d and is 2027-01-31, "
        "without an amendment."
    )
    assert "`field: end`, `was: 2026-12-31`, `now: 2027-01-31`" in str(finding.hint)
    assert finding.place == ("okr.yaml", 5, 10)
    assert found(settings_text("2027-01-31", AMENDMENT), against=against) == []
    assert found(settings_text("2026-12-31"), against=against) == []


def test_cycle_that_is_gone_is_found_at_the_settings() -> None:
    [finding] = found("version: 1\n")

    assert finding.message == "The cycle push of commit 1a2b3c4d is gone, after it began."
    assert finding.location == ("cycles", "push")


@pytest.mark.parametrize(
    ("status", "day"),
    [("draft", TODAY), ("active", date(2026, 9, 30)), ("cancelled", date(2027, 2, 1))],
)
def test_cycle_of_drafts_or_that_has_not_begun_is_free(status: str, day: date) -> None:
    assert found(settings_text("2027-01-31"), status, day) == []


def test_cycle_that_has_ended_binds_until_its_objectives_are_closed() -> None:
    """Else a value that came too late would count after all."""
    [finding] = found(settings_text("2027-01-31"), "active", date(2027, 2, 1))

    assert finding.location == ("cycles", "push", "end")
