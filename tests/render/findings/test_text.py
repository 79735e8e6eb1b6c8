import pytest

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.finding import BAD_REFERENCE, Finding, Place
from okrcli.render import RenderOptions
from okrcli.render.findings.text import render
from okrcli.views.check import CheckOutcome

PLACE = Place("kpis/nps.yaml", 12, 7)
LINE = "serves: [cx-leade]"
FOUND = Finding.of(BAD_REFERENCE, PLACE, "There is no objective.", "Did you mean cx-leader?")


def drawn(finding: Finding = FOUND, line: str = LINE, **options: object) -> list[str]:
    outcome = CheckOutcome((finding,), files=1, lines={(PLACE.path, PLACE.line): line})
    given = RenderOptions(COMMAND_LINE, **{"width": 80, **options})  # type: ignore[arg-type]
    return render(outcome, given).splitlines()


def test_finding_is_told_with_its_line_a_mark_below_it_and_what_to_do() -> None:
    told, quoted, mark, hint = drawn()

    assert told.startswith("kpis/nps.yaml:12:7: ")
    assert quoted == f"    12 | {LINE}"
    assert quoted[mark.index("^") :].startswith(LINE[PLACE.column - 1 :])
    assert hint == "    Did you mean cx-leader?"


@pytest.mark.parametrize("line", ["", "   \t"])
def test_line_that_shows_nothing_is_left_out(line: str) -> None:
    assert len(drawn(line=line)) == 2


def test_finding_without_a_hint_has_none() -> None:
    assert len(drawn(Finding.of(BAD_REFERENCE, PLACE, "Wrong."))) == 3


@pytest.mark.parametrize("width", [1, 30, 80])
def test_long_line_is_cut_around_its_place_and_the_message_is_not(width: int) -> None:
    long = f"serves: [{'x' * 500}]"
    message = "There is no objective " + "y" * 300
    told, quoted, *_ = drawn(Finding.of(BAD_REFERENCE, PLACE, message), long, width=width)

    assert message in told
    assert len(quoted) <= max(width, 20 + len("    12 | "))


def test_colour_changes_no_letter() -> None:
    coloured = "\n".join(drawn(colour=True))

    assert "\x1b[" in coloured
    for code in ("\x1b[0m", "\x1b[1;31m", "\x1b[31m", "\x1b[1m", "\x1b[90m"):
        coloured = coloured.replace(code, "")
    assert coloured.splitlines() == drawn()
