"""Which check-ins that are gone were about drafts alone, and so bound nobody."""

from collections.abc import Iterable, Iterator

from okrcli.actions.check.past_files import PastFiles
from okrcli.checks.past import Rewrite
from okrcli.errors import OkrError
from okrcli.frozen import frozen_dataclass
from okrcli.history.repository import Repository
from okrcli.history.snapshots import contents_of
from okrcli.model.checkin import CheckIn
from okrcli.model.plan import Plan
from okrcli.model.reading_columns import runs_of
from okrcli.storage.layout import SETTINGS_FILE, Kind, cycle_of, id_of, kind_of
from okrcli.storage.workspace import plan_of

_SETTINGS = {SETTINGS_FILE: b"version: 1\n"}


@frozen_dataclass
class PastDrafts:
    """What was a draft for as long as it was there.

    Attributes:
        plan: What is there now.
    """

    repository: Repository
    files: PastFiles
    plan: Plan

    def without_them(self, rewrites: Iterable[Rewrite]) -> Iterator[Rewrite]:
        """Yield *rewrites* without the deleted check-ins that named only what was never active."""
        for rewrite in rewrites:
            checkins = rewrite.before.checkins if rewrite.before else ()
            is_gone = rewrite.how == "deleted" and checkins
            if not (is_gone and all(map(self._bound_nobody, checkins))):
                yield rewrite

    def _bound_nobody(self, checkin: CheckIn) -> bool:
        if checkin.kudos or checkin.followups:
            return False
        named = [
            *(self._kpi_paths(run.kpi) for run in runs_of(checkin.readings)),
            *(self._objective_paths(entry.key_result) for entry in checkin.key_results),
        ]
        return bool(named) and all(map(self._were_drafts, named))

    def _kpi_paths(self, kpi: str) -> frozenset[str]:
        return frozenset(
            path for path in self.files.paths if kind_of(path) is Kind.KPI and id_of(path) == kpi
        )

    def _objective_paths(self, key_result: str) -> frozenset[str]:
        *cycle, objective, _ = key_result.split("/")
        return frozenset(
            path
            for path in self.files.paths
            if kind_of(path) is Kind.OBJECTIVE
            and id_of(path) == objective
            and cycle in ([], [cycle_of(path)])
        )

    def _were_drafts(self, paths: frozenset[str]) -> bool:
        """Return whether the files *paths* never held anything but a draft; there must be one."""
        now = [status for path, status in _statuses(self.plan) if path in paths]
        blobs = {
            blob
            for commit in self.files.commits
            for path in paths & commit.files.keys()
            if (blob := commit.blob_of(path))
        }
        contents = contents_of(self.repository, blobs)
        before = [_status(min(paths), contents[blob]) for blob in blobs]
        return bool(before) and {*now, *before} == {"draft"}


def _status(path: str, content: bytes) -> str | None:
    """Return the status in the *content* of a definition; `None` when nobody can read it."""
    try:
        plan = plan_of({**_SETTINGS, path: content})
    except OkrError:
        return None
    return next((status for _, status in _statuses(plan)), None)


def _statuses(plan: Plan) -> Iterator[tuple[str, str]]:
    """Yield path and status of each definition."""
    yield from ((objective.path, objective.status) for objective in plan.objectives)
    yield from ((kpi.path, kpi.status) for kpi in plan.kpis)
