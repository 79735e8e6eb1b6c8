import pytest

from okrcli.actions.check.rule_options import RuleOptions
from okrcli.cli.check.rule_values import names_in, rule_options
from okrcli.errors import UsageError


def test_names_may_stand_in_one_value_or_in_several() -> None:
    assert names_in(["S101, M2", "no-owner", " , "]) == ("S101", "M2", "no-owner")
    assert names_in(None) == ()


def test_options_say_levels_and_files() -> None:
    found = rule_options(
        "strict",
        ["S101=error", "M2 = info"],
        ["objectives/2025-*/*=S101,S102", "a=b.yaml=K", "objectives/2025-*/*=R"],
    )

    assert found == RuleOptions(
        "strict",
        {"S101": "error", "M2": "info"},
        {"objectives/2025-*/*": ("S101", "S102", "R"), "a=b.yaml": ("K",)},
    )


@pytest.mark.parametrize(
    ("severity", "per_file", "said"),
    [
        (["S101"], [], "--severity S101 is not RULE=LEVEL"),
        (["=error"], [], "--severity =error is not RULE=LEVEL"),
        (["S101=fatal"], [], "--severity has no level 'fatal'"),
        ([], ["objectives/*"], r"--per-file-ignores objectives/\* is not PATTERN=RULE"),
        ([], ["objectives/*= "], "is not PATTERN=RULE"),
    ],
)
def test_value_of_another_form_is_refused(
    severity: list[str], per_file: list[str], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        rule_options(None, severity, per_file)
