from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render.options import RenderOptions
from okrcli.render.story.markdown import render
from tests.render.story.samples import EVENTS, STORY


def test_each_event_is_one_row_of_five_cells() -> None:
    lines = render(STORY, RenderOptions(COMMAND_LINE)).splitlines()
    rows = [line for line in lines if line.startswith("| 20")]

    assert len(rows) == len(EVENTS)
    assert {line.replace("\\|", "").count("|") for line in rows} == {6}
