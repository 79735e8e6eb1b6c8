"""Examinations as what they find beside what is in order."""

from pathlib import Path

from okrcli.actions.doctor.examine import examine
from okrcli.views.doctor import Diagnosis, State


def found(folder: Path, state_folder: Path | None = None) -> dict[str, Diagnosis]:
    """Return what is not in order, by what it is about."""
    examination = examine(folder, state_folder)
    wrong = [each for each in examination.diagnoses if each.state is not State.OK]
    assert len({each.about for each in wrong}) == len(wrong), wrong
    return {each.about: each for each in wrong}


def states(folder: Path) -> dict[str, str]:
    return {about: diagnosis.state.value for about, diagnosis in found(folder).items()}
