"""Takes the samples out of a workspace again, and what was checked in for them."""

from collections.abc import Iterator, Mapping, Set
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from okrcli.actions.change import Change
from okrcli.actions.init.samples import is_named_like_a_sample, is_sample
from okrcli.checks.run import judge
from okrcli.errors import HistoryError
from okrcli.frozen import frozen_dataclass
from okrcli.history.message import build_message
from okrcli.model.checkin import CheckIn
from okrcli.model.finding import BAD_REFERENCE
from okrcli.model.plan import Plan
from okrcli.model.reading_columns import runs_of
from okrcli.storage.files import Removal
from okrcli.storage.layout import id_of, inside
from okrcli.storage.workspace import load_plan

if TYPE_CHECKING:
    from okrcli.history.repository import Repository


@frozen_dataclass
class Cleaning:
    """What is removed from a workspace; paths are posix from its root.

    Attributes:
        samples: The samples that go.
        checkins: The check-ins that name nothing else, and go with them.
        kept: What stays although it is, or was, a sample, one sentence each.
        change: That removes them; `None` when nothing goes.
    """

    samples: tuple[str, ...]
    checkins: tuple[str, ...]
    kept: tuple[str, ...]
    change: Change | None

    @property
    def lines(self) -> Iterator[str]:
        """What it comes to, for people."""
        yield from (f"  removed  {path}" for path in (*self.samples, *self.checkins))
        if not self.samples:
            yield "There are no samples to remove."


def cleaning(root: Path, day: date, repository: "Repository | None") -> Cleaning:
    """Return what goes when the samples of the workspace *root* do.

    Args:
        root: The workspace's root.
        day: No date in the workspace may be after it.
        repository: Whose remotes must not have what goes; `None` where nothing is committed.

    Raises:
        HistoryError: Others may have it already.
        WorkspaceError: There is no workspace, or a file of it cannot be removed.
    """
    plan = load_plan(root)
    found, kept = _samples(plan, _definitions(root, plan), day)
    samples, checkins = sorted(found), sorted(_checkins_of(plan, found))
    files = [inside(root, path) for path in (*samples, *checkins)]
    if repository is not None and files:
        _require_unpushed(repository, files)
    change = Change(
        (),
        build_message("Remove samples", [id_of(path) for path in samples]),
        removals=tuple(Removal(file, file.read_bytes()) for file in files),
    )
    return Cleaning(tuple(samples), tuple(checkins), kept, change if files else None)


def _definitions(root: Path, plan: Plan) -> Mapping[str, bytes]:
    paths = (record.path for record in (*plan.objectives, *plan.kpis))
    return {path: inside(root, path).read_bytes() for path in paths}


def _samples(
    plan: Plan, definitions: Mapping[str, bytes], day: date
) -> tuple[Set[str], tuple[str, ...]]:
    """Return the samples that nobody has changed and nothing else names, and why others stay."""
    found = {path for path, content in definitions.items() if is_sample(path, content)}
    named_alike = filter(is_named_like_a_sample, definitions.keys() - found)
    kept = [f"{path} stays, as it was changed." for path in sorted(named_alike)]
    while broken := _broken_without(plan, found, day):
        needed = [path for path in found if _broken_without(plan, found - {path}, day) != broken]
        kept += [f"{path} stays, as {min(broken)} names it." for path in sorted(needed or found)]
        found -= set(needed or found)
    return found, tuple(kept)


def _broken_without(plan: Plan, samples: Set[str], day: date) -> Set[str]:
    """Return the files in which a name would name nothing any more without *samples*."""
    checkins = _checkins_of(plan, samples)
    left = replace(
        plan,
        objectives=tuple(
            objective for objective in plan.objectives if objective.path not in samples
        ),
        kpis=tuple(kpi for kpi in plan.kpis if kpi.path not in samples),
        checkins=tuple(checkin for checkin in plan.checkins if checkin.path not in checkins),
    )
    return _bad_references(left, day) - _bad_references(plan, day)


def _bad_references(plan: Plan, day: date) -> Set[str]:
    found = judge(plan, day, select=[BAD_REFERENCE.code]).findings
    return {finding.place.path for finding in found if finding.rule == BAD_REFERENCE}


def _checkins_of(plan: Plan, samples: Set[str]) -> Set[str]:
    """Return the check-ins that are about *samples* alone."""
    refused = {entry.path for entry in plan.refused}
    return {
        checkin.path
        for checkin in plan.checkins
        if not (checkin.kudos or checkin.followups or checkin.path in refused)
        and (named := _paths_named(plan, checkin))
        and named <= samples
    }


def _paths_named(plan: Plan, checkin: CheckIn) -> Set[str]:
    """Return the files that define what *checkin* names; empty for what nothing defines."""
    kpis = (plan.kpis_by_id.get(run.kpi) for run in runs_of(checkin.readings))
    paths = {kpi.path if kpi else "" for kpi in kpis}
    for entry in checkin.key_results:
        matches = plan.match_key_results(entry.key_result)
        paths |= {objective.path for objective, _ in matches} or {""}
    return paths


def _require_unpushed(repository: "Repository", paths: list[Path]) -> None:
    from okrcli.history.pushing.published import remote_with  # noqa: PLC0415  only where there is git

    remote = remote_with(repository, paths)
    if remote:
        raise HistoryError(
            f"The samples were pushed to {remote}, where others have them, so nothing was removed.",
            "They are drafts, so they bind nobody, and each may be removed like any file,"
            " with `git rm`.",
        )
