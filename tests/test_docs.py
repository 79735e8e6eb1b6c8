"""The README is run: every `$ command` of a `console` block, with the output that stands below it.

Commands run one after the other in one scratch folder that has the examples, on 2026-11-20. What
differs on each run (hashes, random names, the folder) is written as `…`. After a wanted change,
write the outputs anew with `UPDATE_GOLDEN=1 pytest tests/test_docs.py` and read the diff.
"""

import os
import re
import shutil
import subprocess
import sys
import sysconfig
import tomllib
from pathlib import Path

import pytest

from okrcli.cli.commands import COMMANDS
from tests.render.golden import UPDATE

ROOT = Path(__file__).parent.parent
README = ROOT / "README.md"
BLOCK = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
SET_UP = re.compile(r"^```bash\n(.*?)^```$", re.MULTILINE | re.DOTALL)


class Reader:
    """Types the commands of the README, as a newcomer would."""

    def __init__(self, scratch: Path) -> None:
        self.scratch = self.folder = scratch
        scripts = sysconfig.get_path("scripts")
        self._environment = {
            **os.environ,
            "PATH": f"{scripts}{os.pathsep}{os.environ['PATH']}",
            "COLUMNS": "80",
            "LC_ALL": "C.UTF-8",
            "PYTHONUNBUFFERED": "",  # as for most people; what is printed in which order must hold
            "OKR_TODAY": "2026-11-20",
        }

    def block(self, text: str) -> str:
        """Return the block *text* with what its commands print now."""
        commands = re.findall(r"^\$ (.*)$", text, re.MULTILINE)
        return "".join(f"$ {command}\n{self._output(command)}" for command in commands)

    def _output(self, command: str) -> str:
        if folder := re.fullmatch(r"cd (\S+)", command):
            self.folder = (self.folder / folder[1]).resolve()
            return ""
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=self.folder,
            env=self._environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode in {0, 1, 2}, done.stdout
        return self._steady(done.stdout)

    def _steady(self, output: str) -> str:
        output = output.replace(str(self.scratch), "…")
        output = re.sub(r"\b[0-9a-f]{8,40}\b", "…", output)
        lines = [line.rstrip() for line in output.strip("\n").splitlines()]
        return "".join(f"{line}\n" for line in lines)


@pytest.fixture
def reader(tmp_path: Path) -> Reader:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    shutil.copytree(ROOT / "examples", scratch / "examples")
    return Reader(scratch)


@pytest.mark.slow
def test_readme_shows_what_its_commands_print(reader: Reader) -> None:
    text = README.read_text(encoding="utf-8")

    def typed(block: re.Match[str]) -> str:
        # Each block of the README begins where the reader's clone is, unless it goes on.
        if "\n$ cd " in block[0] or "--root examples" in block[0]:
            reader.folder = reader.scratch
        return f"```console\n{reader.block(block[1])}```"

    run = BLOCK.sub(typed, text)
    if UPDATE:
        README.write_text(run, encoding="utf-8")
    assert run == README.read_text(encoding="utf-8")


def test_readme_can_be_read_in_one_sitting() -> None:
    assert len(README.read_text(encoding="utf-8").splitlines()) < 500


def test_readme_names_every_command() -> None:
    table = README.read_text(encoding="utf-8").partition("## Commands")[2].partition("\n## ")[0]
    named = set(re.findall(r"^\| `okr ([a-z]+)", table, re.MULTILINE))
    assert named == set(COMMANDS)


def test_readme_has_one_command_to_try_and_one_to_test() -> None:
    try_it, test_it = SET_UP.findall(
        README.read_text(encoding="utf-8").partition("## A quarter")[0]
    )
    assert "--root examples/" in try_it
    assert (ROOT / re.search(r"--root (\S+)", try_it)[1] / "okr.yaml").is_file()  # type: ignore[index]
    assert test_it.rstrip().endswith("python -m tests")


def test_readme_links_lead_somewhere() -> None:
    links = re.findall(r"\]\(([^)#:]+)\)", README.read_text(encoding="utf-8"))
    assert links
    assert [link for link in links if not (ROOT / link).exists()] == []


def test_package_metadata_matches_what_is_promised() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert project["requires-python"] == ">=3.11"
    assert project["scripts"] == {"okr": "okrcli.__main__:main"}


def test_readme_shows_python_that_runs_and_prints_nothing(reader: Reader) -> None:
    section = README.read_text(encoding="utf-8").partition("### From Python")[2]
    code = section.partition("```python\n")[2].partition("```")[0]
    shown = "print(value, len(findings))"
    ran = subprocess.run(
        [sys.executable, "-c", f"{code}{shown}"],
        cwd=reader.scratch,
        capture_output=True,
        check=True,
        text=True,
    )
    assert re.fullmatch(r"[\d.]+ \d+\n", ran.stdout), ran.stdout
    assert ran.stderr == ""


def test_readme_shows_the_floors_that_the_import_contract_proves() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = project["tool"]["importlinter"]["contracts"][0]["layers"]
    proven = [{name.removeprefix("okrcli.") for name in re.split(r" \| ", line)} for line in layers]
    section = README.read_text(encoding="utf-8").partition("## Architecture")[2]
    drawing = section.partition("```\n")[2].partition("```")[0]
    drawn = [set(re.split(r" · ", re.split(r"  +", line)[0])) for line in drawing.splitlines()]
    assert drawn == proven
    parts = {path.name.removesuffix(".py") for path in (ROOT / "okrcli").iterdir()}
    assert parts - {"__init__", "__main__", "__pycache__", "py.typed"} == set().union(*proven)
