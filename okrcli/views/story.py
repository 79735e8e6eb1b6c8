"""The story of objectives, key results and KPIs, commit by commit."""

from collections.abc import Sequence
from datetime import date
from enum import StrEnum
from typing import Any, NamedTuple

from okrcli.frozen import frozen_dataclass
from okrcli.model.checkin import KeyResultEntry
from okrcli.model.readings import Reading


class EventKind(StrEnum):
    """What a commit did, as named in JSON."""

    CREATED = "created"
    CARRIED = "carried"
    ACTIVATED = "activated"
    APPROVED = "approved"
    AMENDED = "amended"
    CHECKED_IN = "checked_in"
    RETRACTED = "retracted"
    RENAMED = "renamed"
    MOVED = "moved"
    DROPPED = "dropped"
    CANCELLED = "cancelled"
    CLOSED = "closed"
    REOPENED = "reopened"
    EDITED = "edited"
    GOALPOST_MOVED = "goalpost_moved"
    AGREEMENT_CHANGED = "agreement_changed"
    CHECKIN_EDITED = "checkin_edited"
    CHECKIN_DELETED = "checkin_deleted"
    CHECKIN_RESTORED = "checkin_restored"
    DELETED = "deleted"


OF_CHECKINS = frozenset(
    {
        EventKind.CHECKED_IN,
        EventKind.CHECKIN_EDITED,
        EventKind.CHECKIN_DELETED,
        EventKind.CHECKIN_RESTORED,
    }
)
"""The kinds of events that are about a check-in, and name it."""


NAMES_CHANGE = frozenset({EventKind.RENAMED, EventKind.MOVED})


@frozen_dataclass
class StoryCommit:
    """A commit of a story.

    Attributes:
        sha: Its full name.
        day: The day on which it was made, as far as its dates can be trusted.
        author: Id of the author, if the address is known; otherwise the name in the commit.
        email: The author's email address, by the `.mailmap`.
        co_authors: The co-authors, like *author*.
        subject: The first line of its message.
    """

    sha: str
    day: date
    author: str
    email: str = ""
    co_authors: tuple[str, ...] = ()
    subject: str = ""


class FieldMove(NamedTuple):
    """A field that changed; `None` stands for no value."""

    field: str
    was: Any
    now: Any


@frozen_dataclass
class Event:
    """One thing that a commit did.

    Attributes:
        ref: The objective, key result or KPI it is about; for a check-in its id.
        path: The file, posix from the workspace's root.
        moves: The fields that changed.
        entries: The entries of a check-in.
        by: The person named by the check-in, approval or amendment; `None` if there is none.
        dated: The date in the file; `None` if there is none.
        why: The reason in the file.
        other: Its former name, what it was carried from, or the check-in that was retracted.
        is_silent: Whether it changes what was agreed or recorded without an entry that says so.
    """

    kind: EventKind
    commit: StoryCommit
    ref: str
    path: str
    moves: tuple[FieldMove, ...] = ()
    entries: tuple[KeyResultEntry | Reading, ...] = ()
    by: str | None = None
    dated: date | None = None
    why: str | None = None
    other: str | None = None
    is_silent: bool = False


@frozen_dataclass
class Story:
    """What git knows of a workspace, or of one thing in it.

    Attributes:
        workspace: Its name.
        ref: What it is about; `None` for everything.
        names: Its names, the present one first.
        title: Its present title; `None` for everything, and for what no longer exists.
        events: The earliest first.
        uncommitted: Files that differ from the last commit; their changes are not in the story.
        older: The number of events before the first that are left out.
    """

    workspace: str
    ref: str | None
    names: tuple[str, ...]
    title: str | None
    events: tuple[Event, ...]
    uncommitted: Sequence[str] = ()
    older: int = 0

    def latest(self, most: int) -> "Story":
        """Return the story with its last *most* events."""
        older = max(0, len(self.events) - most)
        return Story(
            self.workspace,
            self.ref,
            self.names,
            self.title,
            self.events[older:],
            self.uncommitted,
            self.older + older,
        )
