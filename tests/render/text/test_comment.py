from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render.text.comment import LONGEST_COMMENT, comment_text, size_of


def test_text_that_fits_is_whole() -> None:
    assert comment_text(["# a", "", "b"], COMMAND_LINE, everything=False) == "# a\n\nb\n"


def test_longer_text_says_how_many_lines_are_left_out() -> None:
    lines = ["x" * 99] * 1_000
    text = comment_text(lines, COMMAND_LINE, everything=False)
    *shown, empty, rest = text.splitlines()
    assert len(text) <= LONGEST_COMMENT
    assert (empty, rest) == ("", f"… and {1_000 - len(shown)} more lines: `--all` shows all.")
    assert len(shown) > 600


def test_page_of_a_wiki_may_be_longer() -> None:
    lines = ["x" * 99] * 1_000
    text = comment_text(lines, COMMAND_LINE, everything=True)
    assert len(text) == size_of(lines) == 100_000


def test_one_line_that_is_too_long_is_left_out() -> None:
    text = comment_text(["x" * 70_000], COMMAND_LINE, everything=False)
    assert text.strip() == "… and 1 more line: `--all` shows all."
