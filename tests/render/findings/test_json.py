import json

from tests.render.findings.outcomes import OUTCOME, rendered


def test_json_keeps_messages_exactly_and_counts() -> None:
    document = json.loads(rendered("json"))

    assert [each["message"] for each in document["findings"]] == [
        each.message for each in OUTCOME.findings
    ]
    assert document["summary"] == {
        "error": 3,
        "warning": 1,
        "info": 1,
        "files": 14,
        "milder": 0,
        "silenced": 3,
        "silenced_by": {"okr.yaml": 2, "comments": 1, "options": 0},
        "accepted": 4,
    }
