from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from okrcli.model.base import Record
from okrcli.model.checkin import CheckIn
from okrcli.model.improvement import Improvement
from okrcli.model.kpi import Kpi
from okrcli.model.objective import Objective
from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from okrcli.storage.workspace import plan_of
from okrcli.storage.writing import (
    checkin_bytes,
    improvement_bytes,
    kpi_bytes,
    objective_bytes,
    settings_bytes,
)
from okrcli.storage.yaml.reader import read
from tests.storage.parsers import INSTALLED

_CHECKIN_PATH = "checkins/2026/2026-11-20-ana-7f3a9c12.yaml"

_CHECKIN = """\
# yaml-language-server: $schema=../../.okr/checkin.schema.json
date: 2026-11-20
by: ana
recorded: 2026-11-20T09:12:44Z
note: Second survey wave is in.
key_results:
  - {key_result: 2026-Q4/cx-leader/nps, value: 47, confidence: 7, note: "chat wave 52, voice 43"}
  - {key_result: 2026-Q4/cx-leader/training, done: [pilot], confidence: 6}
readings:
  - {kpi: csat, value: 83.5, segment: chat}
  - {kpi: csat, date: 2026-11-13, value: 82}
kudos:
  - {to: pavel, for: cut the chat queue in half}
followups:
  - {improvement: csat-2026-11-02, note: training done for 8 of 12}
"""

_OBJECTIVE = """\
# yaml-language-server: $schema=../../.okr/objective.schema.json
title: Become the industry leader in customer satisfaction
owner: ana
team: support
parent: acme-growth
impact: growth
why: "Satisfied customers: they renew more often."
ambition: aspirational
status: active
approved_by:
  - {who: carlos, date: 2026-09-28}
key_results:
  - id: nps
    title: Raise NPS from 40 to 60
    type: metric
    kpi: nps
    baseline: 40
    target: 60
    due: 2026-12-31
    weight: 2
    guards: [csat]
    amendments:
      - {date: 2026-11-02, field: target, was: 65, now: 60, why: "scale, new", approved_by: carlos}
  - id: reply
    title: Cut the first reply
    type: metric
    unit: h
    baseline: unknown
    measure_by: 2026-10-31
    change: -15% of baseline
  - id: csat
    title: Hold CSAT
    type: maintain
    at_least: 80
    cadence: monthly
  - id: training
    title: Train everybody
    type: milestones
    steps:
      - {id: pilot, title: Pilot team, weight: 1.5, due: 2026-11-15}
      - {id: all, title: All}
    note: |-
      First the pilot,
      then all.
initiatives:
  - {id: survey, title: Second survey wave in chat, key_results: [nps], owner: pavel, status: done}
"""

_KPI = """\
# yaml-language-server: $schema=../.okr/kpi.schema.json
title: Customer satisfaction
why: It leads renewals.
unit: "%"
direction: up
bounds: [0, 100]
serves: [2026-Q4/cx-leader]
target: {value: 85, by: 2026-12-31}
segments: [voice, chat]
survey: {type: csat, scale: [1, 5], top_box: [4, 5]}
source:
  file: data/csat.csv
  columns:
    date: Day
alert: {breaches: 2}
"""

_SETTINGS = """\
# yaml-language-server: $schema=./.okr/settings.schema.json
version: 1
# El nombre
name: Acme
# El idioma de los textos:
# en, es o ru
language: es
calendar:
  cycle: quarter
  fiscal_start_month: 4
teams:
  support: {name: Soporte, parent: company}
people:
  ana: {name: Ana Díaz, email: ana@example.com}
checkin:
  grace_days: 2
rules:
  profile: strict
  severity:
    M202: warning
  words:
    vague: {add: [agilizar]}
"""

_IMPROVEMENT = """\
# yaml-language-server: $schema=../.okr/improvement.schema.json
kpi: csat
opened: 2026-11-02
owner: ana
cause:
  type: training
  text: New colleagues
goal: {value: 85, by: 2026-12-31}
actions:
  - {title: Train, owner: ana, due: 2026-12-01}
"""

_PATHS = {
    _CHECKIN_PATH: _CHECKIN,
    "objectives/2026-Q4/cx-leader.yaml": _OBJECTIVE,
    "kpis/csat.yaml": _KPI,
    "improvements/csat-2026-11-02.yaml": _IMPROVEMENT,
    "okr.yaml": _SETTINGS,
}


def _loaded(**changed: str) -> Plan:
    files = {"okr.yaml": "version: 1\n", **changed}
    plan = plan_of({path: content.encode() for path, content in files.items()})
    assert plan.findings == ()
    return plan


def _written(record: Record) -> bytes:
    match record:
        case CheckIn():
            return checkin_bytes(record)
        case Objective():
            return objective_bytes(record)
        case Kpi():
            return kpi_bytes(record)
        case Improvement():
            return improvement_bytes(record)
        case Settings():
            return settings_bytes(record)
    raise AssertionError(record)


def _records(plan: Plan) -> tuple[Record, ...]:
    own = (*plan.objectives, *plan.kpis, *plan.checkins, *plan.improvements)
    return own or (plan.settings,)


@pytest.mark.parametrize("path", [path for path in _PATHS if path != "okr.yaml"])
def test_writing_gives_the_file_of_the_contract(path: str) -> None:
    [record] = _records(_loaded(**{path: _PATHS[path]}))
    assert _written(record).decode() == _PATHS[path]


