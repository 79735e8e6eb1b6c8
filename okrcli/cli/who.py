"""Who is typing: known from git's configuration, or asked for once and remembered."""

from collections.abc import Sequence

from okrcli.actions.identity import UnknownCommitterError, own_id
from okrcli.actions.workspace import Workspace
from okrcli.cli.messages import remark, remark_all
from okrcli.cli.options import Invocation
from okrcli.cli.prompts import choose, confirm
from okrcli.cli.saving import Saver
from okrcli.errors import OkrError


def who_is_typing(
    invocation: Invocation,
    workspace: Workspace,
    saver: Saver,
    by: str | None = None,
) -> str:
    """Return the id of who is typing: *by*, else of whom git knows, else of whom they say.

    Of whom says it, *saver* may save the address as well.

    Raises:
        UsageError: *by* is nobody's id, or nobody knows who is typing and nobody is there to say.
        HistoryError: Git would refuse the commit, so that saying it would not help.
    """
    try:
        return own_id(
            workspace.root,
            workspace.plan.settings,
            by,
            commit=saver.commits,
            repository=saver.saving.repository,
        )
    except UnknownCommitterError as error:
        if not invocation.interactive or not error.candidates:
            raise
        person = _ask_who(error, error.candidates)
        if error.new_address and not saver.wish.dry_run:
            _offer_to_remember(workspace, saver, person, error.new_address)
        return person


def _ask_who(error: UnknownCommitterError, people: Sequence[str]) -> str:
    """Return which of *people* is typing.

    Raises:
        UnknownCommitterError: None of them.
    """
    remark(error.message)
    person = choose("Which person are you?", people)
    if not person:
        raise error
    return person


def _offer_to_remember(workspace: Workspace, saver: Saver, person: str, address: str) -> None:
    if not confirm(f"Add {address} to {person}'s `email` in okr.yaml, so that okr knows you?"):
        return
    from okrcli.actions.people import remember_address  # noqa: PLC0415  once for each person

    try:
        change = remember_address(workspace.root, person, address)
        saver.saving.save(change)
    except OkrError as error:  # what was to be recorded is more than that
        remark(f"{error.message} {person} is not remembered.")
    else:
        remark_all(change.lines)
