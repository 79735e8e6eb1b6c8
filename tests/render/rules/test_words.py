from okrcli.actions.rules import rulebook
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render.rules.words import ways_to_silence


def ways(code: str) -> dict[str, str]:
    [rule] = rulebook([code], None, None, explained=False).rules
    return dict(ways_to_silence(rule, COMMAND_LINE))


def test_rule_is_silenced_for_a_line_some_files_all_files_or_one_run() -> None:
    found = ways("M202")

    assert len(found) == 4
    assert all("M202" in text for text in found.values())
    assert "# okr: ignore[M202] the reason" in found.values()


def test_what_is_not_read_cannot_be_silenced() -> None:
    assert ways("E001") == {}
