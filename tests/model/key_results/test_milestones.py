import pytest
from pydantic import ValidationError

from okrcli.model.key_results import Milestones
from tests.builders import milestones


def test_milestones_without_steps_are_refused() -> None:
    with pytest.raises(ValidationError, match="at least 1 item"):
        Milestones.model_validate({"id": "t", "title": "Train", "type": "milestones", "steps": []})


def test_steps_are_those_of_the_file_in_their_order() -> None:
    assert [step.id for step in milestones(2, 1).listed_steps] == ["step-1", "step-2"]
    assert milestones(2).is_quantified is True
