"""Every format of examinations, and what none may let through."""

import pytest

from okrcli.render import DOCTOR_FORMATS
from tests.render.doctors import EXAMINATION, FILES, drawn
from tests.runners import active_in, steering_in


def test_every_format_of_examinations_has_a_golden_file() -> None:
    assert set(FILES) == set(DOCTOR_FORMATS)


@pytest.mark.parametrize("name", FILES)
def test_texts_of_others_steer_nothing(name: str) -> None:
    text = drawn(EXAMINATION, name)
    assert not any(map(active_in, text.splitlines()))
    assert steering_in(text) == []
