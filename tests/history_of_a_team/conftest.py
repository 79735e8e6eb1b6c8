"""The repository of the team, made once for all tests."""

from pathlib import Path
from typing import NamedTuple

import pytest

from tests.history_of_a_team.script import COMMITS, History, Script


class Team(NamedTuple):
    """The team's workspace, as it is after all commits, and what the script knows of it."""

    root: Path
    history: History

    def mark_of(self, sha: str) -> int:
        """Return the mark of a commit."""
        [mark] = [mark for mark, name in self.history.names.items() if name == sha]
        return mark


@pytest.fixture(scope="session")
def team(tmp_path_factory: pytest.TempPathFactory) -> Team:
    """Return the team."""
    top = tmp_path_factory.mktemp("team") / "top"
    history = Script().play().write(top)
    return Team((top / history.folders[COMMITS]).resolve(), history)
