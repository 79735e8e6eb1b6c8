from collections.abc import Mapping
from dataclasses import fields
from typing import Any, get_args

import pytest

from okrcli.compute.better import Trend
from okrcli.compute.reports.report import Concern, Health, Pace
from okrcli.model.finding import Severity
from okrcli.render.drawing.style import (
    ASCII,
    CONCERNS,
    HEALTHS,
    IMPROVED,
    IMPROVING,
    IMPROVING_LATE,
    NO_TARGET,
    PACES,
    SEVERITIES,
    STALE,
    STATUSES,
    TRENDS,
    UNICODE,
    Look,
    glyphs,
    improvement_look,
    kpi_look,
    pace_look,
)
from tests.render.kpi_samples import an_improvement
from tests.render.samples import a_kpi, a_segment

TABLES: Mapping[str, tuple[Mapping[Any, Look], Any]] = {
    "paces": (PACES, Pace),
    "healths": (HEALTHS, get_args(Health)),
    "trends": (TRENDS, Trend),
    "severities": (SEVERITIES, Severity),
    "concerns": (CONCERNS, Concern),
}


@pytest.mark.parametrize("name", TABLES)
def test_every_member_has_a_look(name: str) -> None:
    table, members = TABLES[name]

    assert {*table} == {*members}


@pytest.mark.parametrize("name", ["paces", "healths", "trends", "severities"])
def test_no_two_look_alike_without_colour(name: str) -> None:
    looks = TABLES[name][0].values()

    assert len({look.word for look in looks}) == len(looks)
    assert len({look.mark(UNICODE) for look in looks}) == len(looks)
    assert len({look.mark(ASCII) for look in looks}) == len(looks)


def test_ascii_draws_with_ascii_alone() -> None:
    drawn = "".join(getattr(ASCII, field.name) for field in fields(ASCII))
    marks = "".join(look.ascii_symbol for table, _ in TABLES.values() for look in table.values())

    assert (drawn + marks).isascii()
    assert len(ASCII.levels) == len(UNICODE.levels)
    assert (glyphs(ascii_only=True), glyphs(ascii_only=False)) == (ASCII, UNICODE)


def test_without_a_pace_the_status_is_shown() -> None:
    assert pace_look(Pace.AT_RISK, "active") is PACES[Pace.AT_RISK]
    assert pace_look(None, "draft") is STATUSES["draft"]


@pytest.mark.parametrize(
    ("changes", "look"),
    [
        ({}, HEALTHS["warning"]),
        ({"health": "healthy", "stale": True}, STALE),
        ({"health": "no_data"}, NO_TARGET),
        ({"health": "no_data", "value": None}, HEALTHS["no_data"]),
        ({"health": "no_data", "value": None, "stale": True}, HEALTHS["no_data"]),
        ({"health": "no_data", "stale": True}, STALE),
        ({"status": "draft", "health": "breach"}, STATUSES["draft"]),
    ],
)
def test_silence_of_a_kpi_is_never_green(changes: dict[str, Any], look: Look) -> None:
    assert kpi_look(a_kpi(**changes)) is look


def test_segment_looks_as_its_own_health() -> None:
    assert kpi_look(a_segment()) is HEALTHS["breach"]
    assert kpi_look(a_segment(stale=True)) is STALE


def test_plan_looks_as_it_stands() -> None:
    assert improvement_look(an_improvement(closed=None, late=False)) is IMPROVING
    assert improvement_look(an_improvement(closed=None, late=True)) is IMPROVING_LATE
    assert improvement_look(an_improvement(closed=True, late=True)) is IMPROVED
