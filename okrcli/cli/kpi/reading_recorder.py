"""Readings from elsewhere on their way into the workspace: compared, filed, committed, pushed."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from okrcli.actions.change import Change
from okrcli.actions.identity import own_id
from okrcli.actions.kpi.compare import Compared, count_text
from okrcli.actions.kpi.reading_files import ReadingFiles, Recorder
from okrcli.actions.saving import Saving
from okrcli.cli.messages import progress, say
from okrcli.cli.options import Invocation
from okrcli.cli.pushing import push_commit, require_commit
from okrcli.cli.saving import saving_in, tell_commit
from okrcli.cli.table_options import size_text
from okrcli.cli.uncommitted import remark_uncommitted
from okrcli.model.plan import Plan

MOST_SIZES = 5
"""Of many files nobody reads every size."""

_LARGE = 1_000_000
"""Bytes that take so long to commit that people want to know what for."""


@dataclass(frozen=True, slots=True)
class Manner:
    """What becomes of the readings, as the command line asks for it."""

    dry_run: bool
    by: str | None
    push: bool
    no_commit: bool


@dataclass(frozen=True, slots=True)
class Intake:
    """Takes readings into the workspace."""

    recorder: Recorder
    saving: Saving
    manner: Manner

    @classmethod
    def ready(cls, invocation: Invocation, plan: Plan, manner: Manner) -> "Intake":
        """Return it, when nothing that is known beforehand stands against a commit.

        Raises:
            UsageError: The manner contradicts itself, or it is not known who is typing.
            HistoryError: Git would refuse the commit.
        """
        require_commit(push=manner.push, no_commit=manner.no_commit)
        commit = not (manner.dry_run or manner.no_commit)
        root = invocation.root()
        by = own_id(root, plan.settings, manner.by, commit=commit)
        saving = saving_in(root, commit=commit)
        saving.require_ready()
        return cls(Recorder(root, invocation.today, by, invocation.now()), saving, manner)

    def take(
        self,
        compared: Sequence[Compared],
        origin: str,
        message_of: Callable[[Sequence[str]], str],
        told: Iterable[str] = (),
    ) -> None:
        """Record what is new of *compared* as one commit, or say what would be recorded.

        Args:
            compared: What there is.
            origin: Where it comes from, for people.
            message_of: Makes the commit's message from the ids of the check-ins.
            told: Lines to say of it when it is recorded.
        """
        if not any(each.count for each in compared):
            say(_nothing_new(compared))
            self._remark_uncommitted()
            return
        files = self.recorder.files(compared, origin)
        message = message_of(files.ids)
        if self.manner.dry_run:
            say(_would_write(files))
            say(f"The commit would be `{message.splitlines()[0]}`.")
            return
        self._save(files, message, told)

    def _save(self, files: ReadingFiles, message: str, told: Iterable[str]) -> None:
        size = sum(len(each.content) for each in files.writes)
        if size >= _LARGE:
            progress(f"Writing {count_text(len(files.paths), 'file')}, {size_text(size)} …")
        commit = self.saving.save(Change(tuple(files.writes), message))
        for line in told:
            say(line)
        more = f" and {count_text(len(files.paths) - 1, 'more file')}" if files.paths[1:] else ""
        say(f"Recorded in {files.paths[0]}{more}.")
        tell_commit(commit)
        if commit:
            self._remark_uncommitted()
        if self.manner.push:
            push_commit(self.saving, commit)

    def _remark_uncommitted(self) -> None:
        """Say which check-ins count here and nowhere else, as after an import that was killed."""
        if self.saving.repository is not None:
            remark_uncommitted(self.saving.root)


def _nothing_new(compared: Sequence[Compared]) -> str:
    there = sum(each.there for each in compared)
    are = "is" if there == 1 else "are"
    return f"Nothing new: {count_text(there, 'reading')} {are} there already."


def _would_write(files: ReadingFiles) -> str:
    """Return what a dry run does not write; the files would get other names, which are random."""
    sizes = [size_text(len(each.content)) for each in files.writes]
    shown = ", ".join([*sizes[:MOST_SIZES], *(["…"] if len(sizes) > MOST_SIZES else [])])
    folder = files.paths[0].rpartition("/")[0]
    return (
        f"Nothing is written. It would be {count_text(len(sizes), 'file')} in {folder}/: {shown}."
    )
