import pytest

from okrcli.model.finding import Finding
from tests.checks.history.agreed_texts import amended, moved, objective

STEPS = ["steps:", "  - {id: a, title: A, due: 2026-10-31}", "  - {id: b, title: B}"]


def steps(*more: str) -> str:
    return objective(*STEPS, *more, kind="milestones")


def found(now: str) -> list[Finding]:
    return moved(steps(), now)


def test_step_that_is_gone_was_to_be_dropped() -> None:
    [gone] = found(objective(*STEPS[:2], kind="milestones"))
    dropped = steps().replace("title: B", "title: B, dropped: {date: 2026-11-02, why: w}")

    assert gone.message == "Steps of 2026-Q4/cx/nps in commit 1a2b3c4d are gone: b."
    assert "`dropped: {date, why, approved_by}`" in str(gone.hint)
    assert found(dropped) == []


def test_new_step_says_since_when_it_counts() -> None:
    [new] = found(steps("  - {id: c, title: C}"))

    assert new.message.startswith("The step c of 2026-Q4/cx/nps was not in commit 1a2b3c4d")
    assert new.location == ("key_results", 0, "steps", 2)
    assert found(steps("  - {id: c, title: C, added: 2026-11-02}")) == []


@pytest.mark.parametrize(
    ("field", "was", "now"), [("due", "2026-10-31", "2026-11-30"), ("weight", "1", "3")]
)
def test_step_moves_by_an_amendment_that_names_it(field: str, was: str, now: str) -> None:
    line = "  - {id: a, title: A, due: 2026-10-31, weight: 1}"
    before = objective("steps:", line, kind="milestones")
    later = [line.replace(f"{field}: {was}", f"{field}: {now}")]
    amendment = amended((was, now), field=f"steps.a.{field}")
    [finding] = moved(before, objective("steps:", *later, kind="milestones"))

    assert finding.location == ("key_results", 0, "steps", 0, field)
    assert finding.message.startswith(f"{field.capitalize()} of the step a of 2026-Q4/cx/nps was")
    assert f"`field: steps.a.{field}`" in str(finding.hint)
    assert moved(before, objective("steps:", *later, *amendment, kind="milestones")) == []
    other = amended((was, now), field=f"steps.b.{field}")
    assert len(moved(before, objective("steps:", *later, *other, kind="milestones"))) == 1
