"""The formats that CI servers read, against their published schemas and with hostile texts."""

import json
from typing import Any

import jsonschema
import pytest

from okrcli.model.finding import LOSSY_TEXT, Finding, Place, Severity
from okrcli.model.fingerprint import fingerprints
from okrcli.render import FROM_REPOSITORY
from okrcli.views.check import CheckOutcome
from tests.render.findings.outcomes import (
    GITLAB,
    JUNIT,
    NOTE,
    OUTCOME,
    SARIF,
    many,
    rendered,
    sarif_run,
)


@pytest.mark.parametrize("schema", [SARIF, GITLAB])
def test_schemas_refuse_what_is_none(schema: Any) -> None:
    with pytest.raises(jsonschema.ValidationError):
        schema.validate([{"runs": []}])


def test_golden_outcome_keeps_to_every_schema() -> None:
    SARIF.validate(json.loads(rendered("sarif")))
    GITLAB.validate(json.loads(rendered("gitlab")))
    JUNIT.validate(rendered("junit"))


@pytest.mark.parametrize("name", sorted(FROM_REPOSITORY.keys() - {"sarif"}))
def test_paths_begin_at_the_repository(name: str) -> None:
    assert "teams/support/objectives/2026-Q4/забота.yaml" in rendered(name)


def test_sarif_and_gitlab_have_the_severity_of_the_finding_not_of_its_rule() -> None:
    raised = Finding(LOSSY_TEXT, Place("a.yaml"), "Cut.", severity=Severity.ERROR)
    outcome = CheckOutcome((raised, *many(LOSSY_TEXT, 1), *many(NOTE, 1)), 1)

    levels = [each["level"] for each in sarif_run(outcome)["results"]]
    assert levels == ["error", "warning", "note"]
    entries = json.loads(rendered("gitlab", outcome))
    assert [each["severity"] for each in entries] == ["major", "minor", "info"]


def test_sarif_and_gitlab_carry_the_fingerprints() -> None:
    expected = list(fingerprints(OUTCOME.findings, OUTCOME.folder))
    results = sarif_run()["results"]

    assert [each["partialFingerprints"]["okrFinding/v1"] for each in results] == expected
    assert [each["fingerprint"] for each in json.loads(rendered("gitlab"))] == expected
