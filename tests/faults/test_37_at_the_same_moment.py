"""16 check-ins at the same moment are 16 files in 16 commits."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.history.builders import change, committed_files
from tests.repositories import git
from tests.stress.concurrent import checkins_at_once

pytestmark = pytest.mark.slow


def test_sixteen_records_at_once_make_sixteen_commits(repository: Path) -> None:
    program = (
        "import sys\n"
        "from pathlib import Path\n"
        "from okrcli.history.commit import commit_paths\n"
        "from okrcli.history.repository import open_repository\n"
        "path = Path.cwd() / f'checkins/{sys.argv[1]}.yaml'\n"
        "path.parent.mkdir(exist_ok=True)\n"
        "write = lambda: path.write_text('date: 2026-11-20')\n"
        "print(commit_paths(open_repository(Path.cwd()), [path], 'Check in', write).sha)\n"
    )
    change(repository, "staged", "1\n")
    git(repository, "add", "staged")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    running = [
        subprocess.Popen(
            (sys.executable, "-c", program, str(number)),
            cwd=repository,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        for number in range(16)
    ]
    ends = [(*one.communicate(), one.returncode) for one in running]
    assert [(errors, status) for _, errors, status in ends] == [(b"", 0)] * 16
    commits = git(repository, "rev-list", "HEAD").split()
    assert {output.decode().strip() for output, _, _ in ends} == set(commits[:-1])
    names = [committed_files(repository, commit) for commit in commits[:-1]]
    assert sorted(names) == sorted([f"checkins/{number}.yaml"] for number in range(16))
    assert git(repository, "status", "--porcelain") == "A  staged"


def test_checkins_at_the_same_moment_are_all_kept(tmp_path: Path) -> None:
    outcome = checkins_at_once(tmp_path / "acme", 4)

    assert outcome.codes == (0, 0, 0, 0)
    assert outcome.values == (0, 1, 2, 3)
    assert outcome.commits == outcome.files == 4
    assert outcome.files_by_commit == {1}
    assert outcome.index_untouched
    assert outcome.status == " M code.py\nA  staged.py\n?? untracked.py"
