"""A pull request tries all at once, and whoever looks at it is told and not harmed."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.workspaces import write
from tests.faults.holding import names_of_tests
from tests.repositories import git, photograph
from tests.security import forging
from tests.security.forging import CHECKIN, OBJECTIVE, agreed, checkin, objective

CLASSES = (
    "embedded_repositories",
    "forged_history",
    "growth",
    "hostile_configuration",
    "links",
    "notifications",
    "other_author",
    "output_paths",
    "outputs",
    "resources_of_sources",
    "resources_of_text",
    "supply_chain",
    "templates",
)
"""What somebody may try, each in a file of tests of its own."""

PEOPLE = """\
version: 1
people:
  ana: {name: Ana, email: ana@example.com}
  carlos: {name: Carlos, email: carlos@example.com}
"""
DAY = str(forging.TODAY)


@pytest.fixture
def marker(tmp_path: Path) -> Path:
    """Return the file that is there when a program of the attacker's has run."""
    return tmp_path / "PWNED"


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """Return the workspace in a clone of what Ana has forged and pushed, in one commit."""
    space = agreed(tmp_path / "origin", "teams/support", PEOPLE)
    (tmp_path / "precious").write_text("mine\n", encoding="utf-8")
    (space.root / "kpis").mkdir()
    (space.root / "kpis/nps.yaml").symlink_to("../../../.git/config")
    (space.root / "report.tsv").symlink_to("../../../precious")
    forged = {OBJECTIVE: objective(45), CHECKIN: checkin(59, recorded="2026-09-29")}
    space.commit(DAY, forged, authored="2026-09-19")
    git(tmp_path, "clone", "--quiet", "origin", "clone")
    return tmp_path / "clone/teams/support"


def embed(folder: Path, marker: Path) -> None:
    """Make *folder* look like a repository that runs a program when git asks what has changed."""
    write(folder, {"HEAD": "ref: refs/heads/main\n", "objects/.keep": "", "refs/.keep": ""})
    setting = f'\tworktree = .\n\tfsmonitor = "touch {marker}; false"\n'
    write(folder, {"config": f"[core]\n\tbare = false\n{setting}"})


def test_forged_history_and_links_are_found(run_okr: Okr, clone: Path) -> None:
    ran = run_okr(clone, "check", "--format", "json", today=DAY)
    found = json.loads(ran.out)["findings"]

    assert ran.code == 1
    assert {"E007", "H801", "H803", "H806"} <= {each["code"] for each in found}
    assert "repositoryformatversion" not in ran.out


def test_output_does_not_go_where_a_link_leads(run_okr: Okr, clone: Path, tmp_path: Path) -> None:
    for arguments in (["report", "--output", "plain=report.tsv"], ["check", "--write-baseline"]):
        path = [] if "--output" in arguments else ["report.tsv"]
        assert run_okr(clone, *arguments, *path, today=DAY).code == 3
    assert (tmp_path / "precious").read_text(encoding="utf-8") == "mine\n"


def test_programs_of_the_repository_do_not_run(run_okr: Okr, clone: Path, marker: Path) -> None:
    git(clone, "config", "core.fsmonitor", f"touch {marker}; false")
    git(clone, "config", "core.pager", f"touch {marker}")
    for arguments in (["check"], ["report"], ["report", "--rev", "HEAD"], ["remind"]):
        assert run_okr(clone, *arguments, today=DAY).code in {0, 1}
    assert not marker.exists()


def test_embedded_repository_is_refused_and_nothing_is_committed_into_it(
    run_okr: Okr, clone: Path, marker: Path
) -> None:
    embed(clone, marker)
    before = photograph(clone.parent.parent)

    for arguments in (["check"], ["checkin", "o/nps", "44", "--by", "ana"]):
        ran = run_okr(clone, *arguments, today=DAY)
        assert (ran.code, ran.out, ran.err.count("Error: ")) == (3, "", 1), ran.err
    assert photograph(clone.parent.parent) == before
    assert not marker.exists()


@pytest.mark.parametrize("name", CLASSES)
def test_what_somebody_may_try_has_tests_of_its_own(name: str) -> None:
    folder = Path(__file__).parent.parent / "security"
    assert names_of_tests(folder / f"test_{name}.py")
