"""What typer takes for the options of a command, where a decorator adds some or takes some away."""

import functools
import inspect
from collections.abc import Callable, Iterable, Mapping
from typing import Annotated, Any, TypeVar

_R = TypeVar("_R")


def option_parameter(name: str, kind: Any, said: Any, default: Any = None) -> inspect.Parameter:
    """Return an option of *kind*, *default* if it is not given; *said* are settings for typer."""
    annotation = Annotated[kind, said]
    return inspect.Parameter(
        name, inspect.Parameter.KEYWORD_ONLY, default=default, annotation=annotation
    )


def options_of(function: Callable[..., Any]) -> Mapping[str, inspect.Parameter]:
    """Return the options of *function*, which are its keyword-only parameters."""
    parameters = inspect.signature(function, eval_str=True).parameters.values()
    return {
        parameter.name: parameter
        for parameter in parameters
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY
    }


def as_command(
    run: Callable[..., _R], command: Callable[..., Any], options: Iterable[inspect.Parameter]
) -> Callable[..., _R]:
    """Return *run*, which typer takes for *command*, but with these *options*."""
    functools.update_wrapper(run, command)
    run.__signature__ = inspect.Signature([*options])  # type: ignore[attr-defined]  # for typer
    return run
