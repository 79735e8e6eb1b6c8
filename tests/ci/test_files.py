"""The files that CI servers read are valid by the published schemas, and agree with each other."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from okrcli.actions.init.ci_files import ci_files
from tests.ci.jobs import ACTION, loaded
from tests.cli.processes import PROJECT

WORKFLOW = PROJECT / ".github/workflows/ci.yml"
PINNED = re.compile(r"uses: ([\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+)$", re.MULTILINE)
README = PROJECT / "README.md"
YAML_BLOCK = re.compile(r"^```yaml\n(.*?)^```$", re.MULTILINE | re.DOTALL)
REQUIREMENT = "okrcli @ git+https://example.org/okr@0123"
FOLDERS = (".", "teams/support", "our: 'best' #1", '😀 {team} \\ "x"')


def validate(schema: str, *files: Path) -> None:
    arguments = ("--builtin-schema", f"vendor.{schema}", *map(str, files))
    done = subprocess.run(
        (sys.executable, "-m", "check_jsonschema", *arguments),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def write_all(folder: Path, name: str, contents: list[bytes]) -> list[Path]:
    files = [folder / f"{number}-{name}" for number in range(len(contents))]
    for file, content in zip(files, contents, strict=True):
        file.write_bytes(content)
    return files


def test_workflows_are_valid(tmp_path: Path) -> None:
    contents = [*(each for at in FOLDERS for each in ci_files("github", at, REQUIREMENT).values())]
    files = write_all(tmp_path, "okr.yml", contents)

    validate("github-workflows", WORKFLOW, *files)
    folders = [loaded(file)["jobs"]["check"]["defaults"]["run"] for file in files]
    assert folders == [{"working-directory": at} for at in FOLDERS]


def test_action_is_valid() -> None:
    validate("github-actions", ACTION)


def test_gitlab_jobs_are_valid(tmp_path: Path) -> None:
    contents = [*(each for at in FOLDERS for each in ci_files("gitlab", at, REQUIREMENT).values())]

    validate("gitlab-ci", *write_all(tmp_path, "gitlab-ci.yml", contents))


def test_pre_commit_hooks_are_valid() -> None:
    done = subprocess.run(
        (sys.executable, "-m", "pre_commit", "validate-manifest", ".pre-commit-hooks.yaml"),
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_every_action_is_pinned_to_one_commit_everywhere() -> None:
    (written,) = ci_files("github", ".", REQUIREMENT).values()
    texts = [written.decode(), *(file.read_text("utf-8") for file in (ACTION, WORKFLOW))]

    uses = [each for text in texts for each in re.findall(r"uses: (?!\./)", text)]
    pins = [pin for text in texts for pin in PINNED.findall(text)]
    assert len(pins) == len(uses)
    assert sorted({pin.partition("@")[0] for pin in pins}) == sorted(
        pin.partition("@")[0] for pin in set(pins)
    )


def test_written_workflow_does_what_the_action_does(tmp_path: Path) -> None:
    (file,) = write_all(tmp_path, "okr.yml", [*ci_files("github", ".", REQUIREMENT).values()])
    steps = loaded(file)["jobs"]["check"]["steps"]
    action = loaded(ACTION)

    assert steps[1]["uses"] == action["runs"]["steps"][0]["uses"]
    assert steps[1]["with"]["python-version"] == action["inputs"]["python-version"]["default"]
    check = next(step for step in steps if "okr check" in step.get("run", ""))
    compared = '${GITHUB_BASE_REF:+--against "origin/$GITHUB_BASE_REF"}'
    assert check["run"] == f"okr check --format {action['inputs']['format']['default']} {compared}"
    assert compared in action["runs"]["steps"][-1]["run"]


def test_readme_uses_the_action_and_the_hook_as_they_are() -> None:
    section = README.read_text(encoding="utf-8").partition("## In CI")[2].partition("\n## ")[0]
    workflow, configuration = map(yaml.safe_load, YAML_BLOCK.findall(section))
    (hook,) = loaded(PROJECT / ".pre-commit-hooks.yaml")

    checkout, check = workflow["jobs"]["okr"]["steps"]
    assert checkout["uses"] == loaded(WORKFLOW)["jobs"]["checks"]["steps"][0]["uses"]
    assert check["uses"] == f"OWNER/okr/{ACTION.parent.relative_to(PROJECT).as_posix()}@COMMIT"
    assert check["with"].keys() <= loaded(ACTION)["inputs"].keys()
    assert [each["id"] for each in configuration["repos"][0]["hooks"]] == [hook["id"]]


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("okr.yaml", True),
        ("teams/support/okr.yaml", True),
        ("objectives/2026-Q4/nps.yml", True),
        ("teams/support/checkins/2026/2026-11-20-ana-7f3a9c12.yaml", True),
        ("my-okr.yaml", False),
        ("kpis/readme.md", False),
        ("src/kpis.yaml", False),
        (".okr/kpi.schema.json", False),
    ],
)
def test_hook_runs_for_the_files_of_a_workspace_alone(name: str, *, read: bool) -> None:
    (hook,) = loaded(PROJECT / ".pre-commit-hooks.yaml")

    assert bool(re.search(hook["files"], name)) is read
