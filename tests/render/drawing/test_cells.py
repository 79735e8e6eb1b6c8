from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.compute.reports.report import Concern, Pace
from okrcli.render.drawing.cells import (
    QUIET,
    Cell,
    Cut,
    Folded,
    Progress,
    Spark,
    Variants,
    bar_line,
    status,
    title_with_id,
)
from okrcli.render.drawing.spans import Span, plain, styled_line, width_of
from okrcli.render.drawing.spark import spark_letters
from okrcli.render.drawing.style import ASCII, CONCERNS, HEALTHS, PACES, STATUSES, UNICODE, Glyphs

BAR = UNICODE.bar_rest + UNICODE.bar_parts + UNICODE.bar_done
SHARES = st.decimals(-3, 3, allow_nan=False, places=4)


def drawn(cell: Cell, width: int) -> str:
    """Return *cell* as it stands in a column of *width* cells."""
    return "\n".join(map(plain, cell.lines(width)))


@pytest.mark.parametrize(
    ("share", "bar", "in_ascii"),
    [
        ("-0.5", "──────────", "__________"),
        ("0", "──────────", "__________"),
        ("0.001", "▏─────────", ".________" + "_"),
        ("0.05", "▌─────────", "=_________"),
        ("0.25", "██▌───────", "##=_______"),
        ("0.35", "███▌──────", "###=______"),
        ("0.999", "█████████▉", "#########%"),
        ("1", "██████████", "##########"),
        ("1.3", "██████████", "##########"),
    ],
)
def test_bar_is_full_only_at_1_and_empty_only_at_0(share: str, bar: str, in_ascii: str) -> None:
    assert plain(bar_line(Decimal(share), None, 10, "", UNICODE)) == bar
    assert plain(bar_line(Decimal(share), None, 10, "", ASCII)) == in_ascii


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
@pytest.mark.parametrize("width", range(4, 12))
def test_5_and_25_percent_are_different_bars(glyphs: Glyphs, width: int) -> None:
    bars = {
        plain(bar_line(Decimal(share), Decimal("0.55"), width, "", glyphs))
        for share in ("0.05", "0.25")
    }

    assert len(bars) == 2


@pytest.mark.parametrize(
    ("share", "expected", "bar"),
    [
        ("0.35", "0.5", "███▌─┃────"),
        ("0.8", "0.5", "█████┃██──"),
        ("0.5", "0.55", "█████┃────"),
        ("0.5", "1", "█████─────"),
        ("0.5", "0", "█████─────"),
    ],
)
def test_bar_marks_where_progress_should_be(share: str, expected: str, bar: str) -> None:
    assert plain(bar_line(Decimal(share), Decimal(expected), 10, "", UNICODE)) == bar


@given(SHARES, SHARES, st.integers(4, 40))
def test_longer_way_is_never_a_shorter_bar(first: Decimal, second: Decimal, width: int) -> None:
    less, more = sorted((first, second))
    bars = [plain(bar_line(share, None, width, "", UNICODE)) for share in (less, more)]
    lengths = [[BAR.index(letter) for letter in bar] for bar in bars]

    assert sum(lengths[0]) <= sum(lengths[1])


@given(SHARES, st.one_of(st.none(), SHARES), st.integers(1, 40))
def test_bar_has_its_width(share: Decimal, expected: Decimal | None, width: int) -> None:
    assert width_of(bar_line(share, expected, width, "", UNICODE)) == width


def test_bar_is_coloured_up_to_the_share_and_quiet_behind_it() -> None:
    bar = bar_line(Decimal("0.8"), Decimal("0.5"), 10, "green", UNICODE)

    assert [style for text, style in bar for _ in text] == [
        *["green"] * 5,
        "",
        *["green"] * 2,
        *[QUIET] * 2,
    ]


