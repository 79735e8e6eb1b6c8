"""What was typed as a record, and what the record refuses in words."""

import pytest

from okrcli.actions.records import parse_record
from okrcli.errors import UsageError
from okrcli.model.improvement import Action


def test_empty_fields_are_left_out() -> None:
    fields = {"title": "Train", "owner": "ana", "due": "2026-12-01", "status": None}
    assert parse_record(Action, fields).status == "planned"


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        ({"title": "Train", "owner": "ana"}, "`due` is missing."),
        (
            {"title": "Train", "owner": "ana", "due": "soon"},
            "`due` is not a date: write YYYY-MM-DD.",
        ),
    ],
)
def test_what_the_record_refuses_is_a_sentence(fields: dict[str, str], message: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_record(Action, fields)
    assert refused.value.message == message
