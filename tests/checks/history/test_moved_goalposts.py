import pytest

from tests.checks.history.agreed_texts import amended, moved, objective


@pytest.mark.parametrize(
    ("kind", "field", "was", "now"),
    [
        ("metric", "baseline", "40", "45"),
        ("metric", "target", "60", "50"),
        ("metric", "target", "[20, 30]", "[20, 35]"),
        ("metric", "change", "+15%", "+15pp"),
        ("metric", "weight", "2", "1"),
        ("metric", "due", "2026-11-30", "2026-12-31"),
        ("metric", "start", "2026-10-01", "2026-11-01"),
        ("maintain", "at_least", "90", "80"),
        ("maintain", "at_most", "90", "100"),
    ],
)
def test_goalpost_moves_by_an_amendment_only(kind: str, field: str, was: str, now: str) -> None:
    before, after = f"{field}: {was}", f"{field}: {now}"
    amendment = amended((was, now), field=field)
    [finding] = moved(objective(before, kind=kind), objective(after, kind=kind))

    assert finding.location == ("key_results", 0, field)
    assert finding.place.line == 6
    assert f"was {was} in commit 1a2b3c4d and is {now}, without an amendment." in finding.message
    assert f"`was: {was}`, `now: {now}`" in str(finding.hint)
    assert moved(objective(before, kind=kind), objective(after, *amendment, kind=kind)) == []


def test_removed_target_was_and_is_null() -> None:
    [finding] = moved(objective("target: 60"), objective("baseline: 40"))[1:]
    assert "Target of 2026-Q4/cx/nps was 60 in commit 1a2b3c4d and is null" in finding.message


def test_same_value_in_other_words_has_not_moved() -> None:
    assert moved(objective("target: 60"), objective("target: 60.0", "weight: 1")) == []


def test_step_may_come_but_not_go_or_wait() -> None:
    steps = ["steps:", "  - {id: a, title: A, due: 2026-10-31}", "  - {id: b, title: B}"]
    before = objective(*steps, kind="milestones")
    more = objective(*steps, "  - {id: c, title: C}", kind="milestones")
    later = objective(*[each.replace("10-31", "11-30") for each in steps], kind="milestones")
    [gone] = moved(before, objective(*steps[:2], kind="milestones"))
    [waits] = moved(before, later)

    assert moved(before, more) == []
    assert gone.message == "Steps of 2026-Q4/cx/nps in commit 1a2b3c4d are gone: b."
    assert waits.location == ("key_results", 0, "steps", 0, "due")


def test_other_type_is_another_key_result() -> None:
    [finding] = moved(objective("target: 60"), objective(kind="binary"))
    assert finding.location == ("key_results", 0, "type")
