from datetime import date

from okrcli.render.show.history_text import first_of_each, line_texts, line_value
from okrcli.views.sheets import RetractionNote
from tests.render.show.test_history import a_line


def test_note_of_a_whole_check_in_is_told_once_in_its_newest_line() -> None:
    lines = (a_line(checkin_note="Whole."), a_line(checkin_note="Whole."))
    firsts = first_of_each(lines)

    told = [list(line_texts(line, whole=id(line) in firsts)) for line in lines]
    assert ["Whole." in texts for texts in told] == [False, True]


def test_line_says_why_it_does_not_count() -> None:
    taken = a_line(retracted=RetractionNote("ana", date(2026, 11, 21), "Typo."), late=True)

    assert list(line_texts(taken, whole=True)) == ["retracted by ana on 2026-11-21: Typo.", "late"]


def test_value_has_its_own_unit_and_steps_have_signs() -> None:
    assert line_value(a_line(unit="min"), "h") == "47 min"
    assert line_value(a_line(value=None, done=("pilot",), undone=("all",)), None) == "+pilot -all"
