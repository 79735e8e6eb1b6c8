from okrcli.checks.past import Past
from okrcli.compute.seal import seal_of
from okrcli.model.finding import Finding, Severity
from tests.checks.history.agreed_texts import BEFORE, PATH, amended, objective, version
from tests.checks.workspaces import TODAY, found_by, loaded

AGREED = objective("target: 60")


def approved(text: str, *days: str, who: str = "ana") -> str:
    """Return *text* as it says that *AGREED* was approved on each of *days*."""
    plan = loaded({PATH: AGREED})
    seal = seal_of(plan, plan.objectives[0], BEFORE)
    listed = "".join(f"  - {{who: {who}, date: {day}, seal: '{seal}'}}\n" for day in days)
    return f"{text}approved_by:\n{listed}"


def found(text: str, past: Past | None = None) -> list[Finding]:
    return found_by("R408", {PATH: text}, TODAY, past)


def test_goalposts_are_those_that_were_approved() -> None:
    [finding] = found(approved(objective("target: 50"), "2026-09-25"))

    assert finding.severity is Severity.WARNING
    assert finding.message == (
        "2026-Q4/cx has other goalposts than those that were approved by ana on 2026-09-25, and "
        "no amendment says so."
    )
    assert finding.location == ("approved_by", 0)
    assert found(approved(AGREED, "2026-09-25")) == []


def test_open_change_and_approval_without_a_seal_are_fine() -> None:
    openly = objective("target: 50", *amended(("60", "50")))

    assert found(approved(openly, "2026-09-25")) == []
    assert found(f"{openly}approved_by: [{{who: ana, date: 2026-09-25}}]\n") == []


def test_latest_approval_of_a_person_counts() -> None:
    now = objective("target: 50")
    plan = loaded({PATH: now})
    seal = seal_of(plan, plan.objectives[0], BEFORE)
    again = f"  - {{who: ana, date: 2026-09-28, seal: '{seal}'}}\n"

    assert found(approved(now, "2026-09-25") + again) == []
    assert len(found(approved(now, "2026-09-25", who="zoe") + again)) == 1


def test_what_h801_says_is_not_said_again() -> None:
    text = approved(objective("target: 50"), "2026-09-25")

    assert found(text, Past((version(approved(AGREED, "2026-09-25")),))) == []
    assert len(found(text, Past((version(text),)))) == 1
