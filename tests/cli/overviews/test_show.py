import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from okrcli.render.show import SHOW_FORMATS
from tests.cli.workspaces import FILES, KPI, OBJECTIVE, Ran, okr, write
from tests.render.golden import assert_golden

Show = Callable[..., Ran]


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return write(tmp_path / "acme", FILES)


@pytest.fixture
def show(capsys: pytest.CaptureFixture[str], root: Path) -> Show:
    return lambda *arguments: okr(capsys, "show", *arguments, "--root", root)


@pytest.fixture
def shown(show: Show) -> Callable[[str], dict[str, Any]]:
    def document(ref: str) -> dict[str, Any]:
        ran = show(ref, "--format", "json")
        assert ran.code == 0, ran.err
        parsed: dict[str, Any] = json.loads(ran.out)
        return parsed

    return document


GOLDEN = {
    "cx-leader": "show-objective",
    "cx-leader/nps": "show-metric",
    "cx-leader/hours": "show-falling-metric",
    "cx-leader/training": "show-milestones",
    "nps": "show-kpi",
}


@pytest.mark.parametrize("ref", GOLDEN)
def test_show_is_the_golden_one(show: Show, ref: str) -> None:
    assert_golden(f"{GOLDEN[ref]}.txt", show(ref).out)


@pytest.mark.parametrize("ref", GOLDEN)
def test_show_in_json_is_the_golden_one(show: Show, ref: str) -> None:
    assert_golden(f"{GOLDEN[ref]}.json", show(ref, "--format", "json").out)


@pytest.mark.parametrize("name", SHOW_FORMATS)
def test_only_the_table_of_show_imports_rich(root: Path, name: str) -> None:
    code = (
        "import sys; from okrcli.cli.app import run;"
        f"code = run(['show', 'nps', '--root', sys.argv[1], '--format', '{name}']);"
        "print('rich' in sys.modules, code)"
    )
    command = [sys.executable, "-c", code, str(root)]
    ran = subprocess.run(command, check=True, capture_output=True, text=True)

    assert ran.stdout.splitlines()[-1] == f"{name == 'table'} 0"


def test_line_that_is_expected_leads_to_a_target_of_0_too(show: Show, root: Path) -> None:
    text = OBJECTIVE.replace("target: 60", "target: 0")
    write(root, {"objectives/2026-Q4/cx-leader.yaml": text})

    assert "· expected" in show("cx-leader/nps").out


def test_show_draws_with_ascii_when_asked(show: Show) -> None:
    ran = show("cx-leader/hours", "--ascii")

    assert ran.out.isascii()
    assert_golden("show-ascii.txt", ran.out)


@pytest.mark.parametrize("ref", GOLDEN)
@pytest.mark.parametrize("width", [20, 40, 60, 100, 200])
def test_show_fits_its_width(
    show: Show, monkeypatch: pytest.MonkeyPatch, ref: str, width: int
) -> None:
    monkeypatch.setenv("COLUMNS", str(width))
    lines = show(ref).out.splitlines()

    assert max(map(len, lines)) <= width


def test_unknown_reference_is_refused(show: Show) -> None:
    ran = show("nsp")

    assert (ran.code, ran.out) == (3, "")
    assert "There is no 'nsp' in this workspace.\nDid you mean nps?" in ran.err


def test_unknown_format_is_refused(show: Show) -> None:
    assert show("nps", "--format", "yaml").code == 2


def test_superseded_value_is_marked(shown: Callable[[str], dict[str, Any]]) -> None:
    history = shown("cx-leader/hours")["history"]

    assert [(line["value"], line["superseded"]) for line in history] == [
        (20, False),
        (18, True),
        (17.5, False),
    ]


def test_reading_and_confidence_of_one_checkin_are_one_line(
    shown: Callable[[str], dict[str, Any]],
) -> None:
    history = shown("cx-leader/nps")["history"]

    assert [(line["value"], line["confidence"]) for line in history] == [(44, 6), (47, 7)]


def test_show_names_amendments_and_guards(shown: Callable[[str], dict[str, Any]]) -> None:
    key_result = shown("2026-Q4/cx-leader/nps")["key_result"]

    assert key_result["amendments"][0] == {
        "date": "2026-11-02",
        "field": "target",
        "was": 65,
        "now": 60,
        "why": "scale changed",
        "approved_by": "pavel",
        "factor": None,
    }
    assert key_result["guards"] == ["csat"]


def test_show_names_children_and_parent(
    show: Show, root: Path, shown: Callable[[str], dict[str, Any]]
) -> None:
    child = OBJECTIVE.replace("Become the leader", "Answer fast") + "parent: cx-leader\n"
    write(root, {"objectives/2026-Q4/fast.yaml": child})

    children = shown("cx-leader")["objective"]["children"]
    assert [each["ref"] for each in children] == ["2026-Q4/fast"]
    assert "Served by" in show("cx-leader").out
    assert "2026-Q4/cx-leader  Become" in show("fast").out


def test_show_of_a_thing_without_entries_says_so(show: Show, root: Path) -> None:
    write(root, {"kpis/churn.yaml": KPI})
    ran = show("churn")

    assert ran.code == 0
    assert "There are no entries yet." in ran.out
    assert "no data" in ran.out


def test_show_needs_dates_for_the_cycle(show: Show, root: Path) -> None:
    write(root, {"objectives/someday/dream.yaml": OBJECTIVE})
    ran = show("someday/dream")

    assert ran.code == 3
    assert "objectives/someday/dream.yaml" in ran.err


