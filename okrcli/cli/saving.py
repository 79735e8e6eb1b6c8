"""What is said of where files were written, and of the commit that was made."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from okrcli.actions.saving import Saving, open_saving
from okrcli.cli.messages import remark, say
from okrcli.cli.what_was_done import note_done

if TYPE_CHECKING:
    from okrcli.history.commit import Commit


def saving_in(root: Path, *, commit: bool) -> Saving:
    """Return how to save in the workspace *root*; says so when nothing can be committed.

    Args:
        root: The workspace's root.
        commit: Whether the user wants a commit.
    """
    saving = open_saving(root, commit=commit)
    if commit and saving.repository is None:
        remark(f"{root} is in no git repository, so this is written but not committed.")
    return replace(saving, on_saved=note_done)


def tell_commit(commit: "Commit | None") -> None:
    """Say which commit was made, and what git had to say of it."""
    if commit is None:
        return
    say(f"Committed as {commit.sha[:9]}.")
    for warning in commit.warnings:
        remark(warning)
