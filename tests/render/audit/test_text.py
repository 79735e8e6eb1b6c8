from dataclasses import replace

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import RenderOptions
from okrcli.render.audit.text import render
from okrcli.views.audit import AuditLine
from tests.render.audit.samples import CLEAN, LINES


def lines_of(line: AuditLine, width: int = 200) -> list[str]:
    """Return what is drawn of *line*, without the summary at the end."""
    audit = replace(CLEAN, lines=(line,))
    return render(audit, RenderOptions(COMMAND_LINE, width=width)).splitlines()[:-1]


def test_commit_stands_below_with_who_made_it() -> None:
    said, look = lines_of(LINES[3])

    assert said.startswith("○ info H801: 2026-Q4/cx-leader/nps: Date of the approval was moved.")
    assert look == "    git show 20261102aaaa: by ana on 2026-11-02"


def test_file_and_next_step_stand_below_where_no_commit_did_it() -> None:
    assert lines_of(LINES[1])[1:] == [
        "    Not in any commit: objectives/2026-Q4/cx-leader.yaml",
        "    Run `okr show cx-leader/nps`.",
    ]


def test_lines_are_folded_to_the_width() -> None:
    assert max(map(len, lines_of(LINES[3], 40))) <= 40
