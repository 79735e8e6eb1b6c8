import json
from typing import Any

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import RenderOptions
from okrcli.render.diff.json import render
from okrcli.views.report_diff import ReportDiff
from tests.render.diff.samples import DIFF, SAME


def document(diff: ReportDiff) -> Any:
    return json.loads(render(diff, RenderOptions(COMMAND_LINE)))


def test_report_in_which_nothing_moved_says_what_is_compared() -> None:
    assert document(SAME) == {
        "schema": "okrcli.diff/1",
        "workspace": "Acme",
        "cycle": "2026-Q4",
        "as_of": "2026-11-20",
        "since": {"revision": "v1", "commit": "1a2b3c4d" * 5, "day": "2026-11-08"},
        "items": [],
        "unchanged": {"objective": 0, "key_result": 0, "kpi": 0},
        "uncompared": [],
    }


def test_item_has_its_figures_before_and_now() -> None:
    *_, new, gone = document(DIFF)["items"]
    nothing = dict.fromkeys(("value", "unit", "words", "progress", "pace", "health", "confidence"))

    assert (new["before"], new["now"]) == (
        None,
        {**nothing, "words": "2/3", "progress": 0.67, "pace": "on_track"},
    )
    assert gone == {
        "kind": "kpi",
        "ref": "csat",
        "title": "CSAT",
        "before": {**nothing, "value": 83, "unit": "%", "health": "breach"},
        "now": None,
        "events": [],
    }


def test_event_says_nothing_of_a_single_commit() -> None:
    events = [event for item in document(DIFF)["items"] for event in item["events"]]

    assert len(events) == 3
    assert all(event.keys().isdisjoint({"author", "commit", "subject"}) for event in events)
