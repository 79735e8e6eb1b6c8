"""How commands save: what is written, which commit has it, and where that was pushed to."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from okrcli.actions.change import Change
from okrcli.actions.saving import Saving, open_saving
from okrcli.cli.messages import remark, remark_all, say, say_all
from okrcli.cli.options.groups import SAVING
from okrcli.cli.what_was_done import note_done
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.history.commit import Commit

PushOption = Annotated[
    bool, typer.Option("--push", help="Push the commit as well.", rich_help_panel=SAVING)
]
NoCommitOption = Annotated[
    bool,
    typer.Option(
        "--no-commit", help="Write the files without committing them.", rich_help_panel=SAVING
    ),
]


def require_commit(*, push: bool, no_commit: bool) -> None:
    """Refuse to push what is not committed.

    Raises:
        UsageError: Both were asked for.
    """
    if push and no_commit:
        raise UsageError("--push needs a commit, so it does not go with --no-commit.")


@dataclass(frozen=True, slots=True)
class Saver:
    """Saves changes, and says what became of them."""

    saving: Saving
    push: bool = False

    @property
    def commits(self) -> bool:
        """Whether there is a repository to commit to, and a commit is wanted."""
        return self.saving.repository is not None

    def require_ready(self) -> None:
        """Refuse before the user has typed anything, where a commit would be refused.

        Raises:
            HistoryError: Git is in the middle of something, or does not know who we are.
        """
        self.saving.require_ready()

    def save(self, change: Change, lines: Iterable[str] = ()) -> None:
        """Write and commit *change*, say *lines* of it and which commit it is, and push that.

        Raises:
            OkrError: It was refused; nothing was written, unless the message says so.
        """
        commit = self.saving.save(change)
        say_all(lines)
        if commit:
            _tell_commit(commit)
        if self.push:
            _push(self.saving, commit)


def open_saver(root: Path, *, commit: bool, push: bool = False) -> Saver:
    """Return what saves in the workspace *root*; says so when nothing can be committed.

    Args:
        root: The workspace's root.
        commit: Whether the user wants a commit.
        push: Whether the user wants it pushed.
    """
    saving = open_saving(root, commit=commit)
    if commit and saving.repository is None:
        remark(f"{root} is not in a git repository, so this was written but not committed.")
    return Saver(replace(saving, on_saved=note_done), push)


def _tell_commit(commit: "Commit") -> None:
    """Say which commit was made, and what git had to say of it."""
    say(f"Committed as {commit.sha[:9]}.")
    remark_all(commit.warnings)


def _push(saving: Saving, commit: "Commit | None") -> None:
    """Push the current branch, and say where to, and what became of *commit*.

    Raises:
        UsageError: There is no repository.
        HistoryError: There is no upstream, or the push was refused.
    """
    from okrcli.history.push import push  # noqa: PLC0415  only with --push

    if saving.repository is None:
        raise UsageError("There is no repository to push.")
    pushed = push(saving.repository)
    made_again = commit is not None and commit.sha != pushed.sha
    say(f"Pushed to {pushed.upstream}{f' as {pushed.sha[:9]}' if made_again else ''}.")
    remark_all(pushed.warnings)
