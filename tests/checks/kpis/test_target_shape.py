import pytest

from tests.checks.workspaces import found_by


def _found(direction: str, target: str) -> list[str]:
    text = f"title: K\n{direction}target: {target}\n"
    return [finding.message for finding in found_by("K606", {"kpis/k.yaml": text})]


@pytest.mark.parametrize(
    ("direction", "target", "said"),
    [
        ("up", "{range: [1, 2]}", "a value higher than the range counts as missed"),
        ("down", "{range: [1, 2]}", "a value lower than the range counts as missed"),
        ("range", "{value: 1}", "every other value counts as missed"),
    ],
)
def test_direction_that_contradicts_the_target_is_found(
    direction: str, target: str, said: str
) -> None:
    (message,) = _found(f"direction: {direction}\n", target)
    assert said in message


@pytest.mark.parametrize(
    ("direction", "target"),
    [
        ("direction: up\n", "{value: 1}"),
        ("direction: down\n", "{value: 1}"),
        ("direction: range\n", "{range: [1, 2]}"),
        ("", "{range: [1, 2]}"),
    ],
)
def test_target_of_the_right_shape_is_not_found(direction: str, target: str) -> None:
    assert _found(direction, target) == []