MORE = """\
title: Run a calm help centre
owner: ana
team: support
key_results:
  - {id: cycle, type: metric, title: Bring it down, unit: days, baseline: 90, target: [30, 50]}
  - {id: churn, title: Keep churn low, type: maintain, unit: "%", at_most: 5}
  - {id: share, type: metric, title: Share, unit: "%", baseline: 20, change: +15% of baseline}
  - {id: effort, type: metric, title: Effort, baseline: unknown, measure_by: 2026-11-30, target: 2}
  - {id: portal, title: The portal is open, type: binary, weight: 2, note: For all customers.}
"""

MORE_VALUES = """\
date: 2026-11-20
by: ana
key_results:
  - {key_result: calm/cycle, value: 60, confidence: 7}
  - {key_result: calm/cycle, date: 2026-11-13, value: 80, confidence: 5}
  - {key_result: calm/churn, value: 4.5}
  - {key_result: calm/share, value: 21}
  - {key_result: calm/portal, value: 1}
"""


@pytest.mark.parametrize(
    ("ref", "facts"),
    [
        ("cycle", ["Target      30–50 days", " low end", " high end", "7 of 10, before 5"]),
        ("churn", ["At most    5 %", "Now        4.5 % since 2026-11-20"]),
        ("share", ["Target     23 %", "Change     +15% of baseline", "Now        21 %"]),
        ("effort", ["unknown, to be measured by 2026-11-30", "There are no entries yet."]),
        ("portal", ["Weight     2", "For all customers.", "✓ done"]),
    ],
)
def test_show_says_what_each_type_is_about(
    show: Show, root: Path, ref: str, facts: list[str]
) -> None:
    write(root, {"objectives/2026-Q4/calm.yaml": MORE, "checkins/2026/a.yaml": MORE_VALUES})
    ran = show(f"calm/{ref}")

    assert ran.code == 0, ran.err
    assert [fact for fact in facts if fact not in ran.out] == [], ran.out


def test_value_after_the_due_date_is_shown_as_late(
    show: Show, shown: Callable[[str], dict[str, Any]], root: Path
) -> None:
    objective = MORE.replace("unit: days, ", "unit: days, due: 2026-11-15, ")
    write(root, {"objectives/2026-Q4/calm.yaml": objective, "checkins/2026/a.yaml": MORE_VALUES})
    ran = show("calm/cycle")
    assert "60 days checked in for 2026-11-20; values after the due" in ran.out
    document = shown("calm/cycle")
    assert document["key_result"]["late"] == {"value": 60, "date": "2026-11-20"}
    assert document["key_result"]["value"] == 80
    assert [line["late"] for line in document["history"]] == [False, True]


def test_show_says_how_often_check_ins_are_due_and_since_when_a_thing_is_there(
    show: Show, shown: Callable[[str], dict[str, Any]], root: Path
) -> None:
    objective = MORE.replace("team: support", "team: support\ncadence: monthly\nadded: 2026-10-05")
    objective = objective.replace("unit: days, ", "unit: days, cadence: biweekly, ")
    kpi = "title: Churn\nadded: 2026-10-07\n"
    write(root, {"objectives/2026-Q4/calm.yaml": objective, "kpis/churn.yaml": kpi})

    assert "Cadence    monthly\nAdded      2026-10-05\n" in show("calm").out
    assert shown("calm/churn")["key_result"]["cadence"] == "monthly"
    assert shown("calm/cycle")["key_result"]["cadence"] == "biweekly"
    assert shown("churn")["kpi"]["added"] == "2026-10-07"


RANGE_KPI = """\
title: Handle time
unit: min
direction: range
target: {range: [4, 6]}
warning: 0.5
segments: [chat, voice]
note: Read it beside CSAT.
"""

BREACH = """\
kpi: handle_time
opened: 2026-11-02
cause: {type: training, text: New colleagues}
goal: {value: 6, by: 2026-12-01}
actions:
  - {title: Train them, owner: ana, due: 2026-11-20}
"""


def test_show_of_a_kpi_names_segments_and_improvements(show: Show, root: Path) -> None:
    reading = (
        "date: 2026-11-20\nby: ana\nreadings:\n  - {kpi: handle_time, value: 9, segment: chat}\n"
    )
    write(
        root,
        {
            "kpis/handle_time.yaml": RANGE_KPI,
            "improvements/handle-time-2026-11-02.yaml": BREACH,
            "checkins/2026/a.yaml": reading,
        },
    )
    ran = show("handle_time")

    assert ran.code == 0, ran.err
    for fact in (
        "■ breach",
        "Target     4–6 min",
        "Warning    within 0.5 min",
        "Segments   chat, voice (mean)",
        "↻ improving  handle-time-2026-11-02",
        "training: New colleagues",
        "9 min  chat",
    ):
        assert fact in ran.out


def test_show_of_a_day_before_it_was_added_says_so(show: Show, root: Path) -> None:
    path = root / "objectives/2026-Q4/cx-leader.yaml"
    path.write_text(path.read_text() + "added: 2026-11-05\n")

    ran = show("cx-leader", "--as-of", "2026-11-04")
    assert ran.err == "cx-leader exists from 2026-11-05 on: reports of 2026-11-04 do not have it.\n"
    assert show("cx-leader", "--as-of", "2026-11-05").err == ""
