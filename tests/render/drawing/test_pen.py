import pytest

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import styled_line
from okrcli.render.options import RenderOptions

COLOURED = "\x1b[1mbold and\x1b[0m\n\x1b[1mlong\x1b[0m\n"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("NO_COLOR", "1"),
        ("FORCE_COLOR", "1"),
        ("TERM", "dumb"),
        ("COLUMNS", "7"),
        ("LINES", "1"),
        ("COLORTERM", "truecolor"),
    ],
)
def test_drawing_depends_on_the_options_alone(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(name, value)
    line = styled_line("bold and" + " " * 14 + "long", "bold")
    coloured, plain = (
        Pen.of(RenderOptions(COMMAND_LINE, width=22, colour=True)),
        Pen.of(RenderOptions(COMMAND_LINE, width=22)),
    )

    assert coloured.join_lines(coloured.fold(line)) == COLOURED
    assert plain.join_lines(plain.fold(line)) == "bold and\nlong\n"


def test_drawing_reads_neither_markup_nor_emoji_codes() -> None:
    text = Pen.of(RenderOptions(COMMAND_LINE, colour=True)).join_lines(
        [styled_line("[red]x[/] :smile: 47")]
    )

    assert text == "[red]x[/] :smile: 47\n"


def test_lines_stand_one_below_the_other_without_spaces_at_the_ends() -> None:
    assert (
        Pen.of(RenderOptions(COMMAND_LINE)).join_lines(
            [styled_line("a  "), (), styled_line("  b ")]
        )
        == "a\n\n  b\n"
    )


def test_terminal_is_never_taken_for_narrower_than_20() -> None:
    assert Pen.of(RenderOptions(COMMAND_LINE, width=3)).width == 20


def test_text_below_a_row_is_on_one_line_unless_all_is_asked_for() -> None:
    text = "target was 65 until 11-02"

    assert Pen.of(RenderOptions(COMMAND_LINE, width=20)).below(text, lead="  ") == [
        styled_line("  ") + styled_line("target was 65…")
    ]
    assert len(Pen.of(RenderOptions(COMMAND_LINE, width=20, full=True)).below(text)) == 2
