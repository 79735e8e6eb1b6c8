"""KPIs, alerts and reminders that have everything a renderer can meet, made by hand."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from okrcli.compute.kpis.alerts import AlertKind, KpiAlert
from okrcli.compute.reports.reminders import Due
from okrcli.compute.reports.report import ActionReport, ImprovementReport, SegmentReport
from okrcli.model.finding import Severity
from okrcli.model.goalposts import Band
from okrcli.model.kpi import Kpi, ReadingSource
from okrcli.next_step import NextStep, StepKind
from okrcli.views.alerts import AlertOutcome
from okrcli.views.kpi_list import KpiListing, ListedKpi
from okrcli.views.reminders import Reminders
from tests.render.samples import DAY, HOSTILE, a_kpi, series

WORKSPACE = "Acme Support"


def an_improvement(**changes: Any) -> ImprovementReport:
    """Return an open plan that is half-way."""
    facts: dict[str, Any] = {
        "id": "csat-2026-11-02",
        "kpi": "csat",
        "owner": "pavel",
        "opened": date(2026, 11, 2),
        "cause_type": "training",
        "cause": "New colleagues answer without the playbook.",
        "goal": Decimal(86),
        "by": date(2026, 12, 15),
        "opening_value": Decimal(78),
        "value": Decimal(82),
        "progress": Decimal("0.5"),
        "reached": False,
        "late": False,
        "actions": (
            ActionReport("Train everybody", "ana", date(2026, 11, 13), "active", overdue=True),
            ActionReport("Pair on chats", "pavel", date(2026, 11, 30), "planned", overdue=False),
        ),
        "last_follow_up": date(2026, 11, 16),
        "last_note": "8 of 12 are trained.",
        "follow_up_due": date(2026, 11, 23),
    }
    return ImprovementReport(**(facts | changes))


def a_segment(segment: str, *values: str, **changes: Any) -> SegmentReport:
    """Return a healthy segment with weekly *values*."""
    points = series(*values)
    facts: dict[str, Any] = {
        "segment": segment,
        "value": points[-1].value,
        "value_date": points[-1].day,
        "weight": Decimal(100),
        "health": "healthy",
        "stale": False,
        "trend": points[-1].value - points[-2].value,
        "series": points,
    }
    return SegmentReport(**(facts | changes))


def a_listing(*kpis: ListedKpi, **changes: Any) -> KpiListing:
    """Return *kpis* as of the samples' day."""
    facts: dict[str, Any] = {"workspace": WORKSPACE, "as_of": DAY, "kpis": kpis}
    return KpiListing(**(facts | changes))


def full_listing() -> KpiListing:
    """Return KPIs of every kind and health."""
    week = timedelta(days=7)
    return a_listing(
        ListedKpi(a_kpi(kind="lagging", next_due=DAY + week, owner="ana"), "satisfaction"),
        ListedKpi(
            a_kpi(
                "csat",
                title="Customer satisfaction",
                unit="%",
                kind="lagging",
                value=Decimal("74.29"),
                target=Decimal(90),
                health="breach",
                trend=Decimal("-7.71"),
                series=series(*map(str, range(90, 74, -1)), "74.29"),
                next_due=DAY + week,
                segments=(a_segment("voice", "80", "79"), a_segment("chat", "70", "72")),
                owner="pavel",
            ),
            "satisfaction",
            an_improvement(),
        ),
        ListedKpi(
            a_kpi(
                "first_response_time",
                title="Время первого ответа",
                unit="ч",
                direction="range",
                kind="leading",
                value=Decimal("2.5"),
                value_date=DAY - timedelta(days=31),
                target=Band(Decimal(1), Decimal(4)),
                health="healthy",
                stale=True,
                trend=Decimal(0),
                series=series("2.5", "2.5", last=DAY - timedelta(days=31)),
                next_due=DAY - timedelta(days=24),
                owner="светлана",
            ),
            "operations",
        ),
        ListedKpi(
            a_kpi(
                "churn_rate",
                title="Churn",
                unit="%",
                direction="down",
                kind="lagging",
                value=Decimal("1.8"),
                target=Decimal(2),
                health="healthy",
                trend=Decimal("-0.25"),
                series=series("2.4", "2.05", "1.8"),
                next_due=DAY,
            ),
            "customer",
            an_improvement(id="churn-rate-2026-09-01", kpi="churn_rate", late=True),
        ),
        ListedKpi(
            a_kpi(
                "clv_per_cac",
                title="CLV per CAC",
                unit=None,
                kind="lagging",
                value=None,
                value_date=None,
                health="no_data",
                trend=None,
                series=(),
                formula="clv / cac",
                reason="The formula divides by 0.",
                owner="ana",
            ),
            "revenue",
        ),
        ListedKpi(
            a_kpi(
                "backlog",
                title=HOSTILE,
                unit="<b>|</b>",
                direction=None,
                value=None,
                value_date=None,
                target=None,
                health="no_data",
                stale=True,
                trend=None,
                series=(),
                team="@here",
                owner="=1+1",
            )
        ),
    )


