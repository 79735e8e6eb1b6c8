"""The options that the key-result types give to commands: their fields are an open set."""

import inspect
from collections.abc import Callable, Iterable, Iterator
from typing import Any, Literal, TypeVar

from okrcli.cli.options.groups import measure_option
from okrcli.cli.options.parameters import option_parameter
from okrcli.compute.inputs import INPUTS, inputs_of_all_types

_CommandT = TypeVar("_CommandT", bound=Callable[..., Any])

_TYPE_HELP = "Type (default: inferred from the other options)."


def with_goal_options(command: _CommandT) -> _CommandT:
    """Add to *command*, in the place of its `**goals`, the options of the types."""
    return with_options(command, _options())


def with_options(command: _CommandT, options: Iterable[inspect.Parameter]) -> _CommandT:
    """Add further *options* to *command*, which gets them in its `**` parameter.

    They stand before its option `unit`, without one at the end.
    """
    signature = inspect.signature(command, eval_str=True)
    own = signature.parameters.values()
    named = [parameter for parameter in own if parameter.kind is not inspect.Parameter.VAR_KEYWORD]
    names = [parameter.name for parameter in named]
    at = names.index("unit") if "unit" in names else len(names)
    parameters = [*named[:at], *options, *named[at:]]
    command.__signature__ = signature.replace(parameters=parameters)  # type: ignore[attr-defined]  # for typer
    return command


def option_of(field: str) -> str:
    """Return the option that fills in *field*."""
    known = inputs_of_all_types().get(field)
    name = known.name if known and known.name else field
    return f"--{name.replace('_', '-')}"


def _options() -> Iterator[inspect.Parameter]:
    types: Any = Literal[tuple(INPUTS)]
    yield option_parameter("type_", types | None, measure_option("--type", help=_TYPE_HELP))
    for input_ in inputs_of_all_types().values():
        kind: Any = list[str] if input_.is_list else str
        name = option_of(input_.field)
        said = measure_option(name, metavar=input_.form, help=input_.help)
        yield option_parameter(input_.field, kind | None, said)
