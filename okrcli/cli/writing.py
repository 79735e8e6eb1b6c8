"""The options of all commands that write, and their JSON output."""

import functools
from collections.abc import Callable
from typing import Annotated, Any, Literal

from okrcli.cli.options import Invocation, with_invocation
from okrcli.cli.options.groups import saving_option
from okrcli.cli.options.parameters import as_command, option_parameter, options_of
from okrcli.cli.start.imports import will_run
from okrcli.errors import UsageError
from okrcli.frozen import frozen_dataclass

if will_run(__name__):
    import json

    from okrcli.cli.messages import collect_messages
    from okrcli.cli.outputs import print_result

ChangeFormat = Literal["text", "json"]
CHANGE_SCHEMA = "okrcli.change/1"


@frozen_dataclass
class SavingWish:
    """How to save what a command writes.

    Attributes:
        commits: Whether it is to be committed, where there is a repository.
        dry_run: Whether it is only to be shown.
    """

    push: bool
    commits: bool
    dry_run: bool

    @classmethod
    def of(
        cls,
        *,
        push: Annotated[bool, saving_option("--push", help="Push the commit as well.")] = False,
        no_commit: Annotated[
            bool, saving_option("--no-commit", help="Write the files without committing them.")
        ] = False,
        dry_run: Annotated[
            bool, saving_option("--dry-run", help="Show what would be written; write nothing.")
        ] = False,
    ) -> "SavingWish":
        """Return what the options ask for, which are its parameters.

        Raises:
            UsageError: They contradict each other.
        """
        if push and no_commit:
            raise UsageError("--push needs a commit, so it does not go with --no-commit.")
        if push and dry_run:
            raise UsageError("--dry-run commits nothing, so there is nothing to --push.")
        return cls(push, commits=not (no_commit or dry_run), dry_run=dry_run)


def writes(
    command: Callable[..., None] | None = None,
    *,
    push: bool = True,
    format_option: str = "--format",
) -> Callable[..., Any]:
    """Add to *command* the options of saving, as a `SavingWish`, and those of all commands.

    Args:
        command: Takes an `Invocation`, a `SavingWish`, and its own options.
        push: Whether the commit can be pushed.
        format_option: How the choice of text or JSON is called, where a file has a format as well.
    """
    if command is None:
        return functools.partial(writes, push=push, format_option=format_option)
    of_saving = dict(options_of(SavingWish.of))
    if not push:
        del of_saving["push"]
    help_ = "Print what was written as text, or as JSON for programs."
    said_as = saving_option(format_option, help=help_)
    own = options_of(command).values()
    options = [
        *own,
        *of_saving.values(),
        option_parameter("said_as", ChangeFormat, said_as, "text"),
    ]

    def run(invocation: Invocation, /, *, said_as: ChangeFormat, **given: Any) -> None:
        wish = SavingWish.of(**{name: given.pop(name) for name in of_saving})
        if said_as == "text":
            command(invocation, wish, **given)
        else:
            _tell_programs(wish, lambda: command(invocation, wish, **given))

    return with_invocation(as_command(run, command, options))


def _tell_programs(wish: SavingWish, action: Callable[[], None]) -> None:
    """Run *action*, and print what it wrote and said as one JSON object."""
    with collect_messages() as heard:
        action()
    saved = heard.saved
    document = {
        "schema": CHANGE_SCHEMA,
        "dry_run": wish.dry_run,
        "files": [file for change in saved for file in change.files],
        "message": next((change.message for change in saved), None),
        "commit": next((change.commit for change in saved), None),
        "pushed_to": next((change.pushed_to for change in saved), None),
        "lines": heard.lines,
        "remarks": heard.remarks,
    }
    print_result(f"{json.dumps(document, ensure_ascii=False, indent=2)}\n")
