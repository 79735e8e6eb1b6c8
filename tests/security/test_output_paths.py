"""Output files: what a checkout's links lead to stays as it is."""

import os
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.processes import command, environment
from tests.repositories import git, photograph

OUTPUTS = [
    ("report", "--output", "plain={}"),
    ("check", "--output", "gitlab={}"),
    ("check", "--write-baseline", "{}"),
    ("kpi", "list", "--output", "json={}"),
    ("kpi", "alerts", "--output", "json={}"),
]


def written_to(okr: Okr, path: str, arguments: tuple[str, ...] = OUTPUTS[0]) -> tuple[int, str]:
    ran = okr(*(each.format(path) for each in arguments))
    return ran.code, ran.err


@pytest.mark.parametrize(
    ("arguments", "target"),
    [
        *((each, "../bashrc") for each in OUTPUTS),
        *((OUTPUTS[0], each) for each in (".git/config", ".env", "nowhere", "out.txt")),
    ],
)
def test_output_goes_through_no_link_of_the_checkout(
    okr: Okr, root: Path, arguments: tuple[str, ...], target: str
) -> None:
    (root.parent / "bashrc").write_text("mine\n")
    (root / ".env").write_text("mine\n")
    (root / "out.txt").symlink_to(target)
    before = photograph(root)

    code, err = written_to(okr, "out.txt", arguments)
    assert (code, "link 'out.txt'" in err.replace(f"{root}/", "")) == (3, True), err
    assert photograph(root) == before
    assert (root.parent / "bashrc").read_text() == "mine\n"
    assert not (root / "nowhere").exists()


@pytest.mark.parametrize(
    ("target", "path"),
    [
        ("..", "out/x.txt"),
        (".git", "out/x.txt"),
        ("real", "out/../out/deep/x.txt"),
        ("/", "{root}/out/x.txt"),
    ],
)
def test_output_goes_through_no_linked_folder_of_the_checkout(
    okr: Okr, root: Path, target: str, path: str
) -> None:
    (root / "real").mkdir()
    (root / "out").symlink_to(target)
    before = photograph(root), sorted(root.parent.iterdir())

    assert written_to(okr, path.format(root=root))[0] == 3
    assert (photograph(root), sorted(root.parent.iterdir())) == before


def test_output_goes_through_no_link_of_another_checkout(
    run_okr: Okr, root: Path, tmp_path: Path
) -> None:
    (root / "out.txt").symlink_to("../bashrc")

    for folder in (tmp_path, Path("/")):
        path = f"plain={root / 'out.txt'}"
        assert run_okr(folder, "report", "--root", str(root), "--output", path).code == 3
    assert not (tmp_path / "bashrc").exists()


@pytest.mark.parametrize(
    "path", [".git/x", ".GIT/config", "git~1/x", ".g\u200dit/hooks/pre-commit"]
)
def test_output_goes_into_no_git_folder(okr: Okr, root: Path, path: str) -> None:
    before = photograph(root)

    code, err = written_to(okr, path)
    assert (code, "git's own files" in err) == (3, True)
    assert photograph(root) == before


def test_links_outside_of_checkouts_are_the_users_own(okr: Okr, tmp_path: Path) -> None:
    (tmp_path / "real").mkdir()
    (tmp_path / "short").symlink_to("real")  # as /tmp on macOS
    (tmp_path / "real/latest.txt").symlink_to("2026.txt")

    assert written_to(okr, str(tmp_path / "short/latest.txt"))[0] == 0
    assert (tmp_path / "real/latest.txt").is_symlink()
    assert "cx-leader" in (tmp_path / "real/2026.txt").read_text()


def test_way_to_the_checkout_may_be_a_link(okr: Okr, root: Path, tmp_path: Path) -> None:
    git(tmp_path, "init", "--quiet")  # as where the home folder is a repository itself
    (tmp_path / "work").symlink_to(root)

    assert written_to(okr, str(tmp_path / "work/out.txt"))[0] == 0
    assert (root / "out.txt").is_file()


def test_plain_paths_are_written_as_ever(okr: Okr, root: Path, tmp_path: Path) -> None:
    (root / "old.txt").write_text("old")
    (root / "old.txt").chmod(0o640)

    for path in ("old.txt", "new/folder/x.txt", str(tmp_path / "x.txt"), "../y.txt"):
        assert written_to(okr, path)[0] == 0
        assert "cx-leader" in (root / path).read_text()
    assert (root / "old.txt").stat().st_mode & 0o777 == 0o640


def test_other_names_of_an_output_keep_what_they_hold(okr: Okr, root: Path) -> None:
    (root / "first.txt").write_text("mine\n")
    os.link(root / "first.txt", root / "second.txt")

    assert written_to(okr, "second.txt")[0] == 0
    assert (root / "first.txt").read_text() == "mine\n"


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such devices")
def test_standard_streams_can_be_outputs(root: Path, tmp_path: Path) -> None:
    import subprocess  # noqa: PLC0415  only here

    arguments = ("report", "--today", "2026-11-20", "--output", "json=/dev/stdout")
    with (tmp_path / "all.txt").open("w") as file:
        subprocess.run(command(*arguments), cwd=root, env=environment(), stdout=file, check=True)
    text = (tmp_path / "all.txt").read_text()
    assert text.startswith("{\n")
    assert '"okrcli.report/1"' in text
    assert "Become the leader" in text.rpartition("}\n")[2]

    piped = subprocess.run(
        command(*arguments), cwd=root, env=environment(), capture_output=True, check=True
    )
    assert piped.stdout.decode() == text
