from datetime import date
from typing import Any

import pytest

from okrcli.actions.improve.plans import action_named, day_in, open_plan, open_plans, with_done
from okrcli.errors import OkrError, UnknownReferenceError, UsageError, WorkspaceError
from okrcli.model.improvement import Improvement
from tests.builders import a_kpi, a_plan, an_improvement

ACTIONS = [
    {"title": "Train the night shift", "owner": "pavel", "due": "2026-12-01"},
    {"title": "Write the playbook", "owner": "ana", "due": "2026-11-27"},
]
CLOSED = {"date": "2026-11-18", "value": 86, "note": "Enough."}


def plan_of(id_: str, kpi: str = "csat", **fields: Any) -> Improvement:
    return an_improvement(id=id_, kpi=kpi, actions=ACTIONS, opened="2026-11-02", **fields)


OPEN, OTHER = plan_of("csat-2026-11-02"), plan_of("other", "ces")
OLD = plan_of("csat-2026-08-03", closed=CLOSED)
KPIS = [a_kpi(id=name) for name in ("csat", "ces", "nps")]
PLAN = a_plan(KPIS, OPEN, OTHER, OLD)


@pytest.mark.parametrize("name", ["csat-2026-11-02", "csat"])
def test_plan_is_named_by_its_id_or_by_a_kpi_that_has_only_one(name: str) -> None:
    assert open_plan(PLAN, name) is OPEN


def test_open_plans_are_listed() -> None:
    assert open_plans(PLAN) == ["csat-2026-11-02", "other"]


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("csat-2026-08-03", "was closed on 2026-11-18."),
        ("nps", "nps has no open improvement plan."),
        ("csat-2026-11-20", "There is no improvement plan and no KPI 'csat-2026-11-20'."),
    ],
)
def test_plan_that_is_not_open_is_refused(name: str, said: str) -> None:
    with pytest.raises(OkrError) as caught:
        open_plan(PLAN, name)

    assert said in caught.value.message


def test_kpi_with_two_open_plans_is_no_name_for_one() -> None:
    with pytest.raises(
        UnknownReferenceError, match="more than one open improvement plan"
    ) as caught:
        open_plan(a_plan(KPIS, OPEN, plan_of("again")), "csat")

    assert caught.value.hints == ("Name one of them: csat-2026-11-02, again.",)


def test_wrong_name_gets_the_nearest() -> None:
    with pytest.raises(UnknownReferenceError) as caught:
        open_plan(PLAN, "csat-2026-11-20")

    assert "csat-2026-11-02" in str(caught.value.hints[0])


def test_day_lies_between_the_opening_and_today() -> None:
    today = date(2026, 11, 20)

    assert day_in(OPEN, None, today) == today
    assert day_in(OPEN, "2026-11-02", today) == date(2026, 11, 2)
    for day in ("2026-11-01", "2026-11-21"):
        with pytest.raises(UsageError):
            day_in(OPEN, day, today)


@pytest.mark.parametrize(
    ("text", "place"), [("1", 0), ("2", 1), ("train the night shift", 0), ("PLAYBOOK", 1)]
)
def test_action_is_named_by_its_number_or_its_words(text: str, place: int) -> None:
    assert action_named(OPEN, text) == place


@pytest.mark.parametrize(
    ("text", "said"),
    [("3", "is not an action"), ("t", "matches more than one action"), ("", "is not an action")],
)
def test_action_that_is_none_is_refused_with_those_that_there_are(text: str, said: str) -> None:
    with pytest.raises(UnknownReferenceError, match=said) as caught:
        action_named(OPEN, text)

    assert "1 Train the night shift; 2 Write the playbook" in str(caught.value.hints)


FILE = (
    b"# by hand\r\nkpi: csat\nactions:\n"
    b"  - {title: Train the night shift, owner: pavel, due: 2026-12-01, status: active}  # hard\n"
    b"  - {title: Write the playbook, owner: ana, due: 2026-11-27}\n"
)


def test_actions_are_done_and_every_other_byte_stays() -> None:
    assert with_done(OPEN, FILE, [0, 1]) == FILE.replace(
        b"status: active", b"status: done"
    ).replace(b"due: 2026-11-27", b"due: 2026-11-27, status: done")


def test_file_that_somebody_has_changed_is_not_touched() -> None:
    with pytest.raises(WorkspaceError, match="changed by somebody else"):
        with_done(OPEN, FILE.replace(b"Write the", b"Read the"), [1])
