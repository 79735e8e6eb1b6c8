"""An examination with a diagnosis of each state, and hostile words in it."""

from typing import Any

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.next_step import NextStep, StepKind
from okrcli.render import DOCTOR_FORMATS, RenderOptions
from okrcli.views.doctor import Diagnosis, Examination, State
from tests.render.samples import HOSTILE

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
