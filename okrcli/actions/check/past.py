"""The past of a workspace, as git has it, for the rules of letter H."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from okrcli.actions.check.contributions import changes_in, contributions_of
from okrcli.actions.check.past_checkins import PastCheckins
from okrcli.actions.check.past_drafts import PastDrafts
from okrcli.actions.check.past_files import PastFiles, PastRequest, commit_of
from okrcli.actions.check.past_goalposts import PastGoalposts, definitions_in, reader_beside
from okrcli.actions.check.unsettled import unsettled_objectives
from okrcli.checks.contributions import claims_by_path
from okrcli.checks.history.agreed_cycles import binding_cycles
from okrcli.checks.history.first_readings import first_readings
from okrcli.checks.history.lost import cycles_without_a_before
from okrcli.checks.history.present import present_kpi
from okrcli.checks.ignores import comments_in, silencing_paths
from okrcli.checks.past import LostWorkspace, Past, SettingsHistory, SettingsVersion, Version
from okrcli.errors import HistoryError, NoHistoryError, OkrError
from okrcli.history.blob_contents import BlobContents
from okrcli.history.log import LogEntry, log
from okrcli.history.repository import Repository, open_repository
from okrcli.history.snapshots import contents_of, files_at, is_branch, resolve
from okrcli.history.unkept import Unkept
from okrcli.model.days import day_after
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from okrcli.storage.layout import SETTINGS_FILE, Kind, cycle_of, id_of, kind_of
from okrcli.storage.workspace import plan_of


class ReadPast(NamedTuple):
    """The past as far as git knows it, and what it does not know; one sentence each.

    Attributes:
        unkept: What is in no commit, where it was looked for.
    """

    past: Past | None
    remarks: tuple[str, ...] = ()
    unkept: Unkept | None = None


def read_past(request: PastRequest, *, is_required: bool) -> ReadPast:
    """Return the past that is asked for; without history, none and a remark.

    Args:
        request: The workspace, the day and the revision.
        is_required: Whether the rules about history were asked for.

    Raises:
        OkrError: There is a repository that cannot be used, or there is no past or no revision
            where one was asked for.
    """
    try:
        past, unkept = _past(_repository(request.root), request)
    except NoHistoryError as error:
        if is_required or request.against is not None:
            raise
        why = f"The rules about history (H) were left out. {error.sentences}"
        return ReadPast(None, (why,))
    remarks = _remarks_on_cycles(request.plan, past, request.day)
    if request.against is not None and past.against is None:
        lacking = f"{request.against} has no workspace here, so nothing is compared with it."
        remarks = (lacking, *remarks)
    return ReadPast(past, remarks, unkept)


def _repository(root: Path) -> Repository:
    repository = open_repository(root)
    if repository is None:
        raise NoHistoryError(
            f"'{root}' is not in a git repository.", "They need a clone of its repository."
        )
    repository.require_whole_history()
    return repository


def _remarks_on_cycles(plan: Plan, past: Past, day: date) -> tuple[str, ...]:
    cycles = cycles_without_a_before(plan, past, day)
    if not cycles:
        return ()
    names = " and ".join(f"{cycle.id} (from {cycle.start})" for cycle in cycles)
    said = f"The history of {names} begins after the cycle began"
    return (f"{said}, so what was agreed before, if anything, is unknown.",)


def _past(repository: Repository, request: PastRequest) -> tuple[Past, Unkept | None]:
    against = request.against
    commit = resolve(repository, against) if against is not None else None
    files = PastFiles.of(repository, request, commit)
    if not files.commits and against is None:
        raise NoHistoryError(
            "This workspace is not in any commit yet.", "They apply from the first commit on."
        )
    return past_of(repository, files, request, commit), files.unkept


def past_of(
    repository: Repository,
    files: PastFiles,
    request: PastRequest,
    commit: str | None = None,
    known: BlobContents | None = None,
) -> Past:
    """Return the past of a workspace.

    Args:
        repository: The repository of the workspace.
        files: The workspace's files in git.
        request: Which workspace, as of which day.
        commit: That which the request wants to compare with.
        known: Contents that were read already, by git's names.
    """
    plan = request.plan
    settings = _settings_history(repository, files, plan)
    checkins = PastCheckins.of(files, plan)
    first = first_readings(
        plan, {path: commit.day for path, commit in checkins.first_commits.items()}
    )
    unsettled = unsettled_objectives(files, plan, settings, request.day)
    starts = unsettled | _starts(files, plan, settings, request.day)
    starts |= _starts_of_kpis(files, plan, first)
    read = reader_beside(request)
    goalposts = PastGoalposts(repository, files, starts, read)
    drafts = PastDrafts(repository, files, plan)
    claims = claims_by_path(plan, request.day)
    changes = changes_in(files.commits, claims)
    named = [version for change in changes for version in change.versions]
    blobs = [version.blob for version in named]
    wanted = (*goalposts.blobs_to_read, *blobs, *checkins.blobs_to_read)
    contents = _contents(repository, wanted, known or BlobContents())
    return Past(
        versions=goalposts.versions(contents),
        merged=goalposts.merged_later(contents),
        against=_state_at(repository, files, request, commit) if commit is not None else None,
        rewrites=tuple(drafts.without_them(checkins.rewrites(contents))),
        committed=checkins.first_commits,
        began=files.began,
        settings=settings,
        ahead=files.ahead,
        uncommitted=files.dirty,
        contributions=contributions_of(
            changes,
            claims,
            lambda version: read(version.path, contents[version.blob]),
            without=files.before_rules,
        ),
        lost=tuple(
            LostWorkspace(workspace.folder, commit_of(workspace.entry)) for workspace in files.lost
        ),
        first_readings=first,
        unsettled=frozenset(map(cycle_of, unsettled)),
        gone=files.gone,
    )


def _contents(
    repository: Repository, wanted: Sequence[str], known: BlobContents
) -> Mapping[str, bytes]:
    new = contents_of(repository, [blob for blob in wanted if blob not in known])
    return {blob: new[blob] if blob in new else known[blob] for blob in wanted}


def agreed_past(repository: Repository, files: PastFiles, request: PastRequest) -> Past:
    """Return what of the past tells which objectives were agreed in cycles that hold the day.

    Arguments as of `past_of`.
    """
    settings = _settings_history(repository, files, request.plan)
    starts = _starts(files, request.plan, settings, request.day)
    goalposts = PastGoalposts(repository, files, starts, reader_beside(request))
    contents = contents_of(repository, goalposts.blobs_to_read)
    versions, merged = goalposts.versions(contents), goalposts.merged_later(contents)
    return Past(versions, merged, settings=settings, uncommitted=files.dirty)


def _settings_history(repository: Repository, files: PastFiles, plan: Plan) -> SettingsHistory:
    """Return the settings as they were, the last of each day."""
    commits = _by_day(files.commits)
    line = _by_day(files.main_line_of(repository, SETTINGS_FILE))
    blobs = {entry.files[SETTINGS_FILE].blob for entry in (*commits, *line)}
    are_as_ever = len(blobs) == 1 and SETTINGS_FILE not in files.dirty
    contents = {} if are_as_ever else contents_of(repository, blobs)
    known = {blob: _settings(content) for blob, content in contents.items()}

    def versions(entries: Iterable[LogEntry]) -> Iterator[SettingsVersion]:
        for entry in entries:
            settings = known.get(entry.files[SETTINGS_FILE].blob, plan.settings)
            if settings is not None:
                name = commit_of(entry).name
                yield SettingsVersion(entry.day, name, settings, entry.made.is_doubtful)

    return SettingsHistory(tuple(versions(commits)), tuple(versions(line)))


def _by_day(entries: Iterable[LogEntry]) -> list[LogEntry]:
    """Return those that have settings, the last of each day."""
    has_settings = (entry for entry in entries if entry.blob_of(SETTINGS_FILE))
    return [*{entry.day: entry for entry in has_settings}.values()]


def _settings(content: bytes) -> Settings | None:
    """Return what an okr.yaml held; `None` when nobody can read it."""
    try:
        plan = plan_of({SETTINGS_FILE: content})
    except OkrError:
        return None
    return None if plan.unreadable else plan.settings


def _starts(files: PastFiles, plan: Plan, settings: SettingsHistory, day: date) -> dict[str, date]:
    """Return when the cycle of each objective began whose goalposts bind on *day*, by path."""
    paths = [path for path in files.paths if kind_of(path) is Kind.OBJECTIVE]
    cycles = binding_cycles(plan, settings, map(cycle_of, paths), day)
    return {
        path: cycles[cycle_of(path)].start
        for path in paths
        if cycle_of(path) in cycles and files.is_known(path)
    }


def _starts_of_kpis(files: PastFiles, plan: Plan, first: Mapping[str, date]) -> dict[str, date]:
    """Return from which day on each KPI may bind, by path; none before anything was read.

    A computed KPI has no readings of its own: what it was computed from is only known later.
    """
    if not first:
        return {}
    earliest = min(first.values())
    paths = (path for path in files.paths if kind_of(path) is Kind.KPI and files.is_known(path))
    days = {path: first.get(present_kpi(plan, id_of(path)), earliest) for path in paths}
    return {path: day_after(day) for path, day in days.items()}


def _state_at(
    repository: Repository, files: PastFiles, request: PastRequest, commit: str
) -> Version | None:
    """Return objectives and settings at the revision that is asked for.

    `None` where it has no workspace.
    """
    silenced = silencing_paths(request.plan)

    def is_wanted(path: str) -> bool:
        is_definition = kind_of(path) in {Kind.OBJECTIVE, Kind.KPI} and files.is_known(path)
        return is_definition or path == SETTINGS_FILE or path in silenced

    # A workspace that is gone since then is what this one has to be compared with, moved or not.
    folders = (*files.folders, *(workspace.folder for workspace in files.lost))
    states = (
        files_at(repository, commit, repository.root / folder, is_wanted) for folder in folders
    )
    found = next((paths for paths in states if SETTINGS_FILE in paths), None)
    if found is None:
        return None
    settings = _settings(found[SETTINGS_FILE])
    if settings is None:
        raise HistoryError(
            f"{SETTINGS_FILE} of {request.against} cannot be read, so there is nothing to"
            " compare with.",
            "Compare with a revision in which it has no errors; a newer version needs a newer okr.",
        )
    dates = files.log.dates
    if commit not in dates:
        dates = log(repository, files.root, commit, horizon=request.horizon).dates
    day, name = dates[commit].moment.date(), request.against or commit
    if is_branch(repository, name):
        day = max(day, request.day)  # what a branch has is agreed until today
    held = definitions_in(found)
    return Version(
        day,
        name,
        held.objectives,
        settings,
        dates[commit].is_doubtful,
        comments_in(held),
        held.kpis,
    )
