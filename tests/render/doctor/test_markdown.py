"""Examinations for an issue or a chat."""

from tests.render.doctors import EXAMINATION, drawn
from tests.render.golden import assert_golden


def test_markdown_of_an_examination_is_the_golden_one() -> None:
    assert_golden("doctor.md", drawn(EXAMINATION, "markdown"))
