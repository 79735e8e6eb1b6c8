import pytest

from okrcli.errors import OkrError, UnknownReferenceError, UsageError
from okrcli.next_step import NextStep, StepKind


def test_error_says_what_is_wrong_with_its_details_below() -> None:
    error = OkrError("Two files are wrong:", details=["a.yaml", "b.yaml"])

    assert error.lines == ("Two files are wrong:", "a.yaml", "b.yaml")
    assert error.message == str(error) == "Two files are wrong:\na.yaml\nb.yaml"


def test_sentence_to_do_next_is_said_and_a_step_is_left_to_the_front_end() -> None:
    error = OkrError("No such KPI.", "Did you mean 'nps'?", NextStep(StepKind.LIST_RULES), "Look.")

    assert error.sentences == "No such KPI. Did you mean 'nps'? Look."
    assert len(error.hints) == 3


@pytest.mark.parametrize(
    ("kind", "code"), [(OkrError, 3), (UsageError, 2), (UnknownReferenceError, 3)]
)
def test_wrong_command_line_has_an_exit_code_of_its_own(kind: type[OkrError], code: int) -> None:
    assert kind("No.").exit_code == code
