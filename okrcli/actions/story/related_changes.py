"""What a commit did to one thing: to its files, and to those that it may have come from."""

from collections.abc import Collection, Iterable

from okrcli.actions.story.contents import Contents, FileChange
from okrcli.actions.story.subject import StorySubject
from okrcli.actions.story.workspace_history import CommitChanges
from okrcli.model.objective import Objective


def related_changes(
    commit: CommitChanges, subject: StorySubject, contents: Contents
) -> list[FileChange]:
    """Return what *commit* did to the files of *subject*, and to those that it may be from.

    A file that is gone may be the one that is new, and a key result that is gone from one file may
    be the one that another has got. Nothing else is read: the first commit may have a thousand.
    """
    own = [change for change in commit.changes if subject.defines(change.path)]
    if len(own) == len(commit.changes):
        return own
    kinds = {change.kind for change in own}
    is_made = any(None in change.before for change in own)
    is_gone = any(change.now is None for change in own)
    moving = _moving_ids(own, contents)
    others = (change for change in commit.changes if change not in own and change.kind in kinds)
    return own + [
        change
        for change in others
        if (is_made and change.now is None)
        or (is_gone and None in change.before)
        or _comes_or_goes(change, moving, contents)
    ]


def _moving_ids(changes: Iterable[FileChange], contents: Contents) -> set[bytes]:
    """Return the ids of key results that only some states of their objective have."""
    found: set[bytes] = set()
    for change in changes:
        states = (contents.definition(change.path, blob) for blob in (*change.before, change.now))
        known = [
            {key_result.id.encode() for key_result in state.key_results}
            for state in states
            if isinstance(state, Objective)
        ]
        for ids in known:
            found |= known[0] ^ ids
    return found


def _comes_or_goes(change: FileChange, ids: Collection[bytes], contents: Contents) -> bool:
    """Return whether one of *ids* is in some states of a file, and not in others."""
    states = [contents.raw.get(blob or "", b"") for blob in (*change.before, change.now)]
    return any(len({id_ in state for state in states}) > 1 for id_ in ids)