def test_writing_puts_comments_above_keys() -> None:
    settings = _loaded(**{"okr.yaml": _SETTINGS}).settings
    comments = {"name": "El nombre", "language": "El idioma de los textos:\nen, es o ru", "x": "y"}
    assert settings_bytes(settings, comments).decode() == _SETTINGS


def test_writing_always_states_the_version_of_a_workspace() -> None:
    content = settings_bytes(Settings(name="Acme")).decode()
    assert content.splitlines()[1:] == ["version: 1", "name: Acme"]


def test_writing_leaves_out_what_says_nothing() -> None:
    objective = Objective(id="a", cycle="2026-Q4", title="T", owner=None, key_results=())
    assert objective_bytes(objective).decode().splitlines()[1:] == ["title: T"]


def test_writing_keeps_an_amendment_of_a_key_that_was_absent() -> None:
    content = _OBJECTIVE.replace("was: 65", "was: null")
    [objective] = _loaded(**{"objectives/2026-Q4/cx-leader.yaml": content}).objectives
    assert objective_bytes(objective).decode() == content


def test_writing_needs_no_path_for_a_new_check_in() -> None:
    checkin = CheckIn(id="2026-11-20-ana-1", date=date(2026, 11, 20), by="ana")
    assert checkin_bytes(checkin).startswith(b"# yaml-language-server: $schema=../../../../.okr/")


_HARD = [
    "Fix #12 now",
    "no",
    "12",
    "a: b",
    "- x",
    "a\nb",
    "=cmd",
    "[b]",
    "'",
    '"',
    "Why? x",
    "1:30",
]
_CHARACTERS = st.characters(codec="utf-8", exclude_characters="\0")
_TEXT = st.text(_CHARACTERS, min_size=1, max_size=30).filter(str.strip) | st.sampled_from(_HARD)
_ID = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+){0,2}", fullmatch=True).filter(lambda id_: len(id_) < 65)
_KPI_ID = st.from_regex(r"[a-z][a-z0-9]*(_[a-z0-9]+){0,2}", fullmatch=True).filter(
    lambda id_: len(id_) < 65
)
_DAY = st.dates()
_NUMBER = st.decimals(-(10**15), 10**15, places=4) | st.integers(-(10**20), 10**20)
_NUMBERS = _NUMBER | st.sampled_from([Decimal("1E+30"), Decimal("1E-30"), Decimal("-0.0")])


def _sometimes(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    return st.fixed_dictionaries({}, optional=fields)


def _entries(**fields: st.SearchStrategy[Any]) -> st.SearchStrategy[tuple[dict[str, Any], ...]]:
    return st.lists(_sometimes(**fields), max_size=3).map(tuple)


@st.composite
def _checkins(draw: st.DrawFn) -> CheckIn:
    optional = draw(_sometimes(note=_TEXT, recorded=st.datetimes(timezones=st.just(UTC))))
    results = draw(
        _entries(value=_NUMBERS, confidence=st.integers(1, 10), note=_TEXT, done=st.lists(_ID))
    )
    readings = draw(_entries(date=_DAY, segment=_ID, note=_TEXT))
    return CheckIn.model_validate(
        {
            "id": draw(_ID),
            "date": draw(_DAY),
            "by": draw(_ID),
            "key_results": [{"key_result": f"{draw(_ID)}/{draw(_ID)}", **each} for each in results],
            "readings": [
                {"kpi": draw(_KPI_ID), "value": draw(_NUMBERS), **each} for each in readings
            ],
            "kudos": [{"to": draw(_ID), "for": text} for text in draw(st.lists(_TEXT, max_size=2))],
            **optional,
        }
    )


@st.composite
def _objectives(draw: st.DrawFn) -> Objective:
    common = _sometimes(owner=_ID, unit=_TEXT, due=_DAY, note=_TEXT, guards=st.lists(_KPI_ID))
    metrics = draw(st.lists(st.tuples(_TEXT, _NUMBERS, _NUMBERS, common), max_size=3))
    return Objective.model_validate(
        {
            "id": draw(_ID),
            "cycle": "2026-Q4",
            "title": draw(_TEXT),
            "key_results": [
                {
                    "id": f"k{position}",
                    "title": title,
                    "type": "metric",
                    "baseline": baseline,
                    "target": target,
                    **fields,
                }
                for position, (title, baseline, target, fields) in enumerate(metrics)
            ],
            **draw(_sometimes(why=_TEXT, team=_ID, impact=st.just("growth"))),
        }
    )


def _read_again(record: Record, raw: bytes, **injected: str) -> None:
    for parser in INSTALLED.values():
        document = read("x.yaml", raw, parser)
        assert document.findings == ()
        assert type(record).model_validate({**document.data, **injected}) == record


@given(_checkins())
def test_writing_then_reading_gives_the_same_check_in(checkin: CheckIn) -> None:
    raw = checkin_bytes(checkin)
    _read_again(checkin, raw, id=checkin.id)
    entries = len(checkin.key_results) + len(checkin.readings) + len(checkin.kudos)
    assert sum(line.startswith("  - {") for line in raw.decode().split("\n")) == entries


@given(_objectives())
def test_writing_then_reading_gives_the_same_objective(objective: Objective) -> None:
    raw = objective_bytes(objective)
    _read_again(objective, raw, id=objective.id, cycle=objective.cycle)


def test_writing_gives_moments_in_utc() -> None:
    moment = datetime.fromisoformat("2026-11-20T10:12:44+01:00")
    checkin = CheckIn(id="x", date=date(2026, 11, 20), by="ana", recorded=moment)
    assert b"recorded: 2026-11-20T09:12:44Z\n" in checkin_bytes(checkin)