@pytest.mark.parametrize(
    ("width", "text"), [(5, "35%"), (8, "35%"), (9, "█▍┃─  35%"), (11, "██─┃──  35%")]
)
def test_progress_has_a_bar_where_there_is_room(width: int, text: str) -> None:
    assert drawn(Progress(Decimal("0.35"), Decimal("0.55"), "", UNICODE), width) == text


@given(SHARES, SHARES, st.integers(10, 40))
def test_progress_with_a_bar_has_its_width(share: Decimal, expected: Decimal, width: int) -> None:
    assert len(drawn(Progress(share, expected, "", UNICODE), width)) == width


def test_absent_progress_is_not_shown_as_0() -> None:
    assert drawn(Progress(None, Decimal("0.5"), "", UNICODE), 11) == UNICODE.none


def test_status_is_its_symbol_where_there_is_no_room() -> None:
    assert drawn(status(PACES[Pace.AT_RISK], UNICODE), 9) == "▲ at risk"
    assert drawn(status(PACES[Pace.AT_RISK], UNICODE), 8) == "▲"
    assert drawn(status(PACES[Pace.AT_RISK], ASCII), 8) == "!"


def test_sparkline_goes_from_the_lowest_to_the_highest() -> None:
    assert spark_letters([Decimal(n) for n in (0, 7, 3, 7)], UNICODE.levels) == "▁█▄█"


def test_sparkline_of_equal_values_is_level() -> None:
    assert spark_letters([Decimal(5)] * 3, UNICODE.levels) == "▅▅▅"


def test_sparkline_shows_the_last_values_that_fit() -> None:
    assert drawn(Spark(tuple(map(Decimal, (9, 0, 7, 3, 7))), UNICODE), 4) == "▁█▄█"


def test_sparkline_of_one_value_is_empty() -> None:
    assert drawn(Spark((Decimal(5),), UNICODE), 8) == ""


def test_id_stands_behind_a_title_and_is_no_markup() -> None:
    assert title_with_id("Raise [bold]NPS[/]\x1b[31m", "nps", "bold") == (
        Span("Raise [bold]NPS[/]\ufffd[31m", "bold"),
        Span(" (nps)", QUIET),
    )


def test_words_are_folded_below_each_other_and_moved_in() -> None:
    assert (
        drawn(Folded((styled_line("Raise NPS to 60"),), styled_line("- ")), 8)
        == "- Raise\n  NPS to\n  60"
    )


def test_words_say_how_wide_they_are() -> None:
    folded = Folded((styled_line("Raise 満足度"),), styled_line("  "))

    assert (folded.least, folded.most) == (8, 14)


def test_cut_text_keeps_its_lead_and_says_how_wide_it_is() -> None:
    text = Cut("Raise NPS from 40 to 60", "…", lead=styled_line("  ● "))

    assert (text.least, text.most) == (12, 27)
    assert drawn(text, 27) == "  ● Raise NPS from 40 to 60"
    assert drawn(text, 20) == "  ● Raise NPS from…"


def test_variants_show_the_longest_that_fits() -> None:
    goal = Variants((styled_line("40→60 points"), styled_line("40→60")))

    assert [drawn(goal, width) for width in (12, 11, 3)] == ["40→60 points", "40→60", "40→60"]
    assert (goal.least, goal.most) == (5, 12)


def test_every_pace_and_concern_has_a_look() -> None:
    assert set(PACES) == set(Pace)
    assert set(CONCERNS) == set(Concern)


@pytest.mark.parametrize("look", [*PACES.values(), *HEALTHS.values(), *STATUSES.values()])
def test_look_is_told_without_colour_and_without_unicode(look: object) -> None:
    assert getattr(look, "ascii_symbol").isascii()  # noqa: B009
    assert getattr(look, "word")  # noqa: B009


@pytest.mark.parametrize("glyphs", [UNICODE, ASCII])
def test_pace_symbols_differ(glyphs: Glyphs) -> None:
    marks = [look.mark(glyphs) for look in PACES.values()]

    assert len(set(marks)) == len(marks)
