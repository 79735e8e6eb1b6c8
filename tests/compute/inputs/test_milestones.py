import pytest

from okrcli.compute.inputs import inputs_of_all_types


@pytest.mark.parametrize(
    ("text", "step"),
    [
        ("pilot: Two teams use it", {"id": "pilot", "title": "Two teams use it"}),
        ("Everybody", {"title": "Everybody"}),
        (" Phase two: everybody", {"title": "Phase two: everybody"}),
        ("pilot:", {"title": "pilot:"}),
    ],
)
def test_step_is_a_title_that_may_have_an_id_before_it(text: str, step: dict[str, str]) -> None:
    assert inputs_of_all_types()["steps"].read(text, None) == step
