"""The facts of a thing on its page: all of them, or those that a wider audience sees."""

from collections.abc import Iterable, Sequence
from typing import Final

from okrcli.choices import Audience
from okrcli.render.show.facts import Fact

PUBLIC: Final = frozenset(
    {
        "Ambition",
        "At least",
        "At most",
        "Baseline",
        "Cadence",
        "Change",
        "Cycle",
        "Direction",
        "Due",
        "Expected",
        "Forecast",
        "Kind",
        "Limits",
        "Now",
        "Possible",
        "Reporting",
        "Segments",
        "Signal",
        "Status",
        "Target",
        "Type",
        "Warning",
        "Weight",
    }
)
"""The labels of facts in which no person, reason or file is."""


SHOWN_ELSEWHERE: Final = frozenset(
    {"File", "Guard of", "Objective", "Owner", "Part of", "Serves", "Team", "Used by"}
)
"""The labels of facts that stand at the top of the page, with links."""


def facts_for(facts: Iterable[Fact], audience: Audience) -> Sequence[Fact]:
    """Return those of *facts* that *audience* sees."""
    shown = (fact for fact in facts if fact[0] not in SHOWN_ELSEWHERE)
    return [fact for fact in shown if audience is Audience.ALL or fact[0] in PUBLIC]
