import json
import shutil
from datetime import date
from pathlib import Path

import pytest
import yaml

from okrcli.actions.init.examples import example_names
from okrcli.checks.run import check
from okrcli.model.finding import Severity
from okrcli.storage.schemas import schema_files
from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.repositories import commit_file, git, photograph

SAMPLES = [
    *sorted(schema_files()),
    "kpis/nps.yaml",
    "objectives/2026-Q4/recommended-support.yaml",
    "okr.yaml",
]


def committed(folder: Path) -> list[str]:
    return git(folder, "ls-files").split("\n")


def test_init_makes_a_repository_of_an_empty_folder(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "init", "team")

    assert ran.code == 0, ran.err
    folder = tmp_path / "team"
    assert committed(folder) == SAMPLES
    assert git(folder, "status", "--porcelain") == ""
    assert git(folder, "log", "--format=%s") == "Set up OKRs: team"
    assert "cd team" in ran.out
    assert run_okr(folder, "report").code == 0


@pytest.mark.parametrize("language", ["en", "es", "ru"])
@pytest.mark.parametrize("today", ["2026-11-20", "2026-12-31", "2027-01-01"])
def test_samples_pass_every_check_in_every_language(
    run_okr: Okr, tmp_path: Path, language: str, today: str
) -> None:
    assert run_okr(tmp_path, "init", "--language", language, today=today).code == 0

    plan = load_plan(tmp_path)
    assert plan.settings.language == language
    assert [type(each).__name__ for each in plan.objectives[0].key_results] == [
        "Metric",
        "Metric",
        "Milestones",
        "Binary",
    ]
    found = check(plan, date.fromisoformat(today))
    assert [each for each in found if each.severity is Severity.ERROR] == []


def test_samples_lie_in_the_cycle_of_today_and_belong_to_whoever_runs_it(
    run_okr: Okr, tmp_path: Path
) -> None:
    run_okr(tmp_path, "init", today="2027-02-03")

    objective = load_plan(tmp_path).objectives[0]
    assert (objective.cycle, objective.owner) == ("2027-Q1", "ana")


@pytest.mark.parametrize("language", ["en", "es", "ru"])
def test_samples_are_drafts_that_nothing_is_found_in(
    run_okr: Okr, tmp_path: Path, language: str
) -> None:
    run_okr(tmp_path, "init", "--language", language)

    plan = load_plan(tmp_path)
    statuses = {*(each.status for each in plan.objectives), *(each.status for each in plan.kpis)}
    assert statuses == {"draft"}
    ran = run_okr(tmp_path, "check", "--format", "json")
    assert json.loads(ran.out)["findings"] == []
    assert "begins after the cycle" not in ran.err


def test_bare_workspace_has_no_samples(run_okr: Okr, tmp_path: Path) -> None:
    assert run_okr(tmp_path, "init", "--bare").code == 0

    plan = load_plan(tmp_path)
    assert (plan.objectives, plan.kpis, plan.findings) == ((), (), ())
    assert run_okr(tmp_path, "init", "other", "--bare", "--example", "crm").code == 2


@pytest.mark.parametrize("name", ["Acme: \"best\" #1 'team'", "Команда", "- a", "null", "%$x$$"])
def test_workspace_gets_any_name_that_is_asked_for(run_okr: Okr, tmp_path: Path, name: str) -> None:
    assert run_okr(tmp_path, "init", "--name", name).code == 0

    plan = load_plan(tmp_path)
    assert plan.settings.name == name
    assert plan.findings == ()


def test_init_in_a_repository_commits_its_own_files_alone(run_okr: Okr, repository: Path) -> None:
    commit_file(repository, "code.py", "1\n")
    (repository / "code.py").write_text("2\n")
    (repository / "staged.py").write_text("3\n")
    git(repository, "add", "staged.py")
    (repository / "untracked.py").write_text("4\n")

    assert run_okr(repository, "init").code == 0
    status = git(repository, "status", "--porcelain")
    assert status == " M code.py\nA  staged.py\n?? untracked.py"
    assert git(repository, "show", "--format=", "--name-only").split("\n") == SAMPLES


def test_init_in_a_monorepo_s_folder_stays_in_that_folder(run_okr: Okr, repository: Path) -> None:
    assert run_okr(repository, "init", "teams/support").code == 0

    changed = git(repository, "show", "--format=", "--name-only").split("\n")
    assert changed == [f"teams/support/{name}" for name in SAMPLES]
    assert not (repository / "teams/support/.git").exists()


