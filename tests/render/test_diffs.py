"""Every format of what has moved, whole."""

from typing import Any

import pytest

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import DIFF_FORMATS, RenderOptions
from okrcli.views.report_diff import ReportDiff
from tests.render.diff.samples import DIFF, ITEMS, SAME
from tests.render.golden import assert_golden
from tests.runners import active_in, steering_in

FILES = {"text": "diff.txt", "json": "diff.json", "markdown": "diff.md"}


def drawn(diff: ReportDiff, name: str = "text", **options: Any) -> str:
    return DIFF_FORMATS[name](diff, RenderOptions(COMMAND_LINE, **options))


@pytest.mark.parametrize("name", FILES)
def test_diff_is_the_golden_one(name: str) -> None:
    assert_golden(FILES[name], drawn(DIFF, name))


def test_every_format_of_diffs_has_a_golden_file() -> None:
    assert set(FILES) == set(DIFF_FORMATS)


def test_narrow_terminal_and_ascii_have_it_as_well() -> None:
    assert_golden("diff-40.txt", drawn(DIFF, width=40, ascii=True))


def test_nothing_moved_is_said() -> None:
    assert drawn(SAME).splitlines()[1:] == ["Nothing moved."]
    assert "Nothing moved." in drawn(SAME, "markdown")


def test_each_thing_is_one_row_of_five_cells() -> None:
    rows = [line for line in drawn(DIFF, "markdown").splitlines() if line.startswith("| ")][2:]
    assert len(rows) == len(ITEMS)
    assert {line.replace("\\|", "").count("|") for line in rows} == {6}


def test_silent_change_stands_out() -> None:
    assert "\x1b[33m▲ due the cycle's last day → 2026-11-30" in drawn(DIFF, colour=True)


@pytest.mark.parametrize("name", FILES)
def test_texts_of_the_files_steer_nothing(name: str) -> None:
    text = drawn(DIFF, name)
    assert not any(map(active_in, text.splitlines()))
    assert steering_in(text) == []
    assert name == "json" or "<script>" not in text or name == "text"
