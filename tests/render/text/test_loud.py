from okrcli.checks.context import CheckContext
from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.model.finding import Severity
from okrcli.render import RenderOptions
from okrcli.render.drawing.pen import Pen
from okrcli.render.drawing.spans import plain
from okrcli.render.drawing.style import SEVERITIES
from okrcli.render.text.loud import loud, refused_lines
from tests.checks.workspaces import TODAY, loaded

PEN = Pen.of(RenderOptions(COMMAND_LINE, width=60))
LOOK = SEVERITIES[Severity.ERROR]


def test_loud_line_has_a_symbol_and_stands_apart() -> None:
    first, second = (plain(line) for line in loud(LOOK, "Look here.", PEN))

    assert first == ""
    assert second == f"{LOOK.symbol} Look here."


def test_entries_that_were_left_out_are_told_and_none_are_not() -> None:
    files = {
        "kpis/nps.yaml": "title: NPS\nbounds: [-100, 100]\n",
        "checkins/2026/a.yaml": "date: 2026-11-20\nby: ana\nreadings: [{kpi: nps, value: 140}]\n",
    }
    refused = CheckContext(loaded(files), TODAY).plan.refused

    assert "checkins/2026/a.yaml" in " ".join(plain(line) for line in refused_lines(refused, PEN))
    assert [*refused_lines((), PEN)] == []
