"""A folder's history across renames: its former names, and folders that disappeared.

A folder is known by one file that each of its kind has, the *marker*. Git's own detection of
renames compares contents, which can be changed while moving a folder; an honest move keeps the
names of the files inside, some of which are random.
"""

import os
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from okrcli.frozen import frozen_dataclass
from okrcli.history.command import ask_git, literal
from okrcli.history.commit_dates import EVERYTHING, CommitDate, Horizon
from okrcli.history.log import NO_BLOBS, FileState, Log, LogEntry, read_log
from okrcli.history.repository import Repository

_TOP = "."


@frozen_dataclass
class Kind:
    """How to recognize a folder of the kind that is followed.

    Attributes:
        marker: Name of the file that each one has.
        parts: Names of the files and folders in it that matter; *marker* among them.
        mark_of: Returns what identifies a file at a path across moves of the folder; `None` for
            files that other folders may have as well.
    """

    marker: str
    parts: tuple[str, ...]
    mark_of: Callable[[str], str | None]


class VanishedFolder(NamedTuple):
    """A folder of the kind that no longer exists; *entry* last touched its marker."""

    folder: str
    entry: LogEntry


@frozen_dataclass
class FolderHistory:
    """What git knows of a folder under all its names.

    Attributes:
        log: Its commits; file names are relative to the folder, whatever it was called.
        own: Those of its commits that touched it under its present name.
        folders: Its names, the present one first, as git has them: `.` for the top.
        lost: Folders of the kind that disappeared and may have been this one.
    """

    log: Log
    own: Log
    folders: tuple[str, ...]
    lost: tuple[VanishedFolder, ...] = ()


def folder_history(
    repository: Repository,
    folder: Path,
    kind: Kind,
    revision: str,
    *,
    is_too_short: Callable[[Log], bool],
    is_likely_too_short: bool = False,
    horizon: Horizon = EVERYTHING,
    mailmap_of: str | None = None,
) -> FolderHistory:
    """Return the history of *folder* up to the commit *revision*.

    Args:
        repository: The repository.
        folder: The folder's present name.
        kind: How to recognize such a folder.
        revision: A commit.
        is_too_short: Whether the history under the present name is too short, so that all folders
            that ever existed are searched, which takes seconds in a large repository.
        is_likely_too_short: Whether that is to be expected: then all is read at once, which takes
            git less time than to read it twice. It makes no difference to what is returned.
        horizon: As of `log`.
        mailmap_of: As of `log`.
    """
    read = partial(read_log, repository, revision=revision, horizon=horizon, mailmap_of=mailmap_of)
    here = repository.name_of(folder)
    everywhere = f":(glob)**/{kind.marker}"
    if here == _TOP:
        own = read(())
    elif is_likely_too_short:
        # Git tries the last first: nothing in the folder itself is compared with the pattern.
        own = read((everywhere, literal(here)), inside(here), beside=kind.marker)
    else:
        own = read((literal(here),), inside(here))
    if here != _TOP and not is_too_short(own):
        return FolderHistory(own, own, (here,))
    whole, touches = own, _marker_touches(own.entries, kind, inside(here))
    if is_likely_too_short:
        touches += _marker_touches(own.beside, kind, "")
    elif here != _TOP:
        # What lies in the folder itself is known, and is most of what git would have to compare.
        specs = (everywhere, f":(exclude,literal){here}")
        elsewhere = _with_dates(read(specs, shape="touching").entries, own.dates)
        touches += _marker_touches(elsewhere, kind, "")
    vanished = _find_vanished(repository, touches, kind, revision, here)
    if not vanished:
        return FolderHistory(own, own, (here,))
    if here != _TOP:
        whole = read((literal(here), *_pathspecs(vanished, kind)))
    folders = _names_of(whole, kind, here, vanished)
    lost = tuple(folder for name, folder in vanished.items() if name not in folders)
    return FolderHistory(_seen_from(folders, whole), own, tuple(folders), lost)


def _marker_touches(
    entries: Iterable[LogEntry], kind: Kind, prefix: str
) -> list[tuple[str, LogEntry]]:
    """Return git's paths of the markers in *entries*, each with the commit that touched it."""
    return [
        (f"{prefix}{path}", entry)
        for entry in entries
        for path in entry.files
        if _is_marker(path, kind)
    ]


def _is_marker(path: str, kind: Kind) -> bool:
    return path == kind.marker or path.endswith(f"/{kind.marker}")


def _with_dates(entries: Iterable[LogEntry], dates: Mapping[str, CommitDate]) -> Sequence[LogEntry]:
    """Return *entries* with the *dates* of a log that leaves no commit out."""
    dated = (entry._replace(made=dates.get(entry.sha, entry.made)) for entry in entries)
    return sorted(dated, key=lambda entry: entry.made.moment)


