import json
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from okrcli.cli.commands import COMMANDS
from okrcli.cli.start.imports import finish_imports, only_described
from okrcli.cli.start.lazy import Entry

NEVER = {
    *("git", "rich", "ruamel", "filelock", "importlib.metadata"),
    *(f"okrcli.{layer}" for layer in ("storage", "history", "checks", "sources", "views")),
}
OF_RECORDS = {"pydantic", "okrcli.model", "okrcli.compute.progress", "okrcli.wording", "decimal"}

AFTER_HELP = """
import json, sys
from okrcli.cli.app import run
for words in json.loads(sys.argv[1]):
    assert run([*words, "--help"]) == 0, words
print(json.dumps([*sys.modules]))
"""
AFTER_COMPLETION = """
import json, os, sys
words = sys.argv[1]
at = str(words.count(" "))
os.environ |= {"_OKR_COMPLETE": "complete_bash", "COMP_WORDS": words, "COMP_CWORD": at}
from okrcli.cli.app import run
run([])
print(json.dumps([*sys.modules]))
"""


def every_command(
    entries: Mapping[str, Entry] = COMMANDS, before: tuple[str, ...] = ()
) -> Iterator[tuple[str, ...]]:
    for name, entry in entries.items():
        yield (*before, name)
        yield from every_command(entry.commands, (*before, name))


def modules_after(code: str, *arguments: str) -> set[str]:
    ran = subprocess.run(
        [sys.executable, "-c", code, *arguments], capture_output=True, text=True, check=True
    )
    return set(json.loads(ran.stdout.splitlines()[-1]))


def test_help_of_no_command_imports_what_runs_it() -> None:
    commands = [*every_command()]
    assert len(commands) > len(COMMANDS)
    assert not modules_after(AFTER_HELP, json.dumps(commands)) & (NEVER | OF_RECORDS)


@pytest.mark.parametrize("words", ["report --", "new kr --", "new kr --type ", "amend --"])
def test_completion_of_an_option_imports_nothing_that_runs_the_command(words: str) -> None:
    assert not modules_after(AFTER_COMPLETION, f"okr {words}") & (NEVER | OF_RECORDS)


@pytest.fixture
def module(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of a module that needs another one only to run."""
    name = "a_command_of_its_own"
    (tmp_path / f"{name}.py").write_text(
        "from okrcli.cli.start.imports import will_run\n"
        "if will_run(__name__):\n"
        "    from decimal import Decimal\n"
        "def half(text: str) -> object:\n"
        "    return Decimal(text) / 2\n",
        encoding="utf-8",
    )
    monkeypatch.syspath_prepend(tmp_path)
    monkeypatch.delitem(sys.modules, name, raising=False)
    return name


def test_module_is_imported_with_all_that_it_needs(module: str) -> None:
    half = __import__(module).half
    assert str(half("3")) == "1.5"


def test_function_of_a_described_module_runs_when_its_imports_are_finished(module: str) -> None:
    with only_described():
        half = __import__(module).half
    with pytest.raises(NameError, match="Decimal"):
        half("3")
    finish_imports()
    assert str(half("3")) == "1.5"


def test_help_that_is_a_value_runs_the_command(tmp_path: Path) -> None:
    code = "import sys; from okrcli.cli.app import run; sys.exit(run(sys.argv[1:]))"
    words = ("read", "--today", "2026-11-20", "--root", str(tmp_path), "--", "--help")
    ran = subprocess.run(
        [sys.executable, "-c", code, *words], capture_output=True, text=True, check=False
    )
    assert ran.returncode == 0, ran.stderr
    assert "Usage:" not in ran.stdout
