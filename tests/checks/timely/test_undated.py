import pytest

from okrcli.model.finding import Finding, Severity
from tests.checks.workspaces import found_by


def found(head: str) -> list[Finding]:
    return found_by("T505", {"objectives/2026-Q4/cx.yaml": f"title: A\n{head}"})


@pytest.mark.parametrize(
    ("status", "block"),
    [
        ("closed", "closing: {date: 2026-11-16, computed: 0.7}"),
        ("cancelled", "cancelled: {date: 2026-11-16, why: w}"),
    ],
)
def test_what_has_ended_says_when(status: str, block: str) -> None:
    [finding] = found(f"status: {status}\n")

    assert finding.severity is Severity.ERROR
    assert finding.message.startswith(
        f"2026-Q4/cx is {status} and has no `{block.split(':', maxsplit=1)[0]}`"
    )
    assert finding.location == ("status",)
    assert found(f"status: {status}\n{block}\n") == []


def test_what_goes_on_says_nothing() -> None:
    assert found("") == found("status: draft\n") == []


@pytest.mark.parametrize("status", ["active", "draft"])
@pytest.mark.parametrize(
    ("block", "content"),
    [("closing", "{date: 2026-11-16, computed: 0.7}"), ("cancelled", "{date: 2026-11-16, why: w}")],
)
def test_what_goes_on_has_not_ended(status: str, block: str, content: str) -> None:
    [finding] = found(f"status: {status}\n{block}: {content}\n")

    assert finding.message == f"2026-Q4/cx is {status} and has `{block}`, so one of them is wrong."
    assert (finding.location, finding.place.line) == ((block,), 3)
