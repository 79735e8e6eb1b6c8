"""How a cycle ended, below its objectives."""

from datetime import date
from decimal import Decimal

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.changes.closing import Closing
from okrcli.render import REPORT_FORMATS
from okrcli.render.options import RenderOptions
from tests.render.samples import a_report, an_objective
from tests.render.text.test_summary import a_summary

CLOSING = Closing(date=date(2027, 1, 2), computed=Decimal(1), worked="Calls.", next="[b]Call[/b].")
ENDED = an_objective("2026-Q4/a", title="Grow", score=Decimal("0.46"), closing=CLOSING)
REPORT = a_report(as_of=date(2027, 1, 4), objectives=(ENDED,), summary=a_summary(ENDED))


def drawn(name: str, width: int = 90) -> str:
    return REPORT_FORMATS[name](REPORT, RenderOptions(COMMAND_LINE, width=width))


def test_scores_stand_where_the_bars_were_and_lessons_below() -> None:
    text = drawn("table")
    assert " Score " in text
    assert " 0.46 " in text
    assert "──" not in text
    assert "How 2026-Q4 ended\nAverage score  0.46 of 1 objective; 0.70 is good\n" in text
    assert "Grow: 0.46\nWorked: Calls.\nNext: [b]Call[/b].\n" in text


def test_lines_fit_narrow_terminals() -> None:
    assert max(map(len, drawn("table", 40).splitlines())) <= 40


def test_markdown_has_a_section_of_it() -> None:
    text = drawn("markdown")
    assert "\n## How 2026-Q4 ended\n\n- Average score: 0.46 of 1 objective; 0.70 is good\n" in text
    assert "\n**Grow: 0.46**\n\n- Worked: Calls.\n" in text


def test_json_has_all_of_it() -> None:
    text = drawn("json")
    assert '"summary": {\n    "average": 0.46,' in text
    assert '"worked": "Calls."' in text
