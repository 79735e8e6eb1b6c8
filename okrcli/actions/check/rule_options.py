"""Options that override the rule settings in okr.yaml."""

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Literal

from okrcli.frozen import frozen_dataclass
from okrcli.model.plan import Plan
from okrcli.model.settings import Profile, Settings

Level = Literal["error", "warning", "info"]


@frozen_dataclass
class RuleOptions:
    """Changes of the settings for one run.

    Attributes:
        severity: By code, name or letter.
        per_file_ignores: Rules by a pattern of paths.
    """

    profile: Profile | None = None
    severity: Mapping[str, Level] = field(default_factory=dict)
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def apply_to(self, plan: Plan) -> Plan:
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


def _above(below: Mapping[str, Level], above: Mapping[str, Level]) -> dict[str, Level]:
    """Return both, *above* last: of two names of one rule the last one counts."""
    return {**{key: value for key, value in below.items() if key not in above}, **above}
