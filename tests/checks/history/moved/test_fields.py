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


def amendment(day: int, was: int, now: int) -> dict[str, object]:
    return {"date": f"2026-10-{day:02}", "field": "target", "was": was, "now": now, "why": "w"}


def a_metric(target: int, *amendments: dict[str, object]) -> Metric:
    fields = {"id": "a", "title": "A", "target": target, "amendments": amendments}
    return Metric.model_validate(fields)


def test_amendments_that_do_not_follow_each_other_are_told_by_where_they_lead() -> None:
    now = a_metric(50, amendment(5, 60, 55), amendment(6, 60, 50))
    [moved] = moved_fields(a_metric(60), now, ["target"], now.amendments)

    assert moved.said_of("target of a", VERSION) == (
        "Target of a was 60 in commit 1a2b3c4d and is 50; amendments make it 55."
    )
    assert "`was: 55`, `now: 50`" in moved.hint()


def test_branch_that_lacks_an_amendment_may_only_be_behind() -> None:
    [moved] = moved_fields(a_metric(55, amendment(5, 60, 55)), a_metric(60), ["target"])

    assert moved.hint().startswith("If this branch is only behind, bring it up to date. Put it")
