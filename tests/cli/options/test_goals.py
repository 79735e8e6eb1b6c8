import inspect
from collections.abc import Callable
from typing import Any, TypeVar

from okrcli.cli.options.goals import option_of, with_goal_options, with_options
from okrcli.cli.options.parameters import option_parameter
from okrcli.compute.inputs import inputs_of_all_types

_CommandT = TypeVar("_CommandT", bound=Callable[..., Any])


def test_further_options_stand_before_the_unit_in_the_place_of_the_others() -> None:
    @with_options_of("first", "second")
    def command(*, ref: str, unit: str, note: str, **others: Any) -> None: ...

    assert [*inspect.signature(command).parameters] == ["ref", "first", "second", "unit", "note"]


def test_further_options_of_a_command_without_unit_come_last() -> None:
    @with_options_of("first")
    def command(*, ref: str, **others: Any) -> None: ...

    assert [*inspect.signature(command).parameters] == ["ref", "first"]


def test_every_field_of_every_type_is_an_option() -> None:
    @with_goal_options
    def command(*, ref: str, **goals: Any) -> None: ...

    found = [*inspect.signature(command).parameters]
    assert found == ["ref", "type_", *inputs_of_all_types()]


def test_option_is_called_as_a_single_value_of_its_field() -> None:
    assert option_of("measure_by") == "--measure-by"
    assert option_of("steps") == "--step"


def with_options_of(*names: str) -> Callable[[_CommandT], _CommandT]:
    options = [option_parameter(name, str, None) for name in names]
    return lambda command: with_options(command, options)
