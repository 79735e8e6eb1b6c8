import pytest

from okrcli.checks.past import Past, Rewrite
from okrcli.model.finding import Finding, Severity
from tests.checks.history.agreed_texts import LATER
from tests.checks.workspaces import found_by


def test_rewritten_check_in_is_told_with_commit_and_day() -> None:
    rewrite = Rewrite("checkins/2026/a.yaml", "edited", "commit 1a2b3c4d", LATER)
    [finding] = found_by("H802", {}, past=Past(rewrites=(rewrite,)))

    assert finding.place == ("checkins/2026/a.yaml", 1, 1)
    assert "edited by commit 1a2b3c4d (2026-10-12), after it was committed" in finding.message


GONE = Rewrite("checkins/2026/a.yaml", "deleted", "commit 1a2b3c4d", LATER)


def retraction(text: str, by: str = "ana", name: str = "b") -> dict[str, str]:
    head = f"date: 2026-10-12\nby: {by}\n"
    return {f"checkins/2026/{name}.yaml": f"{head}retracted: [{{checkin: a{text}}}]\n"}


def found_gone(files: dict[str, str]) -> Finding:
    [finding] = found_by("H802", files, past=Past(rewrites=(GONE,)))
    return finding


def test_what_was_deleted_is_to_be_retracted() -> None:
    finding = found_gone({})

    assert finding.severity is Severity.ERROR
    assert "`retracted: [{checkin: a, why}]`" in str(finding.hint)
    assert found_gone(retraction(", why: w")).severity is Severity.ERROR
    assert found_gone(retraction(", erased: true")).severity is Severity.ERROR


def test_what_was_erased_with_a_reason_is_a_note() -> None:
    finding = found_gone(retraction(", erased: true, why: It had a phone number"))

    assert finding.severity is Severity.INFO
    assert finding.message.endswith("checkins/2026/b.yaml says why: It had a phone number.")


@pytest.mark.parametrize(
    ("text", "by", "count"), [("", "ana", 0), ("", "zoe", 1), (", why: w", "zoe", 0)]
)
def test_another_s_check_in_is_taken_back_with_the_reason(text: str, by: str, count: int) -> None:
    files = {"checkins/2026/a.yaml": "date: 2026-10-11\nby: ana\nnote: x\n"}
    findings = found_by("H802", files | retraction(text, by), past=Past())

    assert [finding.location for finding in findings] == [("retracted", 0)] * count
    again = retraction(", why: w", "zoe", "c")
    assert found_by("H802", files | retraction(text, by) | again, past=Past()) == []
