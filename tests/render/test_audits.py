"""Every format of audits, whole."""

from typing import Any

import pytest

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import AUDIT_FORMATS, RenderOptions
from okrcli.views.audit import Audit
from tests.render.audit.samples import AUDIT, CLEAN
from tests.render.golden import assert_golden
from tests.runners import active_in, steering_in

FILES = {"text": "audit.txt", "json": "audit.json", "markdown": "audit.md"}


def drawn(audit: Audit, name: str = "text", **options: Any) -> str:
    return AUDIT_FORMATS[name](audit, RenderOptions(COMMAND_LINE, **options))


@pytest.mark.parametrize("name", FILES)
def test_audit_is_the_golden_one(name: str) -> None:
    assert_golden(FILES[name], drawn(AUDIT, name))


def test_every_format_of_audits_has_a_golden_file() -> None:
    assert set(FILES) == set(AUDIT_FORMATS)


def test_clean_history_says_how_much_was_verified() -> None:
    assert drawn(CLEAN, width=200) == (
        "Nothing found. Verified: 40 commits; 12 check-ins as committed; 7 objectives, key results"
        " and KPIs as agreed; 1 objective approved by somebody else.\n"
    )
    assert "| Severity" not in drawn(CLEAN, "markdown")


def test_severity_has_a_colour_and_a_symbol_in_ascii() -> None:
    assert drawn(AUDIT, colour=True).startswith("\x1b[1;31m✗ error H802: ")
    assert drawn(AUDIT, ascii=True).startswith("X error H802: ")


@pytest.mark.parametrize("name", FILES)
def test_texts_of_the_files_steer_nothing(name: str) -> None:
    text = drawn(AUDIT, name)
    assert not any(map(active_in, text.splitlines()))
    assert steering_in(text) == []
