"""How commands save: what is written, in which commit, and where it was pushed."""

from collections.abc import Iterable
from dataclasses import field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from okrcli.actions.change import Change
from okrcli.actions.saving import Saving, open_saving
from okrcli.cli.messages import (
    SavedChange,
    note_done,
    note_saved,
    remark,
    remark_all,
    say,
    say_all,
)
from okrcli.cli.writing import SavingWish
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass
from okrcli.render.text.changes import would_write_lines, written_files

if TYPE_CHECKING:
    from okrcli.history.commit import Commit


@frozen_dataclass
class Saver:
    """Saves changes, and prints the result."""

    saving: Saving
    wish: SavingWish = field(default_factory=SavingWish.of)

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

        In a dry run, show it instead.

        Raises:
            OkrError: It was refused; nothing was written, unless the message says so.
        """
        noted = self.note(change)
        if self.wish.dry_run:
            files = change.writes, change.removals
            say_all(would_write_lines(self.saving.root, change.message, *files))
            return
        commit = self.saving.save(change)
        say_all(lines)
        if commit:
            noted.commit = commit.sha
            _tell_commit(commit)
        if self.wish.push:
            _push(self.saving, commit, noted)

    def note(self, change: Change) -> SavedChange:
        """Note for programs what *change* writes, or would write."""
        files = written_files(self.saving.root, change.writes, change.removals)
        noted = SavedChange([*files], change.message)
        note_saved(noted)
        return noted


def open_saver(root: Path, wish: SavingWish) -> Saver:
    """Return what saves in the workspace *root*; says so when nothing can be committed."""
    saving = open_saving(root, commit=wish.commits)
    if wish.commits and saving.repository is None:
        remark(f"{root} is not in a git repository, so this was written but not committed.")
    return Saver(replace(saving, on_saved=note_done), wish)


def _tell_commit(commit: "Commit") -> None:
    """Say which commit was made, and what git had to say of it."""
    say(f"Committed as {commit.sha[:9]}.")
    remark_all(commit.warnings)


def _push(saving: Saving, commit: "Commit | None", noted: SavedChange) -> None:
    """Push the current branch, and say where to, and what became of *commit*.

    Raises:
        UsageError: There is no repository.
        HistoryError: There is no upstream, or the push was refused.
    """
    from okrcli.history.pushing.push import push  # noqa: PLC0415  only with --push

    if saving.repository is None:
        raise UsageError("There is no repository to push.")
    pushed = push(saving.repository)
    made_again = commit is not None and commit.sha != pushed.sha
    noted.commit = pushed.sha if made_again else noted.commit
    noted.pushed_to = pushed.upstream
    say(f"Pushed to {pushed.upstream}{f' as {pushed.sha[:9]}' if made_again else ''}.")
    remark_all(pushed.warnings)
