from okrcli.actions.check.rule_options import RuleOptions
from okrcli.model.settings import Settings
from tests.builders import a_plan


def settings(**rules: object) -> Settings:
    return Settings.model_validate({"rules": rules})


def test_options_that_say_nothing_change_nothing() -> None:
    own = settings(profile="strict", severity={"M": "info"})

    assert RuleOptions().over(own) == own


def test_profile_of_the_options_comes_first() -> None:
    changed = RuleOptions(profile="draft").over(settings(profile="strict", ignore=["S"]))

    assert changed.rules.profile == "draft"
    assert [*changed.rules.ignore] == ["S"]


def test_severity_of_the_options_comes_last_so_that_it_counts() -> None:
    own = settings(severity={"M202": "info", "M": "warning", "S": "info"})
    changed = RuleOptions(severity={"M": "error", "M202": "warning"}).over(own)

    assert [*changed.rules.severity.items()] == [
        ("S", "info"),
        ("M", "error"),
        ("M202", "warning"),
    ]


def test_plan_is_the_same_but_for_its_settings() -> None:
    plan = a_plan(settings=settings(profile="strict"))
    applied = RuleOptions(profile="draft").apply_to(plan)

    assert applied.settings.rules.profile == "draft"
    assert (applied.objectives, plan.settings.rules.profile) == (plan.objectives, "strict")
