import json
from pathlib import Path

from tests.cli.conftest import Okr
from tests.repositories import git


def test_story_is_told_from_the_first_commit_on(okr: Okr, root: Path) -> None:
    ran = okr("log", "cx-leader/hours")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("2026-Q4/cx-leader/hours: Cut the response time")
    sha = git(root, "rev-parse", "--short=8", "HEAD")
    assert f"{sha}  ana                     created: Cut the response time" in ran.out


def test_json_has_every_event(okr: Okr) -> None:
    told = json.loads(okr("log", "--format", "json").out)
    assert told["schema"] == "okrcli.log/1"
    assert [each["ref"] for each in told["events"] if each["event"] == "created"] == [
        "2026-Q4/cx-leader",
        "2026-Q4/cx-leader/nps",
        "2026-Q4/cx-leader/hours",
        "2026-Q4/cx-leader/training",
        "csat",
        "nps",
    ]


def test_unknown_name_and_missing_history_end_with_3(okr: Okr, root: Path, run_okr: Okr) -> None:
    assert okr("log", "cx-leaderr").code == 3
    assert "Did you mean" in okr("log", "cx-leaderr").err
    (root.parent / "okr.yaml").write_text("version: 1\n")
    ran = run_okr(root.parent, "log")
    assert ran.code == 3
    assert "is not in a git repository, so there is no history." in ran.err
    assert ran.out == ""
