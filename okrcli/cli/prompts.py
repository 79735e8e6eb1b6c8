"""Questions at the terminal; interrupting one interrupts the command."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import typer

from okrcli.cli.messages import remark
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.cli.options import Invocation
from okrcli.errors import OkrError, UsageError
from okrcli.printable import inert_line

_Answer = TypeVar("_Answer")


def ask(question: str, default: str = "") -> str:
    """Return the answer, or *default* if it is empty."""
    try:
        answer = typer.prompt(
            inert_line(f"{question} [{default}]" if default else question),
            default=default,
            show_default=False,
            err=True,
        )
    except typer.Abort:
        remark("")
        raise KeyboardInterrupt from None
    return str(answer).strip()


def ask_until(question: str, read: Callable[[str], _Answer], default: str = "") -> _Answer:
    """Ask until *read* accepts the answer; print why it refuses one."""
    while True:
        try:
            return read(ask(question, default))
        except OkrError as error:
            hints = map(COMMAND_LINE.sentence, error.hints)
            remark(" ".join((f"  {error.message}", *hints)))


def choose(question: str, choices: Sequence[str]) -> str:
    """Return one of *choices*, by its name or its beginning, or nothing."""

    def chosen(answer: str) -> str:
        fitting = [choice for choice in choices if choice == answer] or [
            choice for choice in choices if choice.startswith(answer)
        ]
        if answer and len(fitting) != 1:
            raise UsageError(f"'{answer}' is not one of {', '.join(choices)}.")
        return fitting[0] if answer else ""

    return ask_until(f"{question} ({', '.join(choices)}) [Enter: none]", chosen)


def confirm(question: str, *, default: bool = True) -> bool:
    """Return whether the answer is yes; for Enter alone, *default*."""
    try:
        return typer.confirm(inert_line(question), default=default, err=True)
    except typer.Abort:
        remark("")
        raise KeyboardInterrupt from None


def require_answer(text: str) -> str:
    """Return *text*, the answer to a question that must be answered.

    Raises:
        UsageError: It is empty.
    """
    if not text:
        raise UsageError("An answer is required.")
    return text


def given_or_asked(invocation: Invocation, given: str | None, question: str) -> str:
    """Return what was *given*; where nothing was, what is answered to *question*.

    Raises:
        UsageError: There is nobody to ask.
    """
    if given:
        return given
    if not invocation.interactive:
        raise UsageError(question)
    return ask_until(question, require_answer)
