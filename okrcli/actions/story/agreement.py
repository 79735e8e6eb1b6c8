"""Whether somebody other than its author agreed to an objective, as far as git knows."""

import re
from collections.abc import Iterator, Mapping, Sequence
from enum import Enum, auto
from functools import cached_property

from okrcli.actions.ids import id_from
from okrcli.actions.story.people import Authors
from okrcli.frozen import frozen_dataclass
from okrcli.history.log import Log
from okrcli.history.mainline import mainline
from okrcli.model.objective import Objective
from okrcli.views.story import Event, EventKind, StoryCommit

_PULL_REQUEST = re.compile(r"\A.*\((#\d{1,9})\)$|^See merge request \S*(!\d{1,9})$", re.MULTILINE)
_MADE = frozenset({EventKind.CREATED, EventKind.CARRIED, EventKind.ACTIVATED, EventKind.APPROVED})


class How(Enum):
    """How an objective was agreed."""

    APPROVAL = auto()
    MERGE = auto()
    OWNER_ALONE = auto()
    IN_OTHER_NAME = auto()
    UNTOLD = auto()
    NOBODY = auto()


@frozen_dataclass
class Agreement:
    """How an objective was agreed.

    Attributes:
        commit: The commit that has the agreement, or should have it.
        by: Who agreed; `None` if nobody did, or if git does not know.
        request: The pull request for which git does not know who merged it.
    """

    how: How
    commit: StoryCommit
    by: str | None = None
    request: str | None = None


@frozen_dataclass
class Agreements:
    """Tells how objectives were agreed.

    Attributes:
        events: What became of definitions, by their present references, the earliest first.
        log: The commits.
        head: The last of them.
        imported: Commits up to the one that made the workspace: nobody was known to them.
    """

    events: Mapping[str, Sequence[Event]]
    log: Log
    head: str
    authors: Authors
    imported: frozenset[str]

    def of(self, objective: Objective) -> Agreement | None:
        """Return how an active or closed *objective* was agreed; `None` where no commit has it."""
        own = self.events.get(objective.ref, ())
        made = [event for event in own if event.kind in _MADE]
        if not made:
            return None
        approvals = [event for event in own if event.kind is EventKind.APPROVED]
        known = {(approval.who, approval.date) for approval in objective.approved_by}
        still = [event for event in approvals if (event.by, event.dated) in known]
        return self._by_approval(objective, still) or self._by_merge(made[-1], still)

    def _by_approval(self, objective: Objective, approvals: Sequence[Event]) -> Agreement | None:
        others = [event for event in approvals if event.by != objective.owner]
        for event in others:
            if _is_own(event):
                return Agreement(How.APPROVAL, event.commit, event.by)
        if approvals and not others:
            merged = self._by_merge(approvals[-1], ())
            if merged.how is How.NOBODY:
                return Agreement(How.OWNER_ALONE, approvals[-1].commit, objective.owner)
            return merged
        return None

    def _by_merge(self, made: Event, approvals: Sequence[Event]) -> Agreement:
        commit = made.commit
        if merge := self._merge_of(commit):
            return Agreement(How.MERGE, merge, merge.author)
        if request := self._request_of(commit):
            return Agreement(How.UNTOLD, commit, request=request)
        if commit.sha in self.imported:
            return Agreement(How.UNTOLD, commit)
        if approvals:
            return Agreement(How.IN_OTHER_NAME, approvals[-1].commit, approvals[-1].by)
        return Agreement(How.NOBODY, commit, commit.author)

    def _merge_of(self, commit: StoryCommit) -> StoryCommit | None:
        """Return the merge that brought *commit*, where somebody else made it."""
        entry = self.log.merges.get(self._merged_by.get(commit.sha, ""))
        merge = self.authors.commit(entry) if entry else None
        is_own = merge is not None and merge.author in {commit.author, *commit.co_authors}
        return None if is_own else merge

    def _request_of(self, commit: StoryCommit) -> str | None:
        found = _PULL_REQUEST.search(self._messages.get(commit.sha, ""))
        return next(filter(None, found.groups()), None) if found else None

    @cached_property
    def _messages(self) -> Mapping[str, str]:
        return {entry.sha: entry.message for entry in self.log.entries}

    @cached_property
    def _merged_by(self) -> Mapping[str, str]:
        """The commit of the main line by which each other commit came into it."""
        line = [*mainline(self.log, self.head)]
        found = dict.fromkeys(line, "")
        for sha in reversed(line):
            for other in _unseen(self.log.parents[sha], self.log, found):
                found[other] = sha
        return found


def _unseen(shas: Sequence[str], log: Log, seen: Mapping[str, str]) -> Iterator[str]:
    """Yield *shas* and their ancestors that are not in *seen*, which grows meanwhile."""
    waiting = list(shas)
    while waiting:
        if (sha := waiting.pop()) not in seen:
            yield sha
            waiting += log.parents.get(sha, ())


def _is_own(event: Event) -> bool:
    """Return whether the approval was committed by whoever approves."""
    names = (event.commit.author, *event.commit.co_authors)
    return any(event.by in {name, id_from(name)} for name in names)
