"""Mappings 1,000 deep are refused at the 65th level; 64 levels are read."""

from pathlib import Path

import pytest

from okrcli.storage.yaml.events import PARSERS
from tests.cli.conftest import Okr
from tests.cli.workspaces import OBJECTIVE
from tests.faults.findings import Found, errors_with
from tests.faults.parsing import events_until_refused
from tests.storage.conftest import Read, only_finding
from tests.storage.parsers import INSTALLED

TOO_DEEP = "Mappings and lists are nested more than 64 deep here."
BLOCK = "".join(" " * depth + "a:\n" for depth in range(1_000))
FLOW = "a: " + "{a: " * 1_000 + "1" + "}" * 1_000
LISTS = "a:\n" + "".join("  " * depth + "- a:\n" for depth in range(1, 1_000))


@pytest.mark.parametrize("parser", INSTALLED)
@pytest.mark.parametrize("content", [BLOCK, FLOW, LISTS])
def test_nothing_is_parsed_past_the_depth_that_is_read(content: str, parser: str) -> None:
    document, events = events_until_refused(content, PARSERS[parser])

    assert only_finding(document)[3] == TOO_DEEP
    assert events < 250


def test_reader_accepts_nesting_up_to_the_limit(read_file: Read) -> None:
    assert read_file("a: " + "[" * 63 + "]" * 63).findings == ()
    assert read_file("a: " + "[" * 64 + "]" * 64).findings[0].place == ("kpis/nps.yaml", 1, 67)


def test_deep_mappings_are_an_error_of_check_with_its_place(okr: Okr, root: Path) -> None:
    path = "objectives/2026-Q4/cx-leader.yaml"
    line = OBJECTIVE.count("\n") + 65
    assert errors_with(okr, root, path, OBJECTIVE + BLOCK) == [
        Found("E001", path, line, 65, TOO_DEEP)
    ]
