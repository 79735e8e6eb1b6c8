"""Parses the options of `okr check` about rules."""

from collections.abc import Iterable
from typing import get_args

from okrcli.actions.check.rule_options import Level, RuleOptions
from okrcli.errors import UsageError
from okrcli.model.settings import Profile


def rule_options(
    profile: Profile | None, severity: Iterable[str], per_file: Iterable[str]
) -> RuleOptions:
    """Return the values of `--profile`, `--severity` and `--per-file-ignores`.

    Raises:
        UsageError: A value has the wrong form.
    """
    levels = dict(_level(value) for value in severity)
    ignores: dict[str, tuple[str, ...]] = {}
    for value in per_file:
        pattern, names = _pair(value, "--per-file-ignores", "PATTERN=RULE")
        ignores[pattern] = ignores.get(pattern, ()) + names_in([names])
    return RuleOptions(profile, levels, ignores)


def names_in(values: Iterable[str] | None) -> tuple[str, ...]:
    """Return the rules named by the values of an option, each with one or several, by commas."""
    return tuple(
        name.strip() for value in values or () for name in value.split(",") if name.strip()
    )


def _level(value: str) -> tuple[str, Level]:
    name, word = _pair(value, "--severity", "RULE=LEVEL")
    level = next((known for known in get_args(Level) if known == word.strip()), None)
    if level is None:
        levels = ", ".join(get_args(Level))
        raise UsageError(f"--severity has no level '{word}'.", f"The levels are: {levels}.")
    return name.strip(), level


def _pair(value: str, option: str, form: str) -> tuple[str, str]:
    before, _, after = value.rpartition("=")
    if not before.strip() or not after.strip():
        raise UsageError(f"{option} {value} is not {form}.", f"Write {option} {form}.")
    return before, after
