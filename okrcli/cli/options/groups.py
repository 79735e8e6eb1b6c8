"""The help of a command: its options in groups, and examples at the end."""

from collections import defaultdict
from collections.abc import Sequence
from functools import partial
from typing import Any, Final

import typer
from typer.core import TyperCommand

SELECTION: Final = "Selection"
FILE: Final = "File format"
VALUES: Final = "Values"
LESSONS: Final = "Lessons"
PLAN: Final = "Plan"
MEASURE: Final = "Measure"
GOALPOSTS: Final = "Goalposts"
DEFINITIONS: Final = "Ready definitions"
RULES: Final = "Rules"
COMPARISON: Final = "Comparison"
OUTPUT: Final = "Output"
OUTCOME: Final = "Exit code"
SAVING: Final = "Saving"
COMMON: Final = "Common options"

_ARGUMENTS: Final = "Arguments"
_OTHERS: Final = "Options"
_ORDER: Final[Sequence[str]] = (
    _ARGUMENTS,
    _OTHERS,
    VALUES,
    LESSONS,
    PLAN,
    MEASURE,
    GOALPOSTS,
    DEFINITIONS,
    SELECTION,
    FILE,
    RULES,
    COMPARISON,
    OUTPUT,
    OUTCOME,
    SAVING,
    COMMON,
)


selection_option = partial(typer.Option, rich_help_panel=SELECTION)
file_option = partial(typer.Option, rich_help_panel=FILE)
value_option = partial(typer.Option, rich_help_panel=VALUES)
lesson_option = partial(typer.Option, rich_help_panel=LESSONS)
plan_option = partial(typer.Option, rich_help_panel=PLAN)
measure_option = partial(typer.Option, rich_help_panel=MEASURE)
goalpost_option = partial(typer.Option, rich_help_panel=GOALPOSTS)
definition_option = partial(typer.Option, rich_help_panel=DEFINITIONS)
rule_option = partial(typer.Option, rich_help_panel=RULES)
comparison_option = partial(typer.Option, rich_help_panel=COMPARISON)
output_option = partial(typer.Option, rich_help_panel=OUTPUT)
outcome_option = partial(typer.Option, rich_help_panel=OUTCOME)
saving_option = partial(typer.Option, rich_help_panel=SAVING)
common_option = partial(typer.Option, rich_help_panel=COMMON)


class GroupedCommand(TyperCommand):
    """A command whose `rich_help_panel`s are groups in plain text; its epilog are examples."""

    def format_options(self, ctx: Any, formatter: Any) -> None:
        """Write the arguments, then the options of each group."""
        groups: dict[str, list[tuple[str, str]]] = defaultdict(list)
        for parameter in self.get_params(ctx):
            if record := parameter.get_help_record(ctx):
                groups[_group_of(parameter)].append(record)
        for name in sorted(groups, key=_ORDER.index):
            with formatter.section(name):
                formatter.write_dl(groups[name])

    def format_epilog(self, ctx: Any, formatter: Any) -> None:  # noqa: ARG002  typer's signature
        """Write the examples, each in one line however long it is."""
        if self.epilog:
            with formatter.section("Examples"):
                for line in self.epilog.splitlines():
                    formatter.write(f"{'':>{formatter.current_indent}}{line}\n")


def _group_of(parameter: Any) -> str:
    if parameter.param_type_name == "argument":
        return _ARGUMENTS
    if parameter.name == "help":
        return COMMON
    return parameter.rich_help_panel or _OTHERS
