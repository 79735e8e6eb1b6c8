"""Saves imported readings, or shows what would be saved."""

from collections.abc import Iterable, Sequence

from okrcli.actions.change import Change
from okrcli.actions.kpi.reading_files import Recorder
from okrcli.actions.uncommitted import uncommitted_lines
from okrcli.actions.workspace import Workspace
from okrcli.cli.messages import progress, remark_all, say, say_all
from okrcli.cli.options import Invocation
from okrcli.cli.saving import Saver, open_saver
from okrcli.cli.who import who_is_typing
from okrcli.cli.writing import SavingWish
from okrcli.compute.kpis.comparison import KpiComparison
from okrcli.compute.rounding import count_text, size_text
from okrcli.frozen import frozen_dataclass
from okrcli.render.readings.imported import nothing_new_text, recorded_in_text, would_write_lines

_LARGE = 1_000_000
"""From this number of bytes on, progress is reported."""


@frozen_dataclass
class ReadingSaver:
    """Saves imported readings, or shows what it would save."""

    recorder: Recorder
    saver: Saver

    @classmethod
    def ready(
        cls, invocation: Invocation, workspace: Workspace, by: str | None, saving: SavingWish
    ) -> "ReadingSaver":
        """Return a saver, failing early if a commit would certainly be refused.

        Who records the readings is *by*, as typed, or by default the person known to git.

        Raises:
            UsageError: The options contradict each other, or it is not known who is typing.
            HistoryError: Git would refuse the commit.
        """
        saver = open_saver(workspace.root, saving)
        who = who_is_typing(invocation, workspace, saver, by)
        saver.require_ready()
        return cls(Recorder(workspace, who, invocation.now()), saver)

    def save(
        self, change: Change | None, comparisons: Sequence[KpiComparison], lines: Iterable[str]
    ) -> None:
        """Save *change*, or say what it would write.

        Args:
            change: `None` when all readings are unchanged.
            comparisons: The readings, compared with those in force.
            lines: What to say of it when it is recorded.
        """
        if change is None:
            say(nothing_new_text(comparisons))
        elif self.saver.wish.dry_run:
            self.saver.note(change)
            say_all(would_write_lines(change.paths, change.writes, change.message))
        else:
            self._save(change, lines)
        if self.saver.commits:  # which check-ins count nowhere else, as after one that was killed
            remark_all(uncommitted_lines(self.recorder.workspace.root))

    def _save(self, change: Change, lines: Iterable[str]) -> None:
        size = sum(len(write.content) for write in change.writes)
        if size >= _LARGE:
            progress(f"Writing {count_text(len(change.paths), 'file')}, {size_text(size)} …")
        self.saver.save(change, [*lines, recorded_in_text(change.paths)])
