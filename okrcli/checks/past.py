"""What the rules of letter H compare a plan with: how its files stood before."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from okrcli.checks.contributions import Author, Contribution
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan

_BEFORE_THE_EXAMPLES = date(2026, 9, 28)


@dataclass(frozen=True, slots=True)
class Version:
    """Some objectives as they stood on a day.

    Attributes:
        day: Of the commit that left them so.
        name: What people call that state, as in `commit 1a2b3c4`.
    """

    day: date
    name: str
    objectives: tuple[Objective, ...]


@dataclass(frozen=True, slots=True)
class Rewrite:
    """A check-in file that is not any more as it was committed.

    Attributes:
        path: Posix path from the workspace's root.
        how: What became of it.
        where: The commit that did it, as in `commit 1a2b3c4`, or what is not committed yet.
        day: Of that commit, `None` without one.
    """

    path: str
    how: Literal["edited", "deleted"]
    where: str
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Past:
    """What is known of a workspace before today.

    Attributes:
        versions: Each commit's objectives that it changed, the earliest first.
        against: The state that the user wants the plan to be compared with.
        rewrites: The check-ins that were changed after they were committed.
        committed: The day on which each check-in was first committed, by path; without those that
            came together with the workspace itself.
        contributions: What each commit added in people's names, the earliest first.
    """

    versions: tuple[Version, ...] = ()
    against: Version | None = None
    rewrites: tuple[Rewrite, ...] = ()
    committed: Mapping[str, date] = field(default_factory=dict)
    contributions: tuple[Contribution, ...] = ()


def past_of_example(
    before: Plan, texts: Mapping[str, str], now: Mapping[str, str], author: str = ""
) -> Past:
    """Return the past of an example whose files, now as in *now*, were once committed as *texts*.

    Args:
        before: The plan that *texts* hold.
        texts: By path.
        now: By path.
        author: The address of who committed what is new; empty where that does not matter.
    """
    day = _BEFORE_THE_EXAMPLES
    rewrites = (
        Rewrite(path, "edited" if path in now else "deleted", "a later commit")
        for path, text in texts.items()
        if path.startswith("checkins/") and now.get(path) != text
    )
    new = tuple(path for path in now if path.startswith("checkins/") and path not in texts)
    contribution = Contribution("a later commit", (Author("", author),), new)
    return Past(
        (Version(day, "an earlier commit", before.objectives),),
        rewrites=tuple(rewrites),
        contributions=(contribution,) if author else (),
    )
