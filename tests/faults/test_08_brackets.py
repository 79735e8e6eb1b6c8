"""50,000 brackets are refused at the 65th, before anything is composed."""

from pathlib import Path

import pytest

from okrcli.storage.yaml.events import PARSERS
from tests.cli.conftest import Okr
from tests.faults.findings import Found, errors_with
from tests.faults.parsing import events_until_refused
from tests.storage.conftest import only_finding
from tests.storage.parsers import INSTALLED

TOO_DEEP = "Mappings and lists are nested more than 64 deep here."
NO_KEY = "A mapping or list cannot be a key."


@pytest.mark.parametrize("parser", INSTALLED)
@pytest.mark.parametrize(
    ("content", "message"),
    [
        ("a: " + "[" * 50_000, TOO_DEEP),
        ("a: " + "[" * 50_000 + "]" * 50_000, TOO_DEEP),
        ("a: " + "[{a: " * 25_000, TOO_DEEP),
        ("a: " + "[a: " * 50_000, TOO_DEEP),
        ("a:\n" + "- " * 50_000, TOO_DEEP),
        ("a: " + "{? " * 50_000, NO_KEY),
        ("? " * 50_000, NO_KEY),
    ],
)
def test_nothing_is_parsed_past_the_depth_that_is_read(
    content: str, message: str, parser: str
) -> None:
    document, events = events_until_refused(content, PARSERS[parser])

    assert only_finding(document)[3] == message
    assert events < 250


def test_brackets_are_an_error_of_check_with_its_place(okr: Okr, root: Path) -> None:
    content = "title: " + "[" * 50_000
    assert errors_with(okr, root, "kpis/csat.yaml", content) == [
        Found("E001", "kpis/csat.yaml", 1, 71, TOO_DEEP)
    ]