def file_along(
    repository: Repository, history: FolderHistory, name: str, revision: str
) -> list[LogEntry]:
    """Return the commits that changed the file *name* along the first parents of *revision*.

    The earliest come first. A merge is included if its file differs from its first parent's.

    Args:
        repository: The repository.
        history: The history of the folder that has the file.
        name: The file's name, relative to the folder.
        revision: A commit of *history*.
    """
    names = [literal(inside(folder, name)) for folder in history.folders]
    line = _seen_from(history.folders, read_log(repository, names, "", revision, shape="line"))
    dates = history.log.dates
    return [entry._replace(made=dates[entry.sha]) for entry in line.entries]


def inside(folder: str, name: str = "") -> str:
    """Return git's path of the file *name* of a folder; without one, the prefix of all files."""
    return name if folder == _TOP else f"{folder}/{name}"


def markers_removed(repository: Repository, kind: Kind, commit: str) -> bool:
    """Return whether *commit* removed the marker of a folder of the kind, as a move does."""
    listing = ask_git(
        repository.root,
        "diff-tree",
        "-r",
        "-m",
        "-z",
        "--no-renames",
        "--diff-filter=D",
        "--name-only",
        commit,
        "--",
        f":(glob)**/{kind.marker}",
    )
    return bool(listing.output)


def _pathspecs(folders: Iterable[str], kind: Kind) -> Iterator[str]:
    return (literal(inside(folder, part)) for folder in folders for part in kind.parts)


def _seen_from(folders: Sequence[str], whole: Log) -> Log:
    """Return the commits of *folders* as those of one; of files with one name, the first counts."""
    prefixes = [inside(folder) for folder in reversed(folders)]
    seen = (_entry_seen_from(prefixes, entry) for entry in whole.entries)
    return replace(whole, entries=tuple(entry for entry in seen if entry.files))


def _entry_seen_from(prefixes: Sequence[str], entry: LogEntry) -> LogEntry:
    files: dict[str, FileState] = {}
    for prefix in prefixes:
        for name, state in entry.files.items():
            if name.startswith(prefix):
                path = name.removeprefix(prefix)
                files[path] = _state_of_both(files[path], state) if path in files else state
    return entry._replace(files=files)


def _state_of_both(first: FileState, second: FileState) -> FileState:
    """Return what became of a file that two folders have: what goes from one comes into the next.

    Of two that are there the *second* counts.
    """
    now = first if second.letter == "D" else second
    before = second.before if any(blob not in NO_BLOBS for blob in second.before) else first.before
    return FileState(now.letter, now.blob, before)


def _find_vanished(
    repository: Repository,
    touches: Iterable[tuple[str, LogEntry]],
    kind: Kind,
    revision: str,
    here: str,
) -> dict[str, VanishedFolder]:
    """Return the folders of the kind that *revision* does not have, except *here*."""
    last = dict(sorted(touches, key=lambda touch: touch[1].made.moment))
    last.pop(inside(here, kind.marker), None)
    alive = _present(repository, revision, last) if last else ()
    folders = {name: name.removesuffix(kind.marker).rstrip("/") or _TOP for name in last}
    return {
        folders[name]: VanishedFolder(folders[name], entry)
        for name, entry in last.items()
        if name not in alive
    }


def _present(repository: Repository, revision: str, names: Collection[str]) -> frozenset[str]:
    asked = [name for name in names if name.isprintable()]
    lines = "\n".join(f"{revision}:{name}" for name in asked)
    answer = ask_git(repository.root, "cat-file", "--batch-check", stdin=os.fsencode(lines))
    answers = zip(asked, answer.text.splitlines(), strict=True)
    return frozenset(name for name, line in answers if not line.endswith(" missing"))


def _names_of(whole: Log, kind: Kind, here: str, vanished: Collection[str]) -> list[str]:
    """Return *here* and those *vanished* folders that were its former names."""
    marks = _marks(whole, kind, (here, *vanished))
    renamed = set(_find_renames(whole, kind, vanished))
    found = [here]
    for name in found:
        found += [
            other
            for other in vanished
            if other not in found and ((other, name) in renamed or marks[other] & marks[name])
        ]
    return found


def _marks(whole: Log, kind: Kind, folders: Collection[str]) -> Mapping[str, set[str]]:
    marks: dict[str, set[str]] = defaultdict(set)
    for name in {name for entry in whole.entries for name in entry.files}:
        for folder in folders:
            prefix = inside(folder)
            mark = kind.mark_of(name.removeprefix(prefix)) if name.startswith(prefix) else None
            if mark is not None:
                marks[folder].add(mark)
    return marks


def _find_renames(whole: Log, kind: Kind, vanished: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield each folder that a commit removed, and one that the same commit made."""
    for entry in whole.entries:
        markers = {
            name: state.letter for name, state in entry.files.items() if _is_marker(name, kind)
        }
        gone = [folder for folder in vanished if markers.get(inside(folder, kind.marker)) == "D"]
        if len(gone) == 1:
            for name, letter in markers.items():
                if letter == "A":
                    yield gone[0], name.removesuffix(kind.marker).rstrip("/") or _TOP
