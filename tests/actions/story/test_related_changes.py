from pathlib import Path

from okrcli.actions.check.past_files import PastRequest, horizon_of
from okrcli.actions.story.related_changes import related_changes
from okrcli.actions.story.subject import subject_called
from okrcli.actions.story.workspace_history import WorkspaceHistory
from okrcli.storage.workspace import load_definitions
from tests.security.forging import OBJECTIVE, TODAY, Workspace, agreed, objective

OTHER = OBJECTIVE.replace("o.", "p.")
THIRD = OBJECTIVE.replace("o.", "q.")
WITHOUT = "title: Others\nkey_results: []\n"


def related(space: Workspace, ref: str) -> list[set[str]]:
    """Return for each commit the files in which something about *ref* is looked for."""
    root = space.root.resolve()
    plan = load_definitions(root)
    history = WorkspaceHistory.open(PastRequest(root, plan, TODAY, None, horizon_of(TODAY, None)))
    subject = subject_called(plan, ref, TODAY, ())
    found = (related_changes(commit, subject, history.contents) for commit in history.definitions)
    return [{change.path for change in changes} for changes in found]


def test_other_files_of_a_commit_are_left_alone(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme").commit("2026-09-21", {OTHER: WITHOUT, THIRD: WITHOUT})
    space.commit("2026-09-22", {OTHER: f"{WITHOUT}note: x\n", OBJECTIVE: objective(50)})

    assert related(space, "o") == [{OBJECTIVE}, set(), {OBJECTIVE}]
    assert related(space, "p") == [set(), {OTHER}, {OTHER}]


def test_files_that_a_key_result_may_be_from_are_looked_at(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme").commit("2026-09-21", {OTHER: WITHOUT, THIRD: WITHOUT})
    moved = {OTHER: objective(), OBJECTIVE: WITHOUT, THIRD: f"{WITHOUT}note: x\n"}
    space.commit("2026-09-22", moved)

    assert related(space, "o")[-1] == related(space, "p/nps")[-1] == {OBJECTIVE, OTHER}


def test_file_that_goes_may_be_the_one_that_comes(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme").commit("2026-09-21", {THIRD: WITHOUT})
    space.commit("2026-09-22", {OBJECTIVE: None, OTHER: objective(), THIRD: f"{WITHOUT}note: x\n"})

    assert related(space, "p")[-1] == {OBJECTIVE, OTHER}
