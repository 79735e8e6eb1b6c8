import pytest

from tests.checks.workspaces import found_by


@pytest.mark.parametrize(
    ("survey", "keys"),
    [
        ("{type: csat}", ["scale"]),
        ("{type: ces}", ["version"]),
        ("{type: ces, scale: [1, 7]}", ["version"]),
        ("{type: csat, scale: [1, 5]}", []),
        ("{type: ces, version: 2}", []),
        ("{type: nps}", []),
        ("{type: nps, scale: [0, 10]}", []),
        ("{type: nps, scale: [1, 5]}", ["scale"]),
        ("{type: csat, scale: [5, 1]}", ["scale"]),
        ("{type: ces, version: 1, scale: [5, 5]}", ["scale"]),
        ("{type: csat, scale: [1, 5], top_box: [4, 5]}", []),
        ("{type: csat, scale: [1, 5], top_box: [5, 6]}", ["top_box"]),
        ("{type: csat, scale: [1, 99999999999999], top_box: [0]}", ["top_box"]),
    ],
)
def test_survey_without_its_scale_is_found(survey: str, keys: list[str]) -> None:
    findings = found_by("M210", {"kpis/k.yaml": f"title: K\nsurvey: {survey}\n"})
    assert [each.location for each in findings] == [("survey", key) for key in keys]
