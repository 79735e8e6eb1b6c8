import json
from urllib.parse import unquote

from hypothesis import given, settings

from okrcli.views.check import CheckOutcome
from tests.render.findings.outcomes import (
    OUTCOME,
    SARIF,
    outcomes,
    rendered,
    sarif_run,
)


@settings(max_examples=30)
@given(outcomes)
def test_sarif_keeps_to_its_schema(outcome: CheckOutcome) -> None:
    SARIF.validate(json.loads(rendered("sarif", outcome)))


def test_sarif_paths_are_uris_from_the_repository() -> None:
    locations = [each["locations"][0]["physicalLocation"] for each in sarif_run()["results"]]
    paths = [unquote(each["artifactLocation"]["uri"]) for each in locations]

    assert paths == [OUTCOME.path_of(each) for each in OUTCOME.findings]
    assert all(each["artifactLocation"]["uriBaseId"] == "%SRCROOT%" for each in locations)
    assert not any(":" in each["artifactLocation"]["uri"] for each in locations)


def test_sarif_explains_each_rule_that_found_something_once() -> None:
    run = sarif_run()
    rules = run["tool"]["driver"]["rules"]

    assert [each["id"] for each in rules] == ["C702", "E002", "E006", "R405"]
    assert rules[1]["fullDescription"]["text"] == OUTCOME.explanations["E002"]
    assert "okr rule E002" in rules[1]["help"]["text"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def test_sarif_makes_no_link_of_a_message() -> None:
    messages = [each["message"]["text"] for each in sarif_run()["results"]]

    assert any("[see]" in message for message in messages)
    assert not any("](" in message for message in messages)
