"""What the options of `okr check` say of the rules, above what okr.yaml says."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Literal, get_args

from okrcli.errors import UsageError
from okrcli.model.plan import Plan
from okrcli.model.settings import Profile, Settings

Level = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True)
class RuleOptions:
    """How strict to be, by the command line.

    Attributes:
        severity: By code, name or letter.
        per_file_ignores: Rules by a pattern of paths.
    """

    profile: Profile | None
    severity: Mapping[str, Level]
    per_file_ignores: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(
        cls, profile: Profile | None, severity: Sequence[str], per_file: Sequence[str]
    ) -> "RuleOptions":
        """Return what the values of the options say.

        Raises:
            UsageError: One is not written as its option wants it.
        """
        levels = dict(_level(value) for value in severity)
        ignores: dict[str, tuple[str, ...]] = {}
        for value in per_file:
            pattern, names = _pair(value, "--per-file-ignores", "PATTERN=RULE")
            ignores[pattern] = ignores.get(pattern, ()) + names_in([names])
        return cls(profile, levels, ignores)

    def applied(self, plan: Plan) -> Plan:
        """Return *plan* with profile and severities in its settings, above those that are there."""
        return replace(plan, settings=self.over(plan.settings))

    def over(self, settings: Settings) -> Settings:
        """Return *settings* with profile and severities above those that are there."""
        rules = settings.rules
        changed = rules.model_copy(
            update={
                "profile": self.profile or rules.profile,
                "severity": _above(rules.severity, self.severity),
            }
        )
        return settings.model_copy(update={"rules": changed})


def names_in(values: Sequence[str] | None) -> tuple[str, ...]:
    """Return the rules that the values of an option name, each value one or several with commas."""
    return tuple(
        name.strip() for value in values or () for name in value.split(",") if name.strip()
    )


def _level(value: str) -> tuple[str, Level]:
    name, word = _pair(value, "--severity", "RULE=LEVEL")
    level = next((each for each in get_args(Level) if each == word.strip()), None)
    if level is None:
        known = ", ".join(get_args(Level))
        raise UsageError(f"--severity knows no level '{word}'.", f"Known are: {known}.")
    return name.strip(), level


def _pair(value: str, option: str, form: str) -> tuple[str, str]:
    before, _, after = value.rpartition("=")
    if not before.strip() or not after.strip():
        raise UsageError(f"{option} {value} is not {form}.", f"Write {option} {form}.")
    return before, after


def _above(below: Mapping[str, Level], above: Mapping[str, Level]) -> dict[str, Level]:
    """Return both, *above* last: of two names of one rule the last one counts."""
    return {**{key: value for key, value in below.items() if key not in above}, **above}
