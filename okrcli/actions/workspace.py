"""A workspace that was opened: where it is, its plan, and the day that counts as today."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from okrcli.errors import HistoryError, OkrError
from okrcli.frozen import frozen_dataclass
from okrcli.model.plan import Plan
from okrcli.model.time_zone import zone_of
from okrcli.next_step import NextStep, StepKind
from okrcli.tracking import Track, without_tracking

if TYPE_CHECKING:
    from okrcli.actions.change import Change
    from okrcli.history.commit import Commit
    from okrcli.storage.cache.folder import CacheFolder
    from okrcli.storage.partial.needs import Needs


@frozen_dataclass
class Workspace:
    """A workspace as it was when it was opened.

    Attributes:
        plan: The plan, without entries that have an error.
        own_zone: The time zone of the user, used if the team has set none.
        needs: What the plan was loaded for; `None` where it is the whole plan.
        since: The first day from which on it has all that was recorded about that; `None` if it has
            that of all days.
    """

    root: Path
    plan: Plan
    today: date
    own_zone: tzinfo | None = None
    needs: "Needs | None" = None
    since: date | None = None

    @property
    def zone(self) -> tzinfo | None:
        """The time zone of the team's days; `None` if none is known."""
        name = self.plan.settings.calendar.time_zone
        return (zone_of(name) if name else None) or self.own_zone

    def judge(self, plan: Plan) -> Plan:
        """Return what *plan*, made of the same files, holds of what the own one was loaded for.

        Entries that have an error are left out, as they are of the own one.
        """
        from okrcli.checks.checkins.refusing import refuse_entries  # noqa: PLC0415  as below

        judged = refuse_entries(plan, self.today)
        return self.needs.without_others(judged) if self.needs else judged

    def save(self, change: "Change", *, commit: bool = True) -> "Commit | None":
        """Write *change*, and commit it where there is a repository; open again to see it.

        Raises:
            OkrError: It was refused; nothing was written, unless the message says so.
        """
        from okrcli.actions.saving import open_saving  # noqa: PLC0415  most only look

        return open_saving(self.root, commit=commit).save(change)


class Question(NamedTuple):
    """A question about a few things of a workspace.

    Attributes:
        refs: The things as they were typed.
        find: Finds them in a plan, and raises an `OkrError` where that has not all of them.
        is_change: Whether they are to be changed, which the rules judge with all definitions.
        is_settled: Returns whether a plan that has all that was recorded about them from a day on
            decides the answer, whatever was recorded before; `None` if all of it is needed.
    """

    refs: Sequence[str]
    find: Callable[[Plan], object]
    is_change: bool = False
    is_settled: Callable[[Plan, date], bool] | None = None


def open_workspace(
    folder: Path,
    today: date,
    own_zone: tzinfo | None = None,
    track: Track = without_tracking,
    *,
    question: Question | None = None,
    cache: "CacheFolder | None" = None,
) -> Workspace:
    """Load the workspace that *folder* is in.

    Args:
        folder: The workspace's root, or a folder below it.
        today: Today: no value may be later.
        own_zone: The time zone of the user.
        track: Sees how many of its files have been read.
        question: The only thing that the workspace is asked; `None` for anything. Where it can be
            answered, the plan has only what the answer needs.
        cache: Where is kept what its files were found to hold; `None` for nowhere.

    Raises:
        WorkspaceError: There is no workspace, or it cannot be read.
    """
    from okrcli.checks.checkins.refusing import refuse_entries  # noqa: PLC0415  `--help` needs
    from okrcli.storage.workspace import find_root, load_plan  # noqa: PLC0415  none of them

    root = find_root(folder)
    part = _part_for_question(root, today, question, track) if question else None
    if part is not None:
        return replace(part, own_zone=own_zone)
    return Workspace(root, refuse_entries(load_plan(root, track, cache), today), today, own_zone)


def _part_for_question(
    root: Path, today: date, question: Question, track: Track
) -> Workspace | None:
    """Return the workspace with what answers *question*; `None` if that needs all of it."""
    from okrcli.storage.partial.partial_plan import (  # noqa: PLC0415  as above
        PartialPlan,
        load_plan_about,
    )

    def workspace_of(part: PartialPlan) -> Workspace:
        loaded = Workspace(root, part.plan, today, needs=part.needs, since=part.since)
        return replace(loaded, plan=loaded.judge(part.plan))

    def is_enough(part: PartialPlan, since: date) -> bool:
        try:
            return bool(question.is_settled and question.is_settled(workspace_of(part).plan, since))
        except OkrError:  # which may be another with everything
            return False

    found = load_plan_about(
        root,
        question.refs,
        track,
        is_change=question.is_change,
        is_enough=is_enough if question.is_settled else None,
    )
    part = workspace_of(found)
    try:
        question.find(part.plan)
    except OkrError:  # which the whole plan words: it has the names that may be meant
        return None
    return part


def plan_for(workspace: Workspace, day: date) -> Plan:
    """Return what a report of *day* is made of: of a past one also what moved in silence since."""
    if day >= workspace.today:
        return workspace.plan
    from okrcli.actions.story.silent_changes import with_silent_changes  # noqa: PLC0415  needs git

    return with_silent_changes(workspace.root, workspace.plan, workspace.today, since=day)


def plan_at(root: Path, revision: str, today: date) -> tuple[Plan, str]:
    """Return the plan as it was at a commit, branch or tag, and that commit's full name.

    The workspace is found when its folder had another name then.

    Raises:
        HistoryError: There is no repository, or no such revision.
        WorkspaceError: The workspace was not there.
    """
    from okrcli.actions.story.revisions import workspace_files  # noqa: PLC0415  as above
    from okrcli.checks.checkins.refusing import refuse_entries  # noqa: PLC0415
    from okrcli.history.repository import open_repository  # noqa: PLC0415  only this needs git
    from okrcli.history.snapshots import resolve  # noqa: PLC0415
    from okrcli.storage.workspace import plan_of  # noqa: PLC0415

    repository = open_repository(root)
    if repository is None:
        raise HistoryError(
            f"'{root}' is not in a git repository, so there is no revision {revision}.",
            NextStep(StepKind.SHOW_TODAY),
        )
    commit = resolve(repository, revision)
    files = workspace_files(repository, root, commit, today)
    return refuse_entries(plan_of(files), today), commit
