"""Every format of examinations, whole."""

from typing import Any

import pytest

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.next_step import NextStep, StepKind
from okrcli.render import DOCTOR_FORMATS, RenderOptions
from okrcli.views.doctor import Diagnosis, Examination, State
from tests.render.golden import assert_golden
from tests.render.samples import HOSTILE
from tests.runners import active_in, steering_in

FILES = {"text": "doctor.txt", "json": "doctor.json", "markdown": "doctor.md"}
EXAMINATION = Examination(
    (
        Diagnosis("git", State.OK, "2.39.5"),
        Diagnosis("schemas", State.NOTE, "Schemas are missing.", (NextStep(StepKind.CHECK),)),
        Diagnosis("identity", State.WARNING, f"Git knows you as {HOSTILE}.", ("Say who.", HOSTILE)),
        Diagnosis("state", State.ERROR, "A merge is in progress.", ("Finish it.",)),
    )
)


def drawn(examination: Examination, name: str = "text", **options: Any) -> str:
    return DOCTOR_FORMATS[name](examination, RenderOptions(COMMAND_LINE, **options))


@pytest.mark.parametrize("name", FILES)
def test_examination_is_the_golden_one(name: str) -> None:
    assert_golden(FILES[name], drawn(EXAMINATION, name))


def test_every_format_of_examinations_has_a_golden_file() -> None:
    assert set(FILES) == set(DOCTOR_FORMATS)


def test_what_is_in_order_is_said() -> None:
    fine = Examination(EXAMINATION.diagnoses[:1])
    assert drawn(fine) == "✓ git         2.39.5\nNothing is wrong.\n"
    assert drawn(fine, ascii=True).startswith("* git")


@pytest.mark.parametrize("name", FILES)
def test_texts_of_others_steer_nothing(name: str) -> None:
    text = drawn(EXAMINATION, name)
    assert not any(map(active_in, text.splitlines()))
    assert steering_in(text) == []
