"""Hostile text in every format of every command that shows it."""

import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Final
from unicodedata import bidirectional, category

import pytest
from markdown_it import MarkdownIt

from okrcli.render import (
    ALERT_FORMATS,
    AUDIT_FORMATS,
    CALENDAR_FORMATS,
    FINDING_FORMATS,
    KPI_FORMATS,
    LOG_FORMATS,
    REMINDER_FORMATS,
    REPORT_FORMATS,
    REVIEW_FORMATS,
    TREE_FORMATS,
)
from okrcli.render.show import SHOW_FORMATS
from tests.cli.conftest import Okr
from tests.pages.hostile import WORDS, hostile_files
from tests.repositories import make_committed

COMMANDS: Final[Sequence[tuple[str, Mapping[str, object]]]] = (
    ("report", REPORT_FORMATS),
    ("report --summary", REPORT_FORMATS),
    ("report --cycle 2026-Q3", REPORT_FORMATS),
    ("kpi list", KPI_FORMATS),
    ("kpi alerts", ALERT_FORMATS),
    ("remind", REMINDER_FORMATS),
    ("tree", TREE_FORMATS),
    ("calendar", CALENDAR_FORMATS),
    ("review --owner ana", REVIEW_FORMATS),
    ("log", LOG_FORMATS),
    ("audit", AUDIT_FORMATS),
    ("check", FINDING_FORMATS),
    ("show 2026-Q4/whole", SHOW_FORMATS),
    ("show whole/wait", SHOW_FORMATS),
    ("show whole/steps", SHOW_FORMATS),
    ("kpi show whole", SHOW_FORMATS),
)
IN_A_BROWSER: Final[Mapping[str, Callable[[str], str]]] = {
    "markdown": MarkdownIt("gfm-like", {"linkify": False}).render,
    "html": str,
}
"""What makes HTML of the formats that are read there."""

STEERING: Final = frozenset({"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"})
"""What turns the direction in which text is read."""


@pytest.fixture
def hostile(tmp_path: Path) -> Path:
    return make_committed(tmp_path / "acme", hostile_files(" ".join(WORDS)))


@pytest.mark.parametrize(("command", "formats"), COMMANDS)
def test_hostile_text_steers_no_terminal_and_is_no_markup(
    run_okr: Okr, hostile: Path, command: str, formats: Mapping[str, object]
) -> None:
    told = 0
    for name in formats:
        ran = run_okr(hostile, *command.split(), "--format", name)

        assert ran.code in {0, 1}, (name, ran.err)
        told += "alert(1)" in ran.out or "WWWW" in ran.out
        assert [letter for letter in ran.out + ran.err if _steers(letter)] == [], name
        if name in IN_A_BROWSER:
            assert not re.search(r"<(script>alert|img)", IN_A_BROWSER[name](ran.out)), name
    assert told, "none of them shows the words"


def _steers(letter: str) -> bool:
    is_control = category(letter) == "Cc" and letter not in "\n\r\t"
    return is_control or bidirectional(letter) in STEERING
