"""Check-ins that were interrupted: offered again, and kept while they are typed."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from okrcli.actions.checkin.unfinished import Unfinished, unfinished_in
from okrcli.actions.checkin.walk import Walk
from okrcli.cli.messages import remark
from okrcli.cli.options.own import own_state_folder
from okrcli.cli.prompts import confirm
from okrcli.compute.rounding import count_text
from okrcli.storage.unfinished import UnfinishedFiles, forget


def is_anything_unfinished(root: Path) -> bool:
    """Return whether there are unfinished answers in the workspace *root*, whosever."""
    folder = own_state_folder()
    return bool(folder and UnfinishedFiles(folder, root).find_abandoned(clean=False))


class Keeper:
    """Keeps what is typed as the check-in of *by* in the workspace *root*."""

    def __init__(self, root: Path, by: str) -> None:
        """Keep nothing yet."""
        self._by = by
        folder = own_state_folder()
        self._files = UnfinishedFiles(folder, root) if folder else None
        self._kept = 0

    def offer_unfinished(self, walk: Walk) -> Walk:
        """Return *walk* with the unfinished answers of last time, if the user wants them."""
        for path, unfinished in self._leftover_walks():
            if confirm(_offer(unfinished)):
                walk, left_out = walk.with_rows(unfinished.rows)
                for row in left_out:
                    remark(f"{row.key_result or row.kpi} {row.value} can no longer be recorded.")
                self.keep(walk)
            forget(path)
        return walk

    def _leftover_walks(self) -> Iterator[tuple[Path, Unfinished]]:
        for path, content in self._files.find_abandoned() if self._files else ():
            unfinished = unfinished_in(content)
            if unfinished and unfinished.rows and unfinished.by == self._by:
                yield path, unfinished

    def keep(self, walk: Walk) -> None:
        """Keep what *walk* has answered."""
        if self._files is None:
            return
        if not walk.rows:
            self._files.forget()
            self._kept = 0
        elif self._files.keep(Unfinished(self._by, walk.rows).content):
            self._kept = len(walk.rows)

    def forget(self) -> None:
        """Remove what was kept: it is recorded, or not wanted."""
        if self._files:
            self._files.forget()
        self._kept = 0

    @contextmanager
    def typing(self) -> Iterator[None]:
        """If the walk is interrupted, say what is kept."""
        try:
            yield
        except KeyboardInterrupt:
            if self._kept:
                remark(
                    f"{count_text(self._kept, 'answer')} saved; the next `okr checkin` offers to"
                    " continue."
                )
            raise
        finally:
            if self._files:
                self._files.close()


def _offer(unfinished: Unfinished) -> str:
    days = " and ".join(sorted({row.date for row in unfinished.rows}))
    answers = count_text(len(unfinished.rows), "answer")
    return (
        f"The check-in of {days} is unfinished, with {answers}. Continue it (y) or discard it (n)?"
    )
