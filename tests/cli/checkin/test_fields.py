"""Every field that a check-in can hold is shown somewhere, to people and to programs."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from okrcli.model.checkin import CheckIn
from okrcli.model.schema import file_schema
from tests.cli.workspaces import FILES, okr, write

CHECKIN = """\
date: 2026-11-19
by: zoe
recorded: 2026-11-19T09:12:44Z
note: The whole session.
key_results:
  - {key_result: cx-leader/hours, date: 2026-11-18, value: 17.25, confidence: 9, note: Own note.}
  - {key_result: cx-leader/training, done: [everyone], undone: [pilot]}
readings:
  - {kpi: csat, date: 2026-11-17, value: 71.5, segment: chat, weight: 321, note: Of a reading.}
kudos:
  - {to: ivan, for: staying late}
followups:
  - {improvement: csat-plan, note: Eight of twelve.}
"""
VOID = """\
date: 2026-11-17
by: ivan
recorded: 2026-11-17T09:12:44Z
key_results:
  - {key_result: cx-leader/hours, value: 99.5, note: Of another team.}
readings:
  - {kpi: csat, value: 11.5, segment: voice}
kudos:
  - {to: mia, for: what zoe did}
followups:
  - {improvement: csat-plan, note: Of another plan.}
"""
RETRACTION = """\
date: 2026-11-18
by: ivan
recorded: 2026-11-18T09:12:44Z
retracted:
  - {checkin: 2026-11-17-ivan-00000007, key_result: cx-leader/hours, why: Wrong team.}
  - {checkin: 2026-11-17-ivan-00000007, kpi: csat, why: Wrong month.}
  - {checkin: 2026-11-17-ivan-00000007, kudos: mia, why: Wrong person.}
  - {checkin: 2026-11-17-ivan-00000007, improvement: csat-plan, why: Wrong plan.}
  - {checkin: 2026-11-16-mia-00000006, erased: true, why: Personal data.}
"""
PLAN = """\
kpi: csat
opened: 2026-11-02
cause: {type: training, text: Half of the team is new.}
goal: {value: 80, by: 2026-12-31}
actions:
  - {title: Train, owner: ana, due: 2026-12-01}
"""


class Shown(NamedTuple):
    """How a value looks in tables and in JSON; `None` where only programs need it."""

    table: str | None
    json: str


FIELDS: Mapping[str, Shown] = {
    "date": Shown("on 11-19: The whole session.", '"date": "2026-11-19"'),
    "by": Shown("zoe", '"by": "zoe"'),
    "recorded": Shown(None, '"recorded": "2026-11-19T09:12:44Z"'),
    "note": Shown("The whole session.", '"note": "The whole session."'),
    "key_results.key_result": Shown("hours", '"ref": "2026-Q4/cx-leader/hours"'),
    "key_results.date": Shown("2026-11-18", '"date": "2026-11-18"'),
    "key_results.value": Shown("17.25 h", '"value": 17.25'),
    "key_results.confidence": Shown("9 of 10", '"confidence": 9'),
    "key_results.note": Shown("Own note.", '"note": "Own note."'),
    "key_results.done": Shown("+everyone", '"done": ["everyone"]'),
    "key_results.undone": Shown("-pilot", '"undone": ["pilot"]'),
    "readings.kpi": Shown("csat", '"id": "csat"'),
    "readings.date": Shown("2026-11-17", '"date": "2026-11-17"'),
    "readings.value": Shown("71.5 %", '"value": 71.5'),
    "readings.segment": Shown("chat", '"segment": "chat"'),
    "readings.weight": Shown("321", '"weight": 321'),
    "readings.note": Shown("Of a reading.", '"note": "Of a reading."'),
    "kudos.to": Shown("zoe thanks ivan", '"to": "ivan"'),
    "kudos.for": Shown("staying late", '"for": "staying late"'),
    "followups.improvement": Shown("csat-plan", '"id": "csat-plan"'),
    "followups.note": Shown("Eight of twelve.", '"last_note": "Eight of twelve."'),
}
RETRACTED: Mapping[str, tuple[str, ...]] = {
    "retracted.checkin": (),
    "retracted.key_result": ("retracted by ivan on 2026-11-18: Wrong team.",),
    "retracted.kpi": ("retracted by ivan on 2026-11-18: Wrong month.",),
    "retracted.kudos": (),
    "retracted.improvement": (),
    "retracted.why": ("Wrong team.", "Wrong month."),
    "retracted.erased": (),
}
"""What takes something back, and what is shown of it where it stood."""
REFS = ("cx-leader", "cx-leader/hours", "cx-leader/training", "csat")


@pytest.fixture
def root(tmp_path: Path) -> Path:
    files = {path: text for path, text in FILES.items() if not path.startswith("checkins/")}
    files["okr.yaml"] = files["okr.yaml"].partition("people:")[0]
    files["kpis/csat.yaml"] += "segments: [voice, chat]\n"
    files["improvements/csat-plan.yaml"] = PLAN
    files["checkins/2026/11/17/2026-11-17-ivan-00000007.yaml"] = VOID
    files["checkins/2026/11/18/2026-11-18-ivan-00000008.yaml"] = RETRACTION
    return write(tmp_path, files | {"checkins/2026/11/19/2026-11-19-zoe-00000009.yaml": CHECKIN})


def fields_of(schema: dict[str, Any], prefix: str = "") -> Iterator[str]:
    for name, value in schema["properties"].items():
        if "properties" in (item := value.get("items", {})):
            yield from fields_of(item, f"{prefix}{name}.")
        else:
            yield f"{prefix}{name}"


def test_no_field_of_the_schema_is_forgotten_here() -> None:
    assert sorted(fields_of(file_schema(CheckIn))) == sorted({**FIELDS, **RETRACTED})


def outputs(capsys: pytest.CaptureFixture[str], root: Path, *arguments: str) -> str:
    """Return what the report and the sheets of everything show, in one line."""
    commands = [("report", *arguments), *(("show", ref, *arguments) for ref in REFS)]
    shown = (okr(capsys, *command, "--root", root).out for command in commands)
    return " ".join(" ".join(shown).split())


def test_every_field_of_a_check_in_is_shown(
    capsys: pytest.CaptureFixture[str], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    tables, documents = outputs(capsys, root), outputs(capsys, root, "--format", "json")

    missing = {name for name, shown in FIELDS.items() if (shown.table or "") not in tables}
    missing |= {name for name, shown in FIELDS.items() if shown.json not in documents}
    assert missing == set()


def test_what_is_retracted_is_struck_out_or_gone(
    capsys: pytest.CaptureFixture[str], root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    tables, documents = outputs(capsys, root), outputs(capsys, root, "--format", "json")

    assert {text for texts in RETRACTED.values() for text in texts if text not in tables} == set()
    assert '"why": "Wrong team."' in documents
    assert "what zoe did" not in tables + documents
    assert "Of another plan." not in tables + documents
