from datetime import date
from decimal import Decimal
from typing import Any

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.checkin import Kudos
from okrcli.render.drawing.pen import Pen
from okrcli.render.options import RenderOptions
from okrcli.render.show.history import history_section
from okrcli.views.sheets import HistoryLine


def a_line(ref: str = "2026-Q4/cx-leader/nps", **changes: Any) -> HistoryLine:
    """Return that ana checked 47 in on a Friday."""
    facts: dict[str, Any] = {
        "day": date(2026, 11, 20),
        "by": "ana",
        "value": Decimal(47),
        "done": (),
        "undone": (),
        "segment": None,
        "confidence": None,
        "note": None,
        "superseded": False,
        "path": "checkins/a.yaml",
    }
    return HistoryLine(ref=ref, **(facts | changes))


def drawn(*lines: HistoryLine, **options: Any) -> list[str]:
    pen = Pen.of(RenderOptions(COMMAND_LINE))
    return pen.join_lines(history_section(lines, pen, **options)).splitlines()


def test_note_of_the_whole_check_in_and_thanks_stand_below_the_entry_s_own() -> None:
    thanks = (Kudos.model_validate({"to": "pavel", "for": "help"}),)
    line = a_line(note="Own.", checkin_note="Whole.", kudos=thanks)

    last_cells = [text.split("  ")[-1].strip() for text in drawn(line)]
    assert last_cells == ["Note", "Own.", "Whole.", "thanks pavel: help"]


def test_value_that_has_words_is_told_in_these() -> None:
    assert " yes " in drawn(a_line(value=Decimal(1), words="yes"))[-1]


def test_what_is_said_of_a_whole_check_in_is_told_once() -> None:
    lines = [
        a_line(f"2026-Q4/cx-leader/{name}", note="Whole.", checkin_note="Whole.")
        for name in ("nps", "csat")
    ]

    text = "\n".join(drawn(*lines, with_ref=True))
    assert text.count("Whole.") == 1
    assert "csat" in text.splitlines()[1]


def test_marks_come_before_the_note() -> None:
    assert "superseded; late; Own." in "\n".join(
        drawn(a_line(note="Own.", superseded=True, late=True))
    )


def test_steps_are_told_with_their_signs() -> None:
    assert "+pilot -opening" in "\n".join(
        drawn(a_line(value=None, done=("pilot",), undone=("opening",)))
    )


def test_older_lines_are_counted() -> None:
    assert drawn(a_line(), older=3)[-1] == "and 3 more: `--all` shows all."


def test_no_entry_is_said_to_be_none() -> None:
    assert drawn() == ["There are no entries yet."]
