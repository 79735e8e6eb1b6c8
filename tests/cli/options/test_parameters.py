import inspect
from typing import Annotated, Any

from okrcli.cli.options.parameters import as_command, option_parameter, options_of


def command(place: str, /, other: str, *, name: "Annotated[str, 7]" = "ana", size: int) -> None:
    """Do it."""
    del place, other, name, size


def test_options_are_the_keyword_only_parameters() -> None:
    options = options_of(command)
    assert [*options] == ["name", "size"]
    assert (options["name"].annotation, options["name"].default) == (Annotated[str, 7], "ana")


def test_function_is_read_as_the_command_with_other_options() -> None:
    def run(**given: Any) -> dict[str, Any]:
        return given

    added = option_parameter("day", str | None, 8)
    made = as_command(run, command, [*options_of(command).values(), added])

    assert [*inspect.signature(made).parameters] == ["name", "size", "day"]
    assert added.annotation == Annotated[str | None, 8]
    assert (made.__name__, made.__doc__) == ("command", "Do it.")
    assert made(day="x") == {"day": "x"}
