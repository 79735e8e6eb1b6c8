import pytest

from okrcli.compute.kpis.bounds import bounds_of, bounds_text
from tests.checks.workspaces import loaded


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", ""),
        ("bounds: [0, null]\n", "at least 0"),
        ("bounds: [null, 12.50]\n", "at most 12.5"),
        ("survey: {type: nps}\n", "-100 to 100"),
        ("survey: {type: csat, scale: [1, 5]}\n", "0 to 100"),
        ("survey: {type: ces, version: 1}\n", "1 to 5"),
        ("survey: {type: ces, version: 2}\n", "1 to 7"),
        ("survey: {type: ces, version: 2, scale: [1, 10]}\n", "1 to 10"),
        ("survey: {type: ces, version: 2, scale: [5, 5]}\n", ""),
        ("survey: {type: ces}\n", ""),
        ("survey: {type: nps}\nbounds: [0, 100]\n", "0 to 100"),
    ],
)
def test_bounds_are_the_kpis_own_or_its_surveys(text: str, expected: str) -> None:
    (kpi,) = loaded({"kpis/k.yaml": f"title: K\n{text}"}).kpis
    assert bounds_text(bounds_of(kpi)) == expected
