import io
import sys
from collections.abc import Callable, Iterator

import pytest
from rich.console import Console

from okrcli.cli.live.progress import Bar, progress_bar
from tests.cli.conftest import Okr
from tests.cli.live.bars import Later, at_once, screen_of


def drawn(bar: Bar, width: int = 80, encoding: str = "utf-8") -> str:
    file = io.TextIOWrapper(io.BytesIO(), encoding=encoding)
    console = Console(file=file, width=width, no_color=True)
    with console.capture() as captured:
        console.print(bar)
    return captured.get()


def test_bar_says_how_many_of_the_items_are_done() -> None:
    bar = Bar("Reading files")
    seen = [drawn(bar) for _ in bar.track(["a", "b"])]
    assert ["0 of 2" in seen[0], "1 of 2" in seen[1]] == [True, True]
    assert all(text.startswith("Reading files ") for text in seen)
    assert " of " not in drawn(bar)


def test_items_without_a_length_have_no_share() -> None:
    def items() -> Iterator[int]:
        yield 1

    bar = Bar("Reading")
    assert [" of " in drawn(bar) for _ in bar.track(items())] == [False]


def test_label_is_inert_and_fits() -> None:
    bar = Bar("Reading")
    bar.describe("Reading [red]a\x1b[31m\u202eb" + "c" * 300)
    text = drawn(bar, width=60)
    assert "[red]a\ufffd[31m\ufffdb" in text
    assert {len(line) <= 60 for line in text.splitlines()} == {True}


def test_ascii_bar_is_ascii() -> None:
    bar = Bar("Reading", is_ascii=True)
    assert drawn(bar).isascii()
    assert not drawn(Bar("Reading")).isascii()


def test_bar_is_shown_on_a_terminal_and_leaves_no_trace(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = screen_of(monkeypatch)
    later = at_once()
    with progress_bar("Reading files", begin_later=later) as bar:
        assert [*bar.track([1, 2])] == [1, 2]
        assert "Reading files" in screen.getvalue()
    assert later.is_cancelled
    assert screen.getvalue().endswith("\x1b[2K")  # its line is empty again
    assert sys.stderr is screen


def test_bar_goes_when_the_work_fails(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = screen_of(monkeypatch)
    with pytest.raises(ValueError, match="no"), progress_bar("Reading", begin_later=at_once()):
        raise ValueError("no")
    assert screen.getvalue().endswith("\x1b[2K")


def test_quick_work_shows_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = screen_of(monkeypatch)
    late: list[Callable[[], None]] = []
    with progress_bar("Reading", begin_later=Later(late.append)):
        pass
    late[0]()  # as the clock may have it, although it was cancelled
    assert screen.getvalue() == ""


def test_nothing_is_shown_on_a_terminal_that_cannot_move(monkeypatch: pytest.MonkeyPatch) -> None:
    screen = screen_of(monkeypatch, term="dumb")
    with progress_bar("Reading", begin_later=at_once()):
        pass
    assert screen.getvalue() == ""


def test_nothing_is_shown_in_a_pipe(monkeypatch: pytest.MonkeyPatch) -> None:
    pipe = io.StringIO()
    monkeypatch.setattr(sys, "stderr", pipe)
    with progress_bar("Reading", begin_later=at_once()):
        pass
    assert pipe.getvalue() == ""


def test_output_for_programs_is_the_same_with_a_bar_beside_it(
    okr: Okr, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped = okr("report", "--format", "json").out
    monkeypatch.setattr("okrcli.cli.live.progress._begin_later", at_once())
    screen = screen_of(monkeypatch)
    assert okr("report", "--format", "json").out == piped
    assert "Reading files" in screen.getvalue()
