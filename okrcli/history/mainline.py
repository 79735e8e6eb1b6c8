"""The main line of a branch into which others were merged.

A merge's first parent is the commit that it was made on: the branch, if others were merged into it,
but the puller's own commits after a plain `git pull`. So the line of first parents is one answer to
how a branch stood on a day, and not the only one.
"""

from collections.abc import Callable, Iterator, Mapping

from okrcli.frozen import frozen_dataclass
from okrcli.history.log import Log


def mainline(log: Log, head: str) -> Iterator[str]:
    """Yield *head* and the line of its first parents, the latest first."""
    commit: str | None = head
    while commit is not None and commit in log.parents:
        yield commit
        commit = next(iter(log.parents[commit]), None)


@frozen_dataclass
class Before:
    """A history before a moment: its main line, and the lines that were merged afterwards.

    Attributes:
        tip: The last commit of the main line from before that moment; `None` if there is none.
        line_of: For each earlier commit that is not an ancestor of *tip*, its last such descendant:
            the end of a line that was merged later.
    """

    tip: str | None
    line_of: Mapping[str, str]


def before(log: Log, head: str, is_before: Callable[[str], bool]) -> Before:
    """Return the history up to *head* as it was before a moment.

    Args:
        log: The history.
        head: Its last commit.
        is_before: Whether a commit is from before the moment; then so are all its ancestors.
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
