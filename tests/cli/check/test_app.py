import json
import re
from collections.abc import Callable
from pathlib import Path

import pytest

from okrcli.checks import RULES
from okrcli.render import FINDING_FORMATS, FROM_REPOSITORY
from tests.cli.workspaces import FILES, Ran, okr, write
from tests.repositories import git

Check = Callable[..., Ran]
LINE = re.compile(r"^[^:]+:\d+:\d+: (error|warning|info) [A-Z]\d{3} [a-z-]+: .+$")
BROKEN = {"kpis/broken.yaml": "title: [\n", "kpis/odd.yaml": "title: Odd\ntraget: 5\n"}


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "acme", FILES)


@pytest.fixture
def check(capsys: pytest.CaptureFixture[str], root: Path) -> Check:
    return lambda *arguments: okr(capsys, "check", *arguments, "--root", root)


def test_check_passes_when_no_finding_is_an_error(check: Check) -> None:
    ran = check("--select", "E")

    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "Nothing found in 7 files.\n"


def test_check_fails_with_one_line_per_finding_and_its_hint(check: Check, root: Path) -> None:
    write(root, BROKEN)
    ran = check("--select", "E")
    lines = [line for line in ran.out.splitlines() if not line.startswith("    ")]

    assert ran.code == 1
    assert [LINE.match(line) is not None for line in lines] == [True] * len(lines)
    assert "kpis/odd.yaml:2:1: error E002 schema: " in ran.out
    assert ran.err.endswith(" in 9 files.\n")


def test_check_is_sorted_by_path_and_line(check: Check, root: Path) -> None:
    write(root, BROKEN)
    found = json.loads(check("--format", "json").out)["findings"]
    places = [(each["path"], each["line"], each["column"]) for each in found]

    assert places == sorted(places)
    assert {"kpis/broken.yaml", "kpis/odd.yaml"} <= {each["path"] for each in found}


@pytest.mark.parametrize("name", FINDING_FORMATS)
def test_check_comes_in_every_format(check: Check, root: Path, name: str) -> None:
    write(root, BROKEN)
    ran = check("--format", name)

    assert ran.code == 1
    assert "broken.yaml" in ran.out


def test_check_takes_paths_but_reads_everything(check: Check, root: Path) -> None:
    write(root, BROKEN)
    ran = check("--select", "E", "--format", "concise", root / "kpis/odd.yaml")

    assert ran.code == 1
    assert {line.split(":")[0] for line in ran.out.splitlines()} == {"kpis/odd.yaml"}
    assert ran.err.endswith(" in 1 file.\n")
    assert check("--select", "E", root / "objectives").code == 0
    assert check("--select", "E", root).code == 1


def test_check_of_a_folder_is_not_of_its_namesakes(check: Check, root: Path) -> None:
    write(root, {"kpis/nps_old.yaml": "title: [\n"})

    assert check("--select", "E", root / "kpis/nps.yaml").code == 0


def test_check_refuses_a_path_that_is_not_there(check: Check, root: Path) -> None:
    ran = check(root / "kpis/none.yaml")

    assert (ran.code, ran.out) == (2, "")
    assert "none.yaml" in ran.err


def test_check_refuses_a_path_outside_the_workspace(check: Check, tmp_path: Path) -> None:
    other = write(tmp_path, {"other.yaml": "a: 1\n"}) / "other.yaml"
    ran = check(other)

    assert (ran.code, ran.out) == (2, "")
    assert "not in the workspace" in ran.err


def test_check_finds_the_workspace_of_a_path(
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    root: Path,
    tmp_path: Path,
) -> None:
    monkeypatch.chdir(tmp_path)

    assert okr(capsys, "check", "acme", "--select", "E").code == 0
    assert okr(capsys, "check", "acme/kpis/nps.yaml", "--select", "E").code == 0
    assert root.name == "acme"


