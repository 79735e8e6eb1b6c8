"""Links and misleading paths among the data files: nothing is read or written through them."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from okrcli.storage.workspace import load_plan
from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, KPI, OBJECTIVE, write
from tests.repositories import git, photograph

SECRET = "AWS_SECRET=abcdef"  # noqa: S105  what must not be shown
READING = (("check", "--format", "text"), ("report",), ("kpi", "list"))


def everything_printed(okr: Okr) -> str:
    ran = [okr(*arguments) for arguments in READING]
    return "".join(each.out + each.err for each in ran)


def links(root: Path) -> list[tuple[str, str]]:
    found = load_plan(root).findings
    return [(each.place.path, each.rule.code) for each in found if each.rule.code == "E007"]


@pytest.mark.parametrize(
    "target",
    [
        "../.env",
        "../.git/config",
        "../../outside.yaml",
        "nps.yaml",
        "/dev/zero",
        "/proc/self/environ",
        "nowhere.yaml",
        "linked.yaml",
    ],
)
def test_linked_file_is_an_error_and_nothing_of_its_target_is_shown(
    okr: Okr, root: Path, target: str
) -> None:
    (root / ".env").write_text(f"{SECRET}: [\n")
    (root.parent / "outside.yaml").write_text(f"title: {SECRET}\n")
    (root / "kpis/linked.yaml").symlink_to(target)

    assert links(root) == [("kpis/linked.yaml", "E007")]
    printed = everything_printed(okr)
    assert SECRET not in printed
    assert "repositoryformatversion" not in printed


@pytest.mark.parametrize("folder", ["kpis", "objectives", "checkins", "improvements"])
def test_data_folder_that_is_a_link_is_an_error_and_not_read(
    okr: Okr, root: Path, folder: str
) -> None:
    write(root, {"elsewhere/2026-Q4/x.yaml": f"title: {SECRET}\n", "elsewhere/x.yaml": "title: x"})
    if (root / folder).exists():
        (root / folder).rename(root / "before")
    (root / folder).symlink_to("elsewhere")

    assert links(root) == [(folder, "E007")]
    assert SECRET not in everything_printed(okr)


@pytest.mark.parametrize("path", ["checkins/2025", "objectives/2026-Q3", "kpis/more", "kpis/x.YML"])
@pytest.mark.parametrize("target", ["../../elsewhere", "../.git", "nowhere", ".", "/"])
def test_link_deeper_among_the_data_is_an_error(tmp_path: Path, path: str, target: str) -> None:
    root = write(tmp_path, {**FILES, "README.md": "Hello\n"})
    (root / "kpis/.hidden").symlink_to("nps.yaml")  # nobody reads it
    (root / "kpis/README.md").symlink_to("../README.md")
    (root / path).symlink_to(target)

    assert links(root) == [(path, "E007")]


def test_settings_that_are_a_link_are_an_error_and_nothing_is_written(okr: Okr, root: Path) -> None:
    (root / "okr.yaml").rename(root / "settings.yaml")
    (root / "okr.yaml").symlink_to("settings.yaml")

    assert links(root) == [("okr.yaml", "E007")]
    assert okr("check").code == 1
    assert okr("checkin", "csat", "71").code == 3


# B6: the linked file can be edited later, and the check-in's own history shows nothing.
def test_check_in_that_is_a_link_counts_for_nothing(okr: Okr, root: Path) -> None:
    entry = "date: 2026-11-20\nby: ana\nreadings: [{kpi: nps, value: 59}]\n"
    write(root, {"lib/c.yaml": entry})
    (root / "checkins/2026/2026-11-20-ana-0000000f.yaml").symlink_to("../../lib/c.yaml")

    assert "59" not in okr("report", "--format", "plain").out
    assert okr("report").code == 1


# Where a computer has no links, git writes what they lead to as text.
@pytest.mark.parametrize("text", ["../lib/nps.yaml", "nps.yaml\n", "/etc/nps.yml", "а/б.yaml"])
def test_link_that_git_wrote_as_text_is_one_too(tmp_path: Path, text: str) -> None:
    root = write(tmp_path, FILES)
    (root / "kpis/linked.yaml").write_text(text, encoding="utf-8")

    assert links(root) == [("kpis/linked.yaml", "E007")]


def test_link_is_found_whatever_the_settings_leave_out(okr: Okr, root: Path) -> None:
    settings = FILES["okr.yaml"] + "rules: {ignore: [E007], per_file_ignores: {'*': [E007]}}\n"
    write(root, {"okr.yaml": settings})
    (root / "kpis/linked.yaml").symlink_to("nps.yaml")

    assert "E007 link" in okr("check").out
    assert okr("check", "--ignore", "E").code == 1


def test_workspace_itself_may_be_reached_by_a_link(run_okr: Okr, root: Path) -> None:
    (root.parent / "work").symlink_to(root)

    ran = run_okr(root.parent, "checkin", "csat", "71", "--root", str(root.parent / "work"))
    assert (ran.code, "Committed as" in ran.out) == (0, True), ran.err
    assert run_okr(root.parent, "check", "--root", "work").code == 0


def into_the_branches(root: Path) -> None:
    (root / "checkins").rename(root / "before")
    (root / "checkins").symlink_to(".git/refs/heads")


def into_another_folder(root: Path) -> None:
    (root / "elsewhere").mkdir()
    (root / "checkins/2026/11").symlink_to("../../elsewhere")


def out_of_the_repository(root: Path) -> None:
    (root / "checkins/2026/11").symlink_to(root.parent)


@pytest.mark.parametrize(
    ("link", "arguments"),
    [
        (into_the_branches, ("checkin", "csat", "71")),
        (into_the_branches, ("kpi", "record", "csat", "71", "--no-commit")),
        (into_another_folder, ("checkin", "csat", "71", "--no-commit")),
        (out_of_the_repository, ("checkin", "csat", "71")),
    ],
)
def test_check_in_goes_through_no_link(
    okr: Okr, root: Path, link: Callable[[Path], None], arguments: tuple[str, ...]
) -> None:
    link(root)
    before = photograph(root), sorted(root.parent.iterdir())

    ran = okr(*arguments)
    assert (ran.code, ran.out) == (3, "")
    assert "checkins/2026/11/20/" in ran.err
    assert (photograph(root), sorted(root.parent.iterdir())) == before


@pytest.mark.parametrize("target", [".git", "../elsewhere"])
def test_schemas_go_through_no_link(okr: Okr, root: Path, target: str) -> None:
    for folder in (root / "elsewhere", root.parent / "elsewhere"):
        folder.mkdir()
    (root / ".okr").symlink_to(target)
    before = photograph(root)

    assert okr("schema").code == 3
    assert photograph(root) == before
    assert [*(root.parent / "elsewhere").iterdir()] == []


@pytest.mark.parametrize("target", [".git", "../elsewhere"])
def test_workflows_go_through_no_link(okr: Okr, root: Path, target: str) -> None:
    for folder in (root / "elsewhere", root.parent / "elsewhere"):
        folder.mkdir()
    (root / ".github").symlink_to(target)
    before = photograph(root)

    assert okr("init", "--ci", "github").code == 3
    assert photograph(root) == before


def test_edit_goes_through_no_link(okr: Okr, root: Path) -> None:
    path = root / "objectives/2026-Q4/cx-leader.yaml"
    path.rename(root / "objective.yaml")
    path.symlink_to("../../objective.yaml")

    assert okr("new", "kr", "cx-leader", "Cut the backlog from 90 to 40 tickets").code == 3
    assert (root / "objective.yaml").read_text() == OBJECTIVE


@pytest.mark.parametrize("name", [".git", ".GIT", ".git ", "git~1", ".git.", ".g\u200cit"])
def test_nothing_is_read_from_or_written_to_a_git_folder_by_another_spelling(
    okr: Okr, root: Path, name: str
) -> None:
    write(root, {"kpis/nps.yaml": f'{KPI}source: {{file: "{name}/data.csv"}}\n'})
    if name != ".git":
        write(root, {f"{name}/data.csv": "date,value\n2026-10-02,41\n"})

    ran = okr("kpi", "import", "--all")
    assert (ran.code, "git's own files" in ran.err) == (3, True), ran.err


def test_pipe_among_the_data_is_not_waited_for(okr: Okr, root: Path) -> None:
    os.mkfifo(root / "kpis/pipe.yaml")
    os.mkfifo(root / "kpis/pipe.YAML")

    assert okr("check", "--select", "E").code == 1
    assert git(root, "status", "--porcelain") == ""


@pytest.mark.parametrize("folder", [".git/x", ".GIT", "linked/x", "linked"])
def test_no_workspace_is_made_in_a_git_folder_or_through_a_link(
    run_okr: Okr, root: Path, folder: str
) -> None:
    (root / "linked").symlink_to(".git")
    before = photograph(root)

    for options in (("--no-git",), ()):
        assert run_okr(root, "init", folder, *options).code == 3
    assert photograph(root) == before
