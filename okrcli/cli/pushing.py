"""`--push` and `--no-commit`: whether what is written is committed, and goes upstream, too."""

from typing import TYPE_CHECKING, Annotated

import typer

from okrcli.actions.saving import Saving
from okrcli.cli.messages import remark, say
from okrcli.errors import UsageError

if TYPE_CHECKING:
    from okrcli.history.commit import Commit

PushOption = Annotated[bool, typer.Option("--push", help="Push the commit, too.")]
NoCommitOption = Annotated[
    bool, typer.Option("--no-commit", help="Write what is new, commit nothing.")
]


def require_commit(*, push: bool, no_commit: bool) -> None:
    """Refuse to push what is not committed.

    Raises:
        UsageError: Both were asked for.
    """
    if push and no_commit:
        raise UsageError("--push needs a commit, so it does not go with --no-commit.")


def push_commit(saving: Saving, commit: "Commit | None") -> None:
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
    for warning in pushed.warnings:
        remark(warning)
