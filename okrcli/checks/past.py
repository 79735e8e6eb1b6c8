"""What the rules of letter H compare a plan with: how its files stood before."""

from collections.abc import Mapping
from dataclasses import field
from datetime import date, datetime
from typing import Literal, NamedTuple

from okrcli.checks.contributions import Author, Contribution
from okrcli.checks.history.first_readings import first_readings
from okrcli.checks.ignores import Comment
from okrcli.frozen import frozen_dataclass
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings

_BEFORE_THE_EXAMPLES = date(2026, 9, 28)
_AFTER_IT_BEGAN = date(2026, 11, 2)


class Commit(NamedTuple):
    """A commit: what people call it, as in `commit 1a2b3c4`, and when it was made."""

    name: str
    moment: datetime

    @property
    def day(self) -> date:
        """The day on which it was made, where it was made."""
        return self.moment.date()


@frozen_dataclass
class Version:
    """Some objectives and KPIs as they stood on a day.

    Attributes:
        day: Of the commit that left them so.
        name: What people call that state, as in `commit 1a2b3c4`.
        settings: The workspace's settings at that time; `None` when they are not looked at.
        is_doubtful: Whether it may have been later than *day*, because a commit before it has a
            date that cannot be.
        comments: Those in its files that silence rules.
    """

    day: date
    name: str
    objectives: tuple[Objective, ...]
    settings: Settings | None = None
    is_doubtful: bool = False
    comments: frozenset[Comment] = frozenset()
    kpis: tuple[Kpi, ...] = ()


@frozen_dataclass
class SettingsVersion:
    """The settings as a commit left them; *day*, *name* and *is_doubtful* as of `Version`."""

    day: date
    name: str
    settings: Settings
    is_doubtful: bool = False


class MergedState(NamedTuple):
    """What a line of commits made of an objective before its cycle began, and was merged later.

    Attributes:
        version: Its last state from before the cycle; without objectives where it took it away.
        base: The objectives, as above, with which the line began.
    """

    version: Version
    base: Version


class SettingsHistory(NamedTuple):
    """The versions of the settings, the earliest first.

    Attributes:
        versions: In whatever line of commits they were.
        mainline: Along the first parents; empty where nothing was ever merged.
    """

    versions: tuple[SettingsVersion, ...] = ()
    mainline: tuple[SettingsVersion, ...] = ()


@frozen_dataclass
class Rewrite:
    """A check-in file that is not any more as it was committed.

    Attributes:
        path: Posix path from the workspace's root: where it is now, else where it was.
        how: What became of it.
        where: The commit that did it, as in `commit 1a2b3c4`, or what is not committed yet.
        day: Of that commit, `None` without one.
        before: What was committed, alone; `None` when nobody looks into it.
    """

    path: str
    how: Literal["edited", "deleted"]
    where: str
    day: date | None = None
    before: Plan | None = None


class LostWorkspace(NamedTuple):
    """A workspace that the repository had: its folder, and the last commit that touched it."""

    folder: str
    commit: Commit


@frozen_dataclass
class Past:
    """What is known of a workspace before today.

    Attributes:
        versions: Each commit's objectives and KPIs that it changed, the earliest first.
        merged: By path of its file, an objective or KPI as a line of commits had it that was merged
            after it was agreed; only where that line had changed it before.
        against: The state that the user wants the plan to be compared with.
        rewrites: The check-ins that were changed after they were committed.
        committed: The commit that first had each check-in, by path.
        began: The commit that first had the workspace; what came with it is an import.
        settings: The versions of the settings.
        ahead: Commits with a date that is still to come, and that date.
        uncommitted: Paths of the files that are not as the last commit has them.
        lost: Workspaces that are gone, and that this one may have been.
        contributions: What each commit added in people's names, the earliest first.
        first_readings: The day on which each KPI's first reading was committed, by the KPI's id.
        unsettled: Cycles that are over, and in which objectives may not be as they ended: gone,
            drafts again, not closed, or changed after that.
        gone: By path the day on which each file of a definition that is gone was taken away.
    """

    versions: tuple[Version, ...] = ()
    merged: Mapping[str, MergedState] = field(default_factory=dict)
    against: Version | None = None
    rewrites: tuple[Rewrite, ...] = ()
    committed: Mapping[str, Commit] = field(default_factory=dict)
    began: Commit | None = None
    settings: SettingsHistory = field(default_factory=SettingsHistory)
    ahead: tuple[Commit, ...] = ()
    uncommitted: frozenset[str] = frozenset()
    lost: tuple[LostWorkspace, ...] = ()
    contributions: tuple[Contribution, ...] = ()
    first_readings: Mapping[str, date] = field(default_factory=dict)
    unsettled: frozenset[str] = frozenset()
    gone: Mapping[str, date] = field(default_factory=dict)


class ExampleState(NamedTuple):
    """The files of an example at a time: their texts by path, and the plan that they hold."""

    texts: Mapping[str, str]
    plan: Plan


def past_of_example(before: ExampleState, now: ExampleState, author: str = "") -> Past:
    """Return the past of an example: as it was once committed, and as it was committed since.

    Args:
        before: Before the cycle.
        now: After it began.
        author: The address of who committed what is new; empty where that does not matter.
    """
    day = _BEFORE_THE_EXAMPLES
    rewrites = (
        Rewrite(path, "edited" if path in now.texts else "deleted", "a later commit")
        for path, text in before.texts.items()
        if path.startswith("checkins/") and now.texts.get(path) != text
    )
    new = tuple(
        path for path in now.texts if path.startswith("checkins/") and path not in before.texts
    )
    contribution = Contribution("a later commit", (Author("", author),), new)
    states = [(day, "an earlier commit", before.plan)]
    if before.plan.objectives:
        states.append((_AFTER_IT_BEGAN, "a later commit", now.plan))
    return Past(
        tuple(Version(when, name, plan.objectives, kpis=plan.kpis) for when, name, plan in states),
        rewrites=tuple(rewrites),
        contributions=(contribution,) if author else (),
        first_readings=first_readings(
            before.plan, {checkin.path: day for checkin in before.plan.checkins}
        ),
    )
