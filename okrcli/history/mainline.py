"""Which line of commits a branch is, where others were merged into it.

A merge's first parent is what it was made on: the branch, where others were merged into it; after
a plain `git pull`, the puller's own commits. So the line of first parents is one answer to the
question how a branch stood on a day, and not the only one.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from okrcli.history.log import Log


def mainline(log: Log, head: str) -> Iterator[str]:
    """Yield *head* and the line of its first parents, the latest first."""
    commit: str | None = head
    while commit is not None and commit in log.parents:
        yield commit
        commit = next(iter(log.parents[commit]), None)


@dataclass(frozen=True, slots=True)
class Before:
    """How a history stood before a moment: by its main line, and by what was merged afterwards.

    Attributes:
        tip: The last commit of the main line that is from before; `None` when none is.
        line_of: For each commit from before that *tip* does not stand on, the last such commit
            that stands on it: the end of a line that was merged later.
    """

    tip: str | None
    line_of: Mapping[str, str]


def before(log: Log, head: str, is_before: Callable[[str], bool]) -> Before:
    """Return how the history up to *head* stood.

    Args:
        log: The history.
        head: Its last commit.
        is_before: Whether a commit is from before; true of all ancestors of one that is.
    """
    tip = next(filter(is_before, mainline(log, head)), None)
    known = log.ancestors(tip) | {tip} if tip is not None else frozenset[str]()
    outside = [sha for sha in log.dates if sha not in known and is_before(sha)]
    return Before(tip, _lines(log, outside))


def _lines(log: Log, outside: list[str]) -> dict[str, str]:
    """Return for each of *outside*, parents before children, the latest end that stands on it."""
    inside = set(outside)
    parents = {sha: inside.intersection(log.parents[sha]) for sha in outside}
    ends = inside.difference(*parents.values())
    lines: dict[str, str] = {}
    for end in sorted(ends, key=lambda sha: log.dates[sha].moment, reverse=True):
        waiting = [end]
        while waiting:
            if (sha := waiting.pop()) not in lines:
                lines[sha] = end
                waiting += parents[sha]
    return lines
