from pathlib import Path

from okrcli.actions.story.audit import audit_of
from okrcli.model.finding import Severity
from tests.security.forging import CHECKIN, TODAY, agreed, checkin

REQUIRED = "version: 1\naudit: {signatures: required}\n"


def test_commits_since_signatures_are_required_have_to_be_signed(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme").commit("2026-10-05", {"okr.yaml": REQUIRED})
    space.commit("2026-10-06", {CHECKIN: checkin()})
    found = audit_of(space.root.resolve(), TODAY)
    unsigned = [line for line in found.lines if "not signed" in line.message]

    assert [str(line.commit and line.commit.day) for line in unsigned] == [
        "2026-10-05",
        "2026-10-06",
    ]
    assert {line.severity for line in unsigned} == {Severity.ERROR}
    assert found.verified.signatures["absent"] == 2


def test_nothing_is_asked_where_none_are_required(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme", settings="version: 1\naudit: {signatures: optional}\n")

    assert audit_of(space.root.resolve(), TODAY).verified.signatures == {}


def test_requirement_that_is_not_committed_asks_nothing_of_commits(tmp_path: Path) -> None:
    space = agreed(tmp_path / "acme")
    (space.root / "okr.yaml").write_text(REQUIRED)
    verified = audit_of(space.root.resolve(), TODAY).verified

    assert set(verified.signatures.values()) == {0}
