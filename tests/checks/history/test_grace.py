"""The days of grace of the day on which something came."""

from datetime import date

from okrcli.checks.context import CheckContext
from okrcli.checks.history.grace import grace_days_on
from okrcli.checks.past import Past, SettingsHistory, SettingsVersion
from okrcli.model.plan import Plan
from okrcli.model.settings import CheckinSettings, Settings
from tests.builders import a_day, a_plan


def with_grace(days: int) -> Settings:
    return Settings(checkin=CheckinSettings(grace_days=days))


def grace_on(day: str, plan: Plan, *versions: tuple[str, int]) -> int:
    known = [SettingsVersion(a_day(when), "commit", with_grace(days)) for when, days in versions]
    past = Past(settings=SettingsHistory(tuple(known)))
    return grace_days_on(CheckContext(plan, date(2026, 11, 20)), past, a_day(day))


def test_grace_that_was_widened_holds_from_the_next_day_on() -> None:
    plan, versions = a_plan(settings=with_grace(60)), (("2026-09-20", 3), ("2026-11-10", 60))

    assert [grace_on(day, plan, *versions) for day in ("2026-11-09", "2026-11-10")] == [3, 3]
    assert grace_on("2026-11-11", plan, *versions) == 60


def test_where_git_knows_nothing_earlier_the_present_grace_holds() -> None:
    plan = a_plan(settings=with_grace(5))

    assert grace_on("2026-11-10", plan) == 5
    assert grace_on("2026-09-20", plan, ("2026-09-20", 3)) == 5
