"""The options of all commands that write, and their JSON output."""

import functools
import inspect
from collections.abc import Callable
from typing import Annotated, Any, Literal

from okrcli.cli.options import Invocation, with_invocation
from okrcli.cli.options.groups import saving_option
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
    def of(cls, *, push: bool, no_commit: bool, dry_run: bool) -> "SavingWish":
        """Return what the options ask for.

        Raises:
            UsageError: They contradict each other.
        """
        if push and no_commit:
            raise UsageError("--push needs a commit, so it does not go with --no-commit.")
        if push and dry_run:
            raise UsageError("--dry-run commits nothing, so there is nothing to --push.")
        return cls(push, commits=not (no_commit or dry_run), dry_run=dry_run)


_PUSH = inspect.Parameter(
    "push",
    inspect.Parameter.KEYWORD_ONLY,
    annotation=Annotated[bool, saving_option("--push", help="Push the commit as well.")],
    default=False,
)
_OPTIONS = (
    inspect.Parameter(
        "no_commit",
        inspect.Parameter.KEYWORD_ONLY,
        annotation=Annotated[
            bool, saving_option("--no-commit", help="Write the files without committing them.")
        ],
        default=False,
    ),
    inspect.Parameter(
        "dry_run",
        inspect.Parameter.KEYWORD_ONLY,
        annotation=Annotated[
            bool, saving_option("--dry-run", help="Show what would be written; write nothing.")
        ],
        default=False,
    ),
)


def _format(option: str) -> inspect.Parameter:
    help_ = "Print what was written as text, or as JSON for programs."
    return inspect.Parameter(
        "said_as",
        inspect.Parameter.KEYWORD_ONLY,
        annotation=Annotated[ChangeFormat, saving_option(option, help=help_)],
        default="text",
    )


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
    signature = inspect.signature(command, eval_str=True)
    own = list(signature.parameters.values())[2:]
    first = inspect.Parameter("invocation", inspect.Parameter.POSITIONAL_OR_KEYWORD)
    options = [*([_PUSH] if push else []), *_OPTIONS, _format(format_option)]

    def with_saving_options(
        invocation: Invocation,
        /,
        *,
        no_commit: bool,
        dry_run: bool,
        said_as: ChangeFormat,
        push: bool = False,
        **given: Any,
    ) -> None:
        wish = SavingWish.of(push=push, no_commit=no_commit, dry_run=dry_run)
        if said_as == "text":
            command(invocation, wish, **given)
        else:
            _tell_programs(wish, lambda: command(invocation, wish, **given))

    keyword_only = [parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY) for parameter in own]
    with_saving_options.__name__, with_saving_options.__doc__ = command.__name__, command.__doc__
    with_saving_options.__signature__ = signature.replace(  # type: ignore[attr-defined]  # for `with_invocation`
        parameters=[first, *keyword_only, *options]
    )
    return with_invocation(with_saving_options)


def _tell_programs(wish: SavingWish, action: Callable[[], None]) -> None:
    """Run *action*, and print what it wrote and said as one JSON object."""
    from okrcli.cli.saving import saved_changes  # noqa: PLC0415  it imports this module

    with collect_messages() as heard, saved_changes() as saved:
        action()
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
