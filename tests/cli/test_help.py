"""`okr help`: topics that say what is so."""

import re
import textwrap
from datetime import date
from pathlib import Path

import pytest

import okrcli
from okrcli.actions.check.check_run import findings_in
from okrcli.actions.workspace import open_workspace
from okrcli.cli.commands import COMMANDS
from okrcli.cli.help import TOPICS, topic_text
from tests.cli.workspaces import Ran, okr, write

BLOCK = re.compile(r"(?:^    .*\n|^\n(?=    ))+", re.MULTILINE)


@pytest.mark.parametrize("name", TOPICS)
def test_topic_fits_a_narrow_terminal(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    ran = okr(capsys, "help", name)
    assert ran.out == topic_text(name)
    assert max(map(len, ran.out.splitlines())) <= 80
    assert "\t" not in ran.out


def test_topics_stand_in_files_of_their_names() -> None:
    folder = Path(okrcli.__file__).parent / "cli/topics"
    assert {path.stem for path in folder.glob("*.txt")} == set(TOPICS)


def test_help_lists_topics_and_commands(capsys: pytest.CaptureFixture[str]) -> None:
    ran = okr(capsys, "help")
    assert [*TOPICS, *COMMANDS] == re.findall(r"^  (\w+) ", ran.out, re.MULTILINE)


@pytest.mark.parametrize("words", [("check",), ("kpi", "import"), ("help",)])
def test_help_of_a_command_is_its_own(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert okr(capsys, "help", *words).out == okr(capsys, *words, "--help").out


def test_unknown_topic_is_refused_with_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    ran: Ran = okr(capsys, "help", "formula")
    assert ran.code == 2
    assert "Did you mean formulas?" in ran.err


def test_examples_of_files_are_files_that_can_be_read(tmp_path: Path) -> None:
    objective, kpi, settings = (textwrap.dedent(each) for each in _blocks("files"))
    others = {f"kpis/{name}.yaml": f"title: {name}\n" for name in ("nps",)}
    write(
        tmp_path,
        {
            "okr.yaml": settings,
            "objectives/2026-Q4/help.yaml": objective,
            "objectives/2026-Q4/acme-growth.yaml": "title: Acme grows\nstatus: draft\n"
            "key_results: []\n",
            "kpis/csat.yaml": kpi,
            **others,
        },
    )
    found = findings_in(open_workspace(tmp_path, today=date(2026, 11, 20)))
    assert [each for each in found if each.rule.code in {"E001", "E002", "E003"}] == []


def test_example_of_cycles_can_be_read(tmp_path: Path) -> None:
    [settings] = _blocks("references")
    write(tmp_path, {"okr.yaml": textwrap.dedent(settings)})
    plan = open_workspace(tmp_path, today=date(2026, 11, 20)).plan
    assert plan.settings.cycle("spring-push") is not None


def _blocks(topic: str) -> list[str]:
    return BLOCK.findall(topic_text(topic))
