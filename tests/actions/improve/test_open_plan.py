from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from okrcli.actions.additions import Addition
from okrcli.actions.improve.open_plan import PlanParts, open_improvement, require_none_open
from okrcli.actions.workspace import Workspace
from okrcli.compute.reports.report_builder import standing_on
from okrcli.errors import OkrError, UsageError
from okrcli.model.base import Record
from okrcli.model.improvement import Action
from tests.builders import a_checkin, a_kpi, a_plan, a_reading, an_improvement

TODAY = date(2026, 11, 20)
ACTION = Action.model_validate({"title": "Train them", "owner": "pavel", "due": "2026-12-01"})
PARTS = PlanParts(
    "training", "Half of the team is new.", Decimal(85), date(2026, 12, 31), (ACTION,)
)


def opened(
    *records: Record, kpi: str = "csat", day: date = TODAY, id_: str | None = None
) -> Addition:
    plan = a_plan(a_kpi(90, id=kpi, unit="%"), *records)
    workspace = Workspace(Path("/team"), plan, day)
    report = standing_on(plan, day).kpis[kpi]
    return open_improvement(workspace, report, PARTS, owner="ana", id_=id_)


AT_74 = a_checkin("2026-11-20", a_reading(74, "csat"))


def test_plan_is_a_new_file() -> None:
    addition = opened(AT_74)

    assert (addition.ref, addition.path) == (
        "csat-2026-11-20",
        "improvements/csat-2026-11-20.yaml",
    )
    assert addition.shown == (
        "kpi: csat\nopened: 2026-11-20\nowner: ana\nbaseline: 74\n"
        "cause:\n  type: training\n  text: Half of the team is new.\n"
        "goal: {value: 85, by: 2026-12-31}\nactions:\n"
        "  - {title: Train them, owner: pavel, due: 2026-12-01}\n"
    )
    assert addition.message == (
        "Improve: csat 74 → 85 by 2026-12-31\n\nHalf of the team is new.\n\nTrain them\n\n"
        "OKR-Improvement: csat-2026-11-20\n"
    )


def test_without_a_value_of_today_the_way_begins_later() -> None:
    without, stale = opened(), opened(AT_74, day=date(2026, 12, 18))

    assert "baseline" not in without.shown + stale.shown
    assert without.message is not None
    assert without.message.startswith("Improve: csat → 85 by 2026-12-31\n")


def test_plan_of_a_taken_name_gets_a_free_one() -> None:
    taken = an_improvement(id="csat-2026-11-20", kpi="csat")

    assert opened(taken).ref == "csat-2026-11-20-2"
    assert opened(taken, id_="calm").ref == "calm"
    with pytest.raises(UsageError, match="'csat-2026-11-20' already"):
        opened(taken, id_="csat-2026-11-20")


def test_long_kpi_gets_an_id_that_fits() -> None:
    ref = opened(kpi="a" + "_b" * 31).ref

    assert ref.endswith("b-2026-11-20")
    assert len(ref) <= 64


def test_id_that_is_none_is_refused() -> None:
    with pytest.raises(UsageError, match="`id`"):
        opened(id_="Not An Id")


def test_parts_that_are_not_known_are_missing() -> None:
    assert PARTS.missing == ()
    assert PlanParts(why="New colleagues.").missing == ("cause", "goal", "by", "action")


def test_second_plan_for_a_kpi_is_refused_and_names_the_first() -> None:
    csat, ces = a_kpi(id="csat"), a_kpi(id="ces")
    plan = a_plan(csat, ces, an_improvement(id="calm", kpi="csat", opened="2026-11-02"))
    standing = standing_on(plan, TODAY)

    with pytest.raises(OkrError, match="csat has an open improvement plan already: calm"):
        require_none_open(csat, standing)
    require_none_open(ces, standing)
