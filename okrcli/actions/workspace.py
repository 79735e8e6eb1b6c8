"""A workspace that was opened: where it is, its plan, and the day that counts as today."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import date, tzinfo
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Self

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
    from okrcli.storage.partial.extent import Extent
    from okrcli.storage.partial.partial_plan import PartialPlan


@frozen_dataclass
class Workspace:
    """A workspace as it was when it was opened.

    Attributes:
        plan: The plan, without entries that have an error.
        own_zone: The time zone of the user, used if the team has set none.
        extent: How much the plan has of what was recorded; `None` where it is the whole plan.
    """

    root: Path
    plan: Plan
    today: date
    own_zone: tzinfo | None = None
    extent: "Extent | None" = None

    @property
    def zone(self) -> tzinfo | None:
        """The time zone of the team's days; `None` if none is known."""
        name = self.plan.settings.calendar.time_zone
        return (zone_of(name) if name else None) or self.own_zone

    def judge(self, plan: Plan) -> Plan:
        """Return what *plan*, made of the same files, holds as far as the own one does.

        Entries that have an error are left out, as they are of the own one.
        """
        from okrcli.checks.checkins.refusing import refuse_entries  # noqa: PLC0415  as below

        judged = refuse_entries(plan, self.today)
        return self.extent.restrict(judged) if self.extent else judged

    def save(self, change: "Change", *, commit: bool = True) -> "Commit | None":
        """Write *change*, and commit it where there is a repository; open again to see it.

        Raises:
            OkrError: It was refused; nothing was written, unless the message says so.
        """
        from okrcli.actions.saving import open_saving  # noqa: PLC0415  most only look

        return open_saving(self.root, commit=commit).save(change)


class Question(NamedTuple):
    """A question about some things of a workspace, or about the last values of many.

    Attributes:
        refs: The things as they were typed, or what names them in definitions; `None` where it
            takes all definitions to tell.
        find: Finds them in a plan, and raises an `OkrError` where that has not all of them.
        is_change: Whether they are to be changed, which the rules judge with all definitions.
        subjects: Returns what it is about, in a plan without check-ins; `None` for *refs*.
        unsettled: Returns those things of which it may matter what was recorded before a day, in a
            plan that has all that was recorded from that day on; `None` if all of it matters.
    """

    refs: Sequence[str] | None
    find: Callable[[Plan], object] = lambda _plan: None
    is_change: bool = False
    subjects: Callable[[Plan], Sequence[str]] | None = None
    unsettled: Callable[[Plan, date], Collection[str]] | None = None

    @property
    def for_all_days(self) -> Self:
        """The same question, to which all matters that was recorded."""
        return self._replace(unsettled=None)

    def asked_refs(self, plan: Plan) -> Sequence[str]:
        """Return the things that it is about, in a *plan* that has at least their definitions."""
        return self.subjects(plan) if self.subjects else self.refs or ()


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
    part = _part_for_question(root, today, question, track, cache) if question else None
    if part is not None:
        return replace(part, own_zone=own_zone)
    return Workspace(root, refuse_entries(load_plan(root, track, cache), today), today, own_zone)


def _part_for_question(
    root: Path, today: date, question: Question, track: Track, cache: "CacheFolder | None"
) -> Workspace | None:
    """Return the workspace with what answers *question*; `None` if that needs all of it."""
    from okrcli.storage.partial.partial_plan import (  # noqa: PLC0415  as above
        load_last_values,
        load_plan_about,
    )

    last: list[tuple[PartialPlan, Workspace]] = []

    def workspace_of(part: "PartialPlan") -> Workspace:
        if not last or last[0][0] is not part:  # the last one asked about is what is returned
            loaded = Workspace(root, part.plan, today, extent=part.extent)
            last[:] = [(part, replace(loaded, plan=loaded.judge(part.plan)))]
        return last[0][1]

    def unsettled_refs(part: "PartialPlan", since: date) -> Collection[str]:
        plan = workspace_of(part).plan
        try:
            return question.unsettled(plan, since) if question.unsettled else ()
        except OkrError:  # which may be another with everything
            return question.asked_refs(plan)

    if question.refs is None:
        return workspace_of(
            load_last_values(root, question.asked_refs, unsettled_refs, track, cache)
        )
    part = workspace_of(
        load_plan_about(
            root,
            question.refs,
            track,
            is_change=question.is_change,
            subjects=question.subjects,
            unsettled=unsettled_refs if question.unsettled else None,
        )
    )
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
