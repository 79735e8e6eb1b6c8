import json

from okrcli.cli.next_steps import COMMAND_LINE
from okrcli.render import RenderOptions
from okrcli.render.audit.json import render
from tests.render.audit.samples import AUDIT, CLEAN
from tests.render.story.samples import NPS, OBJECTIVE

OPTIONS = RenderOptions(COMMAND_LINE)


def test_clean_history_has_numbers_and_no_findings() -> None:
    assert json.loads(render(CLEAN, OPTIONS)) == {
        "schema": "okrcli.audit/1",
        "workspace": "Acme",
        "as_of": "2026-11-20",
        "findings": [],
        "verified": {
            "commits": 40,
            "checkins": 12,
            "definitions": 7,
            "amendments": 0,
            "by_approval": 1,
            "by_merge": 0,
            "signatures": None,
        },
        "summary": {"error": 0, "warning": 0, "info": 0},
    }


def test_finding_says_what_where_who_and_how_to_look() -> None:
    document = json.loads(render(AUDIT, OPTIONS))
    *_, silenced = document["findings"]

    assert document["summary"] == {"error": 2, "warning": 1, "info": 1}
    assert silenced == {
        "severity": "info",
        "code": "H801",
        "ref": NPS,
        "path": OBJECTIVE,
        "message": "Date of the approval was moved.",
        "hint": "",
        "commit": silenced["commit"],
        "author": "ana",
        "co_authors": [],
        "day": "2026-11-02",
        "look": "git show 20261102aaaa",
        "silenced": True,
        "event": None,
    }


def test_each_finding_is_one_line() -> None:
    lines = render(AUDIT, OPTIONS).splitlines()

    assert sum('"severity": ' in line for line in lines) == len(AUDIT.lines)
    assert all(line.count('"severity": ') < 2 for line in lines)
