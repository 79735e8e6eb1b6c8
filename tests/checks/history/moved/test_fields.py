from okrcli.checks.history.moved.fields import MovedField, moved_fields
from okrcli.checks.past import Version
from okrcli.model.key_results import Metric
from tests.checks.history.agreed_texts import BEFORE

VERSION = Version(BEFORE, "commit 1a2b3c4d", ())


def test_field_that_is_absent_is_as_its_default() -> None:
    before = Metric.model_validate({"id": "a", "title": "A", "target": 60})
    now = Metric.model_validate({"id": "a", "title": "A", "target": 60, "weight": 1})

    assert [*moved_fields(before, now, Metric.goalposts())] == []


def test_what_moved_is_said_as_it_stands_in_a_file() -> None:
    moved = MovedField("target", None, "x")

    assert moved.said_of("target of a", VERSION) == (
        "Target of a was null in commit 1a2b3c4d and is x, without an amendment."
    )
    assert "`field: steps.b.due`, `was: null`, `now: x`" in moved.hint("steps.b.due")
