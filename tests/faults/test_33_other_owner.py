"""A repository of another user is named with the way to trust it."""

from pathlib import Path

import pytest

from tests.cli.checkin.test_app import HOURS
from tests.cli.conftest import Okr

NEEDS_NO_GIT = [["report"], ["kpi", "list"], ["remind"]]


@pytest.mark.parametrize(
    "arguments",
    [["check"], ["checkin", HOURS, "16", "--by", "ana"], ["report", "--rev", "HEAD"]],
)
def test_repository_of_another_user_is_refused_with_the_hint(
    okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    ran = okr(*arguments)
    assert (ran.code, ran.out) == (3, "")
    assert "belongs to another user, so git does not trust it." in ran.err
    assert f"git config --global --add safe.directory {root}" in ran.err


def test_what_reads_no_history_needs_no_trust(okr: Okr, monkeypatch: pytest.MonkeyPatch) -> None:
    expected = [okr(*arguments) for arguments in NEEDS_NO_GIT]
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")

    assert [okr(*arguments) for arguments in NEEDS_NO_GIT] == expected


def test_alerts_say_that_goalposts_may_have_moved(
    okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    expected = okr("kpi", "alerts")
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    ran = okr("kpi", "alerts")

    assert (ran.code, ran.out) == (expected.code, expected.out)
    assert "without an amendment count as they are now. The repository of" in ran.err
    assert f"git config --global --add safe.directory {root}" in ran.err


def test_trust_that_comes_by_the_environment_counts(
    okr: Okr, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.setenv("GIT_CONFIG_COUNT", "1")
    monkeypatch.setenv("GIT_CONFIG_KEY_0", "safe.directory")
    monkeypatch.setenv("GIT_CONFIG_VALUE_0", str(root))

    assert okr("check", "--select", "H").code == 0
