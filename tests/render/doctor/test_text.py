"""Examinations at a terminal."""

from okrcli.views.doctor import Examination
from tests.render.doctors import EXAMINATION, drawn
from tests.render.golden import assert_golden


def test_text_of_an_examination_is_the_golden_one() -> None:
    assert_golden("doctor.txt", drawn(EXAMINATION))


def test_what_is_in_order_is_said() -> None:
    fine = Examination(EXAMINATION.diagnoses[:1])
    assert drawn(fine) == "✓ git         2.39.5\nNothing is wrong.\n"
    assert drawn(fine, ascii=True).startswith("* git")
