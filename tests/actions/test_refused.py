from datetime import date

from okrcli.actions.refused import refused_on
from okrcli.checks.checkins.refusing import refuse_entries
from okrcli.model.plan import Plan
from tests.checks.workspaces import loaded

DAY = date(2026, 11, 20)
FILES = {
    "kpis/nps.yaml": "title: NPS\nbounds: [-100, 100]\n",
    "objectives/2026-Q4/cx.yaml": (
        "title: A\nkey_results:\n"
        "  - {id: nps, title: N, type: metric, kpi: nps, baseline: 1, target: 2}\n"
    ),
}


def plan(*readings: str) -> Plan:
    text = f"date: 2026-11-20\nby: ana\nreadings: [{', '.join(readings)}]\n"
    return refuse_entries(loaded({**FILES, "checkins/2026/a.yaml": text}), DAY)


def test_refused_entry_that_could_be_the_latest_value_is_told() -> None:
    [entry] = refused_on(
        plan("{kpi: nps, date: 2026-11-13, value: 4}", "{kpi: nps, value: 140}"), DAY
    )

    assert (entry.kpi, entry.day) == ("nps", DAY)


def test_workspace_in_order_has_none() -> None:
    assert refused_on(plan("{kpi: nps, value: 4}"), DAY) == ()


def test_all_are_told_where_no_cycle_is_shown() -> None:
    text = "date: 2026-11-20\nby: ana\nreadings: [{kpi: nps, value: 140}]\n"
    alone = {"kpis/nps.yaml": FILES["kpis/nps.yaml"], "checkins/2026/a.yaml": text}

    assert len(refused_on(refuse_entries(loaded(alone), DAY), DAY)) == 1
