from datetime import date

from okrcli.checks.history.first_readings import first_readings
from tests.checks.workspaces import loaded

KPI = "title: A\nunit: h\n"
KEY_RESULT = "{id: frt, title: A, type: metric, kpi: frt}"
FILES = {
    "kpis/frt.yaml": f"{KPI}formerly: [reply]\n",
    "kpis/nps.yaml": KPI,
    "objectives/2026-Q4/cx.yaml": f"title: A\nkey_results: [{KEY_RESULT}]\n",
    "checkins/2026/a.yaml": "date: 2026-10-20\nby: ana\nreadings: [{kpi: reply, value: 4}]\n",
    "checkins/2026/b.yaml": (
        "date: 2026-10-12\nby: ana\nkey_results: [{key_result: cx/frt, value: 5}]\n"
    ),
    "checkins/2026/c.yaml": "date: 2026-10-12\nby: ana\nreadings: [{kpi: nps, value: 5}]\n",
}
PATHS = [f"checkins/2026/{name}.yaml" for name in "abc"]


def test_first_reading_counts_from_its_commit_by_whichever_name() -> None:
    plan = loaded(FILES)
    days = dict(zip(PATHS, [date(2026, 10, 21), date(2026, 10, 13)], strict=False))

    assert first_readings(plan, days) == {"frt": date(2026, 10, 13)}
