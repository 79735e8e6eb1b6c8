import sys
from collections.abc import Iterator, Mapping

import pytest

from okrcli.cli.commands import COMMANDS
from okrcli.cli.start.lazy import Entry, load

RULE = Entry("okrcli.cli.rule:rule", "Explain rules.", ("rule S101",))
KPIS = Entry(
    help="KPIs.",
    commands={
        "catalog": Entry("okrcli.cli.kpi.catalog:kpi_catalog", "Ready definitions."),
        "broken": Entry("okrcli.no_such_module:command", "Never called."),
    },
)


def test_command_has_its_options_and_examples() -> None:
    command = load(RULE)

    assert "--root" in {option for parameter in command.params for option in parameter.opts}
    assert command.epilog == "okr rule S101"
    assert command.context_settings.get("ignore_unknown_options") is None


def test_command_that_takes_values_takes_a_negative_one() -> None:
    command = load(RULE._replace(takes_values=True))

    assert command.context_settings["ignore_unknown_options"] is True
    assert command.context_settings["help_option_names"] == ["--help"]


def test_group_lists_its_commands_and_imports_the_one_that_is_called(
    capsys: pytest.CaptureFixture[str],
) -> None:
    group = load(KPIS)
    sys.modules.pop("okrcli.cli.kpi.catalog", None)
    assert {name: each.help for name, each in group.commands.items()} == {
        "catalog": "Ready definitions.",
        "broken": "Never called.",
    }
    assert "okrcli.cli.kpi.catalog" not in sys.modules

    group.main(["catalog", "--help"], standalone_mode=False)
    assert "okrcli.cli.kpi.catalog" in sys.modules
    assert "--format" in capsys.readouterr().out


def test_command_that_there_is_not_is_refused() -> None:
    with pytest.raises(Exception, match="No such command 'catlog'"):
        load(KPIS).main(["catlog"], standalone_mode=False)


def _alone(entries: Mapping[str, Entry]) -> Iterator[Entry]:
    for entry in entries.values():
        yield from _alone(entry.commands) if entry.commands else [entry]


@pytest.mark.parametrize("entry", [*_alone(COMMANDS)], ids=lambda entry: entry.target)
def test_arguments_are_named_in_capitals(entry: Entry) -> None:
    arguments = [each for each in load(entry).params if each.param_type_name == "argument"]
    assert all(each.metavar and each.metavar == each.metavar.upper() for each in arguments)