def test_check_without_a_workspace_says_how_to_make_one(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ran = okr(capsys, "check", "--root", tmp_path)

    assert (ran.code, ran.out) == (3, "")
    assert "okr init" in ran.err


def test_warnings_fail_only_when_strict(check: Check, root: Path) -> None:
    write(root, {"kpis/lossy.yaml": "title: Fix #12 now\ndirection: up\n"})
    relaxed = check("--select", "E006")

    assert relaxed.code == 0
    assert "E006 lossy-text" in relaxed.out
    assert relaxed.err.startswith("1 warning in ")
    assert check("--select", "E006", "--strict").code == 1


def test_exit_zero_ends_with_0_whatever_is_found(check: Check, root: Path) -> None:
    write(root, BROKEN)

    assert check("--exit-zero").code == 0
    assert check("--exit-zero", "--strict").code == 0


def test_ignored_rule_is_not_found(check: Check, root: Path) -> None:
    write(root, {"kpis/lossy.yaml": "title: Fix #12 now\ndirection: up\n"})

    assert "E006" in check("--select", "E").out
    assert check("--select", "E", "--ignore", "bad-ignore,lossy-text").out == ""


@pytest.mark.parametrize(
    ("option", "wrong"), [("--format", "jsn"), ("--output", "jsn=x"), ("--select", "E99")]
)
def test_check_refuses_an_unknown_name(check: Check, option: str, wrong: str) -> None:
    ran = check(option, wrong)

    assert (ran.code, ran.out) == (2, "")
    assert wrong.partition("=")[0] in ran.err


def test_format_is_that_of_github_in_its_jobs(
    check: Check, root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(root, BROKEN)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")

    assert check().out.startswith("::error file=kpis/broken.yaml,line=")
    assert check("--format", "concise").out.startswith("kpis/broken.yaml:")


def test_github_paths_begin_at_the_repository(check: Check, root: Path) -> None:
    write(root, BROKEN)
    git(root.parent, "init", "--quiet")

    assert check("--format", "github").out.startswith("::error file=acme/kpis/broken.yaml,")
    assert check("--format", "concise").out.startswith("kpis/broken.yaml:")


def test_check_writes_several_files_in_one_run(check: Check, root: Path, tmp_path: Path) -> None:
    write(root, BROKEN)
    ran = check("--output", f"json={tmp_path}/f.json", "--output", f"github={tmp_path}/f.txt")

    assert LINE.match(ran.out.splitlines()[0])
    document = json.loads((tmp_path / "f.json").read_text(encoding="utf-8"))
    assert document["schema"] == "okrcli.findings/1"
    assert document["summary"]["files"] == 9
    assert (tmp_path / "f.txt").read_text(encoding="utf-8").startswith("::error file=")


@pytest.mark.parametrize("name", sorted(FROM_REPOSITORY))
def test_paths_for_ci_servers_begin_at_the_repository(check: Check, root: Path, name: str) -> None:
    write(root, BROKEN)
    git(root.parent, "init", "--quiet")

    assert "acme/kpis/broken.yaml" in check("--format", name).out


def test_sarif_explains_its_rules(check: Check, root: Path) -> None:
    write(root, BROKEN)
    (run,) = json.loads(check("--format", "sarif").out)["runs"]
    described = {
        each["id"]: each["fullDescription"]["text"] for each in run["tool"]["driver"]["rules"]
    }

    assert described["E002"] == RULES["E002"].explanation


def test_renamed_objective_is_one_finding_however_often_it_was_checked_in(
    check: Check, root: Path
) -> None:
    entry = "key_results: [{key_result: 2026-Q4/gone/nps, value: 1}]\n"
    late = {f"checkins/2026/g{n}.yaml": f"date: 2026-10-2{n}\nby: ana\n{entry}" for n in range(5)}
    late["kpis/churn.yaml"] = "title: Churn\nserves: [2026-Q4/gone]\n"
    write(root, late)
    ran = check("--select", "E004", "--format", "json")
    (finding,) = json.loads(ran.out)["findings"]
    assert finding["path"] == "checkins/2026/g0.yaml"
    assert "It is named in 6 places: checkins/2026/g0.yaml:3, " in finding["message"]
    assert "Did you mean '2026-Q4/cx-leader'? It has a key result 'nps'." in finding["hint"]
    only = check(str(root / "checkins/2026/g4.yaml"), "--select", "E004", "--format", "json")
    (finding,) = json.loads(only.out)["findings"]
    assert finding["message"] == "There is no objective '2026-Q4/gone'."
