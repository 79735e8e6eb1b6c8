import pytest

from tests.checks.workspaces import found_by

CX = "objectives/2026-Q4/cx.yaml"


@pytest.mark.parametrize(
    ("title", "count"),
    [
        ("Increase sales by 20 %", 1),
        ("Get 1000 customers", 1),
        ("Увеличить ARR на 50%", 1),
        ("Keep response between 2 and 4 hours", 1),
        ("Cut churn from 3 % to 5 %", 1),
        ("Win with one platform in two markets", 0),
        ("Serve region 10 so well that it stays", 0),
        ("Be the leader by 2026-12-31", 0),
        ("Pass SOC 2", 0),
    ],
)
def test_measure_in_an_objective_is_found(title: str, count: int) -> None:
    assert len(found_by("S108", {CX: f"title: {title}\n"})) == count
