"""When a cycle began, by what its settings said then."""

from datetime import date

from okrcli.checks.history.agreed_cycles import agreed_cycle, binding_cycles, running_cycles
from okrcli.checks.past import SettingsHistory, SettingsVersion
from okrcli.model.settings import Settings
from tests.checks.workspaces import loaded


def settings(start: str | None, end: str = "2026-12-31") -> Settings:
    cycle = f"cycles:\n  push: {{start: {start}, end: {end}}}\n" if start else ""
    return loaded({"okr.yaml": f"version: 1\n{cycle}"}).settings


def start_after(*versions: tuple[str, str | None], is_doubtful: bool = False) -> date | None:
    """Return the agreed start, of settings as each day left them: a day, and the start by then."""
    known = tuple(
        SettingsVersion(date.fromisoformat(day), day, settings(start), is_doubtful)
        for day, start in versions
    )
    agreed = agreed_cycle(SettingsHistory(known), "push")
    return agreed.cycle.start if agreed else None


def test_cycle_moves_freely_until_it_begins_and_then_stays() -> None:
    first, second, third = "2026-10-01", "2026-10-05", "2026-10-20"
    assert start_after(("2026-09-01", first), ("2026-09-30", second)) == date(2026, 10, 5)
    assert start_after(("2026-09-01", first), ("2026-10-01", second)) == date(2026, 10, 1)
    moved = (("2026-09-01", first), ("2026-09-30", second), ("2026-10-04", third))
    assert start_after(*moved, ("2026-10-20", first)) == date(2026, 10, 20)


def test_cycle_that_is_defined_late_is_agreed_at_the_end_of_that_day() -> None:
    defined = (("2026-09-01", None), ("2026-10-10", "2026-10-01"), ("2026-10-10", "2026-10-02"))
    assert start_after(*defined, ("2026-10-11", "2026-10-12")) == date(2026, 10, 2)
    assert start_after(("2026-10-10", None)) is None


def test_doubtful_version_moves_nothing() -> None:
    versions = (("2026-09-01", "2026-10-01"), ("2026-09-02", "2026-10-09"))
    assert start_after(*versions, is_doubtful=True) == date(2026, 10, 1)


def test_moved_cycle_runs_while_it_holds_the_day_before_or_after_its_move() -> None:
    plan = loaded({"okr.yaml": "version: 1\ncycles:\n  push: {start: 2026-11-01}\n"})
    past = (SettingsVersion(date(2026, 9, 1), "commit", settings("2026-10-01", "2026-10-31")),)
    for day, count in ((date(2026, 10, 12), 1), (date(2026, 11, 12), 1), (date(2026, 9, 12), 0)):
        assert len(running_cycles(plan, SettingsHistory(past), ["push", "unknown"], day)) == count


def test_cycle_that_has_ended_binds_while_an_objective_in_it_is_active() -> None:
    settings_text = "version: 1\ncycles:\n  push: {start: 2026-10-01, end: 2026-12-31}\n"
    later = date(2027, 1, 15)
    for status, names in (("active", ["push"]), ("closed", []), ("draft", [])):
        text = f"title: A\nstatus: {status}\n"
        plan = loaded({"okr.yaml": settings_text, "objectives/push/cx.yaml": text})
        assert [*binding_cycles(plan, SettingsHistory(()), ["push"], later)] == names
        everything = binding_cycles(plan, SettingsHistory(()), ["push"], later, ["push", "other"])
        assert [*everything] == ["push"]