def an_alert(kpi: str = "csat", **changes: Any) -> KpiAlert:
    """Return a breach of *kpi*."""
    facts: dict[str, Any] = {
        "kind": AlertKind.BREACH,
        "severity": Severity.ERROR,
        "kpi": kpi,
        "title": "Customer satisfaction",
        "unit": "%",
        "owner": "pavel",
        "team": "support",
        "segment": None,
        "value": Decimal("74.29"),
        "value_date": DAY,
        "message": f"{kpi} has been in breach since 2026-10-02: it is at 74.29.",
        "improvement": None,
    }
    return KpiAlert(**(facts | changes))


def an_outcome(*alerts: KpiAlert, **changes: Any) -> AlertOutcome:
    """Return *alerts* in a workspace below the repository's root."""
    kpis = {each.kpi: each.kpi for each in alerts}
    facts: dict[str, Any] = {
        "workspace": WORKSPACE,
        "as_of": DAY,
        "alerts": alerts,
        "kpis": {each: Kpi(id=each, title=each, path=f"kpis/{each}.yaml") for each in kpis},
        "folder": "teams/support",
    }
    return AlertOutcome(**(facts | changes))


def full_outcome() -> AlertOutcome:
    """Return alerts of every kind and severity."""
    stale = {"kind": AlertKind.STALE, "value": None, "value_date": None, "owner": None}
    outcome = an_outcome(
        an_alert(improvement="csat-2026-11-02"),
        an_alert(
            kind=AlertKind.REPEATED,
            message="csat was in breach in 3 of its last 3 readings, 2026-11-06 to 2026-11-20.",
            improvement="csat-2026-11-02",
        ),
        an_alert("nps", title="Net Promoter Score", unit="points"),
        an_alert("churn_rate", title="Churn", message="churn_rate has no reading yet.", **stale),
        an_alert("mrr", title="Ingresos", message="mrr has no reading since 2026-10-01.", **stale),
        an_alert(
            "backlog",
            title=HOSTILE,
            severity=Severity.WARNING,
            segment="chat",
            owner="@here",
            message=f"backlog in chat: {HOSTILE}",
        ),
        an_alert(
            "aht",
            title="Handle time",
            kind=AlertKind.SIGNAL,
            severity=Severity.INFO,
            message="aht is at 8.1, below the 8.177 that its own history makes likely.",
        ),
    )
    mrr = outcome.kpis["mrr"].model_copy(update={"source": ReadingSource(file="mrr.csv")})
    return an_outcome(*outcome.alerts, kpis={**outcome.kpis, "mrr": mrr})


def a_due(**changes: Any) -> Due:
    """Return a reading that Ana owes for a week."""
    facts: dict[str, Any] = {
        "kind": "reading",
        "ref": "nps",
        "title": "Net Promoter Score",
        "owner": "ana",
        "due": DAY - timedelta(days=7),
        "days": 7,
        "step": NextStep.record_reading("nps"),
    }
    return Due(**(facts | changes))


def full_reminders() -> Reminders:
    """Return something of every kind that is due, late, today and soon."""
    return Reminders(
        WORKSPACE,
        DAY,
        (
            a_due(),
            a_due(
                kind="checkin",
                ref="2026-Q4/cx-leader/hours",
                title="Cut the response time",
                due=DAY,
                days=0,
                step=NextStep(StepKind.CHECK_IN_VALUE, "cx-leader/hours"),
            ),
            a_due(
                kind="action",
                ref="csat-2026-11-02",
                title="Train everybody",
                owner="pavel",
                due=DAY - timedelta(days=1),
                days=1,
                step=NextStep.finish_action("csat-2026-11-02", 1),
            ),
            a_due(
                kind="follow_up",
                ref="csat-2026-11-02",
                title="Customer satisfaction",
                owner="pavel",
                due=DAY + timedelta(days=3),
                days=0,
                step=NextStep(StepKind.FOLLOW_UP, "csat-2026-11-02"),
            ),
            a_due(ref="backlog", title=HOSTILE, owner=None, segment="chat"),
        ),
        {"ana": "Ana Pérez", "pavel": HOSTILE},
    )
