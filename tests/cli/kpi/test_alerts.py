import json
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.conftest import Okr
from tests.cli.kpi_workspace import CSAT, kpi_workspace
from tests.cli.workspaces import SETTINGS, Ran, write

Alerts = Callable[..., Ran]

HEALTHY = """\
title: Churn
direction: down
target: {value: 2}
"""

READING = "date: 2026-11-20\nby: ana\nreadings:\n  - {kpi: churn, value: 1}\n"


@pytest.fixture(autouse=True)
def _not_in_github(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)


@pytest.fixture
def kpi_root(tmp_path: Path) -> Path:
    return kpi_workspace(tmp_path / "acme")


@pytest.fixture
def alerts(run_okr: Okr, kpi_root: Path) -> Alerts:
    return lambda *options: run_okr(kpi_root, "kpi", "alerts", *options)


def kinds(ran: Ran) -> set[tuple[str, str]]:
    return {(each["kpi"], each["kind"]) for each in json.loads(ran.out)["alerts"]}


def test_alerts_tell_what_has_slipped_and_fail(alerts: Alerts) -> None:
    ran = alerts("--format", "json")

    assert ran.code == 1
    assert {("csat", "breach"), ("csat", "repeated"), ("first_reply", "stale")} <= kinds(ran)


def test_text_of_alerts_says_what_to_type(alerts: Alerts) -> None:
    ran = alerts()

    assert ran.code == 1
    assert '  okr improve follow-up csat-2026-11-02 "..."\n' in ran.out
    assert "  okr kpi import --all\n" in ran.out
    assert ran.err.rstrip().endswith("KPIs.")


def test_no_alert_is_said_and_succeeds(run_okr: Okr, tmp_path: Path) -> None:
    files = {"okr.yaml": SETTINGS, "kpis/churn.yaml": HEALTHY, "checkins/2026/a.yaml": READING}
    ran = run_okr(write(tmp_path, files), "kpi", "alerts")

    assert (ran.code, ran.out) == (0, "")
    assert ran.err == "No alerts.\n"


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (("--team", "support"), {"csat", "first_reply"}),
        (("--owner", "pavel"), {"csat"}),
        (("--kpi", "first_reply"), {"first_reply"}),
    ],
)
def test_alerts_of_a_part(alerts: Alerts, options: tuple[str, str], expected: set[str]) -> None:
    ran = alerts("--format", "json", *options)

    assert ran.code == 1
    assert {kpi for kpi, _ in kinds(ran)} == expected


def test_unplanned_leaves_out_what_has_an_open_plan(alerts: Alerts) -> None:
    ran = alerts("--format", "json", "--unplanned")

    assert "csat" not in {kpi for kpi, _ in kinds(ran)}
    assert alerts("--kpi", "csat", "--unplanned").code == 0


def test_warnings_fail_with_strict_only(run_okr: Okr, tmp_path: Path) -> None:
    lines = "".join(
        f"  - {{kpi: csat, value: {value}, segment: {segment}, weight: {weight}}}\n"
        for segment, value, weight in (("voice", 95, 90), ("chat", 50, 10))
    )
    reading = f"date: 2026-11-20\nby: ana\nreadings:\n{lines}"
    files = {"okr.yaml": SETTINGS, "kpis/csat.yaml": CSAT, "checkins/2026/a.yaml": reading}
    root = write(tmp_path, files)
    ran = run_okr(root, "kpi", "alerts", "--format", "json")

    assert ran.code == 0
    assert json.loads(ran.out)["summary"] == {"error": 0, "warning": 1, "info": 0}
    assert run_okr(root, "kpi", "alerts", "--strict").code == 1


def test_good_news_fails_never(run_okr: Okr, tmp_path: Path) -> None:
    days = [f"2026-{month:02}-20" for month in range(3, 12)]
    lines = "".join(
        f"  - {{kpi: churn, date: {day}, value: {1 if day < '2026-11' else 0.1}}}\n" for day in days
    )
    reading = f"date: 2026-11-20\nby: ana\nreadings:\n{lines}"
    files = {"okr.yaml": SETTINGS, "kpis/churn.yaml": HEALTHY, "checkins/2026/a.yaml": reading}
    ran = run_okr(write(tmp_path, files), "kpi", "alerts", "--strict")

    assert ran.code == 0
    assert "for the better" in " ".join(ran.out.split())
    assert ran.err == "1 note of 1 KPI.\n"


def test_file_with_errors_fails_because_its_alerts_are_missing(
    run_okr: Okr, tmp_path: Path
) -> None:
    root = write(tmp_path, {"okr.yaml": SETTINGS, "kpis/csat.yaml": "title: ["})
    ran = run_okr(root, "kpi", "alerts")

    assert ran.code == 1
    assert "errors in kpis/csat.yaml. Run `okr check`." in ran.err


def test_alerts_are_github_commands_in_github_actions(
    alerts: Alerts, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    ran = alerts("--kpi", "csat")

    assert ran.code == 1
    assert ran.out.startswith("::error file=teams/support/kpis/csat.yaml,")
    assert not alerts("--kpi", "csat", "--format", "text").out.startswith("::")


def test_alerts_write_files_too(alerts: Alerts, tmp_path: Path) -> None:
    file = tmp_path / "alerts.md"

    assert alerts("--output", f"markdown={file}").code == 1
    assert file.read_text(encoding="utf-8").startswith("### Acme Support, 2026-11-20: ")


def test_alerts_of_a_past_day_know_nothing_later(alerts: Alerts) -> None:
    assert alerts("--as-of", "2026-09-25", "--kpi", "csat", "--format", "json").code == 0


@pytest.mark.parametrize(
    ("options", "code"),
    [
        (("--kpi", "cast"), 3),
        (("--team", "suport"), 3),
        (("--owner", "anna"), 3),
        (("--format", "xml"), 2),
        (("--output", "text"), 2),
    ],
)
def test_alerts_refuse_what_they_do_not_know(
    alerts: Alerts, options: tuple[str, str], code: int
) -> None:
    ran = alerts(*options)

    assert (ran.code, ran.out) == (code, "")


@pytest.mark.parametrize("width", ["20", "80"])
def test_alerts_fit_the_terminal(
    alerts: Alerts, monkeypatch: pytest.MonkeyPatch, width: str
) -> None:
    monkeypatch.setenv("COLUMNS", width)
    lines = [line for line in alerts().out.splitlines() if not line.startswith("  okr ")]

    assert max(map(len, lines)) <= int(width)


def test_hostile_title_is_one_harmless_annotation(alerts: Alerts, kpi_root: Path) -> None:
    title = '"x%0A::error::pwned\\n::stop-commands::a, b: c"'
    write(kpi_root, {"kpis/csat.yaml": CSAT.replace("Customer satisfaction", title)})
    lines = alerts("--kpi", "csat", "--format", "github").out.splitlines()

    commands = [line for line in lines if line.startswith("::")]
    assert commands == lines
    assert all(line.startswith(("::error file=", "::warning file=")) for line in lines)
    assert all(line.count("::") == 2 for line in lines)
    assert "x%250A" in lines[0]
