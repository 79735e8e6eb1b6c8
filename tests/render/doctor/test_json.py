"""Examinations for programs."""

import json

from tests.render.doctors import EXAMINATION, drawn
from tests.render.golden import assert_golden


def test_json_of_an_examination_is_the_golden_one() -> None:
    text = drawn(EXAMINATION, "json")
    assert_golden("doctor.json", text)
    assert json.loads(text)
