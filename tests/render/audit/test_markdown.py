from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import RenderOptions
from okrcli.render.audit.markdown import render
from tests.render.audit.samples import AUDIT, CLEAN

OPTIONS = RenderOptions(COMMAND_LINE)


def test_heading_says_how_much_was_found_before_the_table() -> None:
    heading, _, found, *_ = render(CLEAN, OPTIONS).splitlines()

    assert heading == "### Acme, 2026-11-20"
    assert found.startswith("Nothing found. Verified: 40 commits;")


def test_row_says_what_who_and_how_to_look() -> None:
    *_, row = render(AUDIT, OPTIONS).rstrip().splitlines()

    assert row == (
        "| ○ info | H801 | 2026-Q4/cx-leader/nps: Date of the approval was moved."
        " The check does not report it."
        " | ana on 2026-11-02 | `git show 20261102aaaa` |"
    )
