"""What a shallow clone does not tell of earlier days."""

from datetime import date
from pathlib import Path

from okrcli.errors import HistoryError
from okrcli.history.repository import open_repository
from okrcli.history.snapshots import first_day


def unknown_since(root: Path, day: date) -> str | None:
    """Return why goalposts may not be shown as they were on *day*; `None` where git knows them.

    Without a repository there is nothing that git could know.

    Args:
        root: The workspace's folder.
        day: A day before today.
    """
    try:
        repository = open_repository(root)
        first = first_day(repository) if repository and repository.is_shallow() else None
        if repository is None or first is None or first <= day:
            return None
        repository.require_whole_history()
    except HistoryError as error:
        return (
            f"Goalposts that have moved since {day} without an amendment count as they are now."
            f" {error.sentences}"
        )
    return None
