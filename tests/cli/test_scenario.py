"""A team's first week, from an empty repository with somebody's half-done work in it."""

import json
from pathlib import Path

from tests.cli.conftest import Okr, Talk
from tests.repositories import commit_file, git, make_hook

SENTENCE = "Raise NPS from 40 to 60 points"
CSV = """\
key_result;value;date
customers-recommend/nps;44,5;2026-11-18
customers-recommend/shared-guide;pilot;
"""


def test_first_week_of_a_team_leaves_only_the_user_s_own_work_uncommitted(
    run_okr: Okr, talk: Talk, repository: Path
) -> None:
    commit_file(repository, "code.py", "one\n")
    (repository / "code.py").write_text("two\n")
    (repository / "staged.py").write_text("three\n")
    git(repository, "add", "staged.py")
    (repository / "untracked.py").write_text("four\n")
    make_hook(repository, "pre-commit", 'echo ran >> "$(git rev-parse --git-dir)/hook.log"')
    status = git(repository, "status", "--porcelain")
    staged = git(repository, "diff", "--cached")

    def okr(*arguments: str, stdin: str = "") -> str:
        ran = run_okr(repository, *arguments, stdin=stdin)
        assert ran.code == 0, ran.err
        assert git(repository, "status", "--porcelain") == status
        assert git(repository, "diff", "--cached") == staged
        return ran.out

    okr("init")
    okr("new", "objective", "Customers recommend us", "--impact", "growth", "--why", "They stay.")
    okr("new", "kr", "customers-recommend", SENTENCE, "--id", "nps")
    steps = ("--step", "pilot: The first team", "--step", "all: Everybody")
    okr("new", "kr", "customers-recommend", "Shared guide", *steps)

    okr("checkin", "customers-recommend/nps", "43 points", "--confidence", "6")
    okr("checkin", "--from", "-", stdin=CSV)
    terminal = talk(repository, "checkin", "customers-recommend/nps")
    terminal.answer("Value now", "47; 7; Second wave")
    terminal.answer("Record this", "")
    assert terminal.end() == 0, terminal.text

    report = json.loads(okr("report", "--format", "json"))
    objective = next(each for each in report["objectives"] if each["id"] == "customers-recommend")
    values = {each["id"]: each["value"] for each in objective["key_results"]}
    assert values == {"nps": 47, "shared-guide": 1}
    okr("check")
    hook_runs = (repository / ".git/hook.log").read_text().count("ran")
    assert hook_runs == int(git(repository, "rev-list", "--count", "HEAD")) - 2
