"""What steers terminals, runners, browsers or spreadsheets in a title is inert in every format."""

from pathlib import Path

import pytest

from okrcli.render import FINDING_FORMATS, REPORT_FORMATS
from tests.cli.conftest import Okr
from tests.cli.workspaces import FILES, write

OBJECTIVE = "objectives/2026-Q4/cx-leader.yaml"
CHECKIN = "checkins/2026/2026-11-06-ana-00000001.yaml"
HOSTILE = (
    r"a\e[31mb",
    r"a\x07b",
    r"a\u202Eb",
    "[red]a[/red] [link=http://x]b[/link]",
    "<img src=x onerror=alert(1)>",
    "=cmd|' /C calc'!A0",
    r"\n::error::a",
    r"##[error]a",
)
"""As they stand between double quotes in YAML."""


def write_hostile(root: Path, text: str) -> None:
    """Write a workspace that has *text* as titles, unit and note."""
    quoted = f'"{text}"'
    objective = FILES[OBJECTIVE].replace("Become the leader in customer satisfaction", quoted)
    objective = objective.replace("Raise NPS from 40 to 60", quoted).replace("points", quoted)
    kpi = FILES["kpis/nps.yaml"].replace("Net Promoter Score", quoted)
    checkin = FILES[CHECKIN].replace("first wave", quoted)
    write(root, {**FILES, OBJECTIVE: objective, "kpis/nps.yaml": kpi, CHECKIN: checkin})


@pytest.mark.parametrize(
    "arguments",
    [
        *(["report", "--format", name] for name in REPORT_FORMATS),
        *(["check", "--format", name] for name in FINDING_FORMATS),
        ["show", "cx-leader"],
        ["show", "cx-leader/nps"],
        ["show", "nps"],
    ],
    ids=" ".join,
)
def test_hostile_title_is_inert_in_everything_that_is_printed(
    run_okr: Okr, tmp_path: Path, arguments: list[str]
) -> None:
    own = ("::error ", "::warning ", "::notice ") if "github" in arguments else ()
    for text in HOSTILE:
        write_hostile(tmp_path, text)
        ran = run_okr(tmp_path, *arguments)
        printed = ran.out + ran.err

        assert ran.code in {0, 1}, ran.err
        assert not [letter for letter in "\x1b\x07\u202e" if letter in printed]
        assert "##[error]" not in printed
        commands = [line for line in map(str.lstrip, printed.splitlines()) if line[:2] == "::"]
        assert [line for line in commands if not line.startswith(own)] == []
        if {"markdown", "junit"} & {*arguments}:
            assert "<img" not in printed
        if {"csv", "plain"} & {*arguments}:
            assert ",=cmd" not in printed.replace("\t", ",")