def test_init_run_again_keeps_what_is_there_and_says_so(run_okr: Okr, tmp_path: Path) -> None:
    run_okr(tmp_path, "init")
    (tmp_path / "okr.yaml").write_text("version: 1\nname: Ours\nlanguage: es\n")
    before = photograph(tmp_path)

    ran = run_okr(tmp_path, "init")
    assert ran.code == 0
    assert "kept  okr.yaml" in ran.out
    assert photograph(tmp_path) == before


def test_init_run_again_adds_what_is_missing(run_okr: Okr, tmp_path: Path) -> None:
    run_okr(tmp_path, "init")
    git(tmp_path, "rm", "--quiet", "kpis/nps.yaml")
    git(tmp_path, "commit", "--quiet", "--message", "Remove")

    ran = run_okr(tmp_path, "init")
    assert "new   kpis/nps.yaml" in ran.out
    assert git(tmp_path, "show", "--format=", "--name-only") == "kpis/nps.yaml"


def test_init_without_git_makes_no_repository(run_okr: Okr, tmp_path: Path) -> None:
    assert run_okr(tmp_path, "init", "--no-git").code == 0

    assert not (tmp_path / ".git").exists()
    assert (tmp_path / "okr.yaml").exists()


def test_init_without_git_needs_no_program_git(
    run_okr: Okr, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert run_okr(tmp_path, "init", "--no-git").code == 0
    assert load_plan(tmp_path).objectives


def test_init_can_leave_the_commit_to_the_user(run_okr: Okr, repository: Path) -> None:
    assert run_okr(repository, "init", "--no-commit").code == 0

    assert "okr.yaml" not in committed(repository)
    assert "?? okr.yaml" in git(repository, "status", "--porcelain")


def test_init_tells_that_git_ignores_the_data(run_okr: Okr, repository: Path) -> None:
    commit_file(repository, ".gitignore", "objectives/\n")

    ran = run_okr(repository, "init")
    assert ran.code == 3
    assert "Git ignores" in ran.err
    assert not (repository / "okr.yaml").exists()

    ran = run_okr(repository, "init", "--no-commit")
    assert ran.code == 0
    assert f"Git ignores {repository / 'objectives'}" in ran.err


def test_init_tells_that_git_ignores_a_folder_that_is_not_there_yet(
    run_okr: Okr, repository: Path
) -> None:
    commit_file(repository, ".gitignore", "checkins/\n")

    ran = run_okr(repository, "init")
    assert ran.code == 0, ran.err
    assert f"Git ignores {repository / 'checkins'}, so nothing in it can be committed." in ran.err


def test_init_is_refused_where_a_file_is_in_the_way(run_okr: Okr, tmp_path: Path) -> None:
    (tmp_path / "team").write_text("")

    assert run_okr(tmp_path, "init", "team").code == 2


def test_github_gets_a_workflow_at_the_repository_s_root(run_okr: Okr, repository: Path) -> None:
    assert run_okr(repository, "init", "teams/support", "--ci", "github").code == 0

    file = ".github/workflows/okr-teams-support.yml"
    workflow = yaml.safe_load((repository / file).read_text())
    paths = ["teams/support/**", file]
    assert workflow["name"] == "okr-teams-support"
    assert workflow[True]["pull_request"]["paths"] == paths == workflow[True]["push"]["paths"]
    job = workflow["jobs"]["check"]
    assert job["defaults"]["run"]["working-directory"] == "teams/support"
    assert job["steps"][-1]["run"].startswith("okr check --format github ")
    assert file in committed(repository)


def test_gitlab_gets_a_job_and_an_include(run_okr: Okr, repository: Path) -> None:
    assert run_okr(repository, "init", "a folder", "--ci", "gitlab").code == 0

    file = ".gitlab-ci.okr-a-folder.yml"
    job = yaml.safe_load((repository / file).read_text())["okr-a-folder"]
    assert {tuple(rule["changes"]) for rule in job["rules"]} == {("a folder/**/*", file)}
    assert job["script"][-1].startswith("okr check --root 'a folder' --output gitlab=")
    include = yaml.safe_load((repository / ".gitlab-ci.yml").read_text())
    assert include == {"include": [{"local": file}]}


@pytest.mark.parametrize("server", ["github", "gitlab"])
def test_each_workspace_of_a_repository_has_its_own_job(
    run_okr: Okr, repository: Path, server: str
) -> None:
    run_okr(repository, "init", "sales", "--ci", server)
    ran = run_okr(repository, "init", "help", "--ci", server)

    folder = repository / ".github/workflows" if server == "github" else repository
    assert len([*folder.glob("*okr-sales.yml"), *folder.glob("*okr-help.yml")]) == 2
    assert ("local: .gitlab-ci.okr-help.yml" in ran.out) == (server == "gitlab")


@pytest.mark.parametrize("server", ["github", "gitlab"])
def test_job_for_a_whole_repository_runs_on_every_change(
    run_okr: Okr, repository: Path, server: str
) -> None:
    run_okr(repository, "init", "--ci", server)

    [file] = [*repository.glob(".github/workflows/okr.yml"), *repository.glob(".gitlab-ci.okr.yml")]
    assert "paths:" not in file.read_text()
    assert "changes:" not in file.read_text()


def test_ci_files_that_exist_are_kept(run_okr: Okr, repository: Path) -> None:
    commit_file(repository, ".gitlab-ci.yml", "mine: {}\n")

    ran = run_okr(repository, "init", "--ci", "gitlab")
    assert (repository / ".gitlab-ci.yml").read_text() == "mine: {}\n"
    assert "Add to the `include:` of .gitlab-ci.yml" in ran.out


@pytest.mark.parametrize("server", ["github", "gitlab"])
def test_job_installs_what_the_user_says(run_okr: Okr, repository: Path, server: str) -> None:
    requirement = "okrcli @ git+https://example.org/okr@0123"
    ran = run_okr(repository, "init", "--ci", server, "--install", requirement)

    assert f"The job installs {requirement} (as requested)." in ran.out
    written = "".join(file.read_text() for file in repository.glob(".git[lh]*/**/*okr.yml"))
    written += "".join(file.read_text() for file in repository.glob(".gitlab-ci.okr.yml"))
    assert f"python -I -m pip install --quiet '{requirement}'" in written


def test_install_needs_a_ci_server(run_okr: Okr, repository: Path) -> None:
    ran = run_okr(repository, "init", "--install", "okrcli==1.0")

    assert ran.code == 2
    assert "--install needs --ci" in ran.err
    assert not (repository / "okr.yaml").exists()


@pytest.mark.parametrize("name", example_names())
def test_example_s_story_ends_this_week(run_okr: Okr, tmp_path: Path, name: str) -> None:
    today = date(2027, 3, 3)
    ran = run_okr(tmp_path, "init", "--example", name, today=today.isoformat())

    assert ran.code == 0, ran.err
    plan = load_plan(tmp_path)
    days = [each.date for each in plan.checkins]
    assert not days or 0 <= (today - max(days)).days < 7
    assert all(
        each.path.startswith(f"checkins/{each.date.year}/{each.date}") for each in plan.checkins
    )


def test_example_that_is_already_of_this_week_is_copied_byte_for_byte(
    run_okr: Okr, tmp_path: Path
) -> None:
    run_okr(tmp_path, "init", "one", "--example", "crm", today="2026-11-20")
    days = [each.date for each in load_plan(tmp_path / "one").checkins]

    run_okr(tmp_path, "init", "two", "--example", "crm", today=max(days).isoformat())
    one, two = tmp_path / "one", tmp_path / "two"
    shutil.rmtree(one / ".git")
    shutil.rmtree(two / ".git")
    assert photograph(one) == photograph(two)


def test_unknown_example_is_exit_2_with_the_names_there_are(run_okr: Okr, tmp_path: Path) -> None:
    ran = run_okr(tmp_path, "init", "--example", "nonsense")

    assert ran.code == 2
    assert "crm" in ran.err
    assert not list(tmp_path.iterdir())


def test_examples_are_found_in_a_checkout() -> None:
    assert {"crm", "customer-experience"} <= set(example_names())


def test_init_counts_the_files_of_a_folder_that_has_many(run_okr: Okr, tmp_path: Path) -> None:
    told = run_okr(tmp_path, "init", "shop", "--example", "crm").out
    assert "  new   checkins/2026/  (57 files)\n" in told
    assert "  new   okr.yaml\n" in told


def test_clean_takes_the_samples_out_and_leaves_nothing_to_find(
    run_okr: Okr, tmp_path: Path
) -> None:
    run_okr(tmp_path, "init")
    run_okr(tmp_path, "checkin", "nps", "47")
    assert "would be `Remove samples: nps" in run_okr(tmp_path, "init", "--clean", "--dry-run").out

    ran = run_okr(tmp_path, "init", "--clean")
    assert (ran.code, ran.err) == (0, "")
    assert "  removed  kpis/nps.yaml\n" in ran.out
    assert git(tmp_path, "status", "--porcelain") == ""
    assert committed(tmp_path) == [*sorted(schema_files()), "okr.yaml"]
    assert "Nothing found" in run_okr(tmp_path, "check").err
    assert "no samples" in run_okr(tmp_path, "init", "--clean").out


def test_clean_goes_with_no_option_of_new_files(run_okr: Okr, tmp_path: Path) -> None:
    run_okr(tmp_path, "init")
    ran = run_okr(tmp_path, "init", "--clean", "--language", "es")
    assert (ran.code, "only removes" in ran.err) == (2, True)
