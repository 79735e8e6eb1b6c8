import json

from hypothesis import given

from okrcli.views.check import CheckOutcome
from tests.render.findings.outcomes import GITLAB, outcomes, rendered


@given(outcomes)
def test_gitlab_keeps_to_its_schema(outcome: CheckOutcome) -> None:
    GITLAB.validate(json.loads(rendered("gitlab", outcome)))
