"""One report that has everything a renderer can meet, made by hand."""

from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from okrcli.compute.reports.report import (
    ActionReport,
    Attention,
    CheckinNote,
    Concern,
    Forecast,
    GuardReport,
    ImprovementReport,
    KeyResultReport,
    KpiReport,
    KudosReport,
    Measured,
    ObjectiveReport,
    Pace,
    Point,
    Report,
    SegmentReport,
    TeamName,
    ValueWords,
)
from okrcli.model.cycle import Cycle
from okrcli.model.finding import FindingCounts
from okrcli.model.goalposts import Band
from okrcli.model.key_results import KeyResultAmendment

DAY = date(2026, 11, 20)
CYCLE = Cycle("2026-Q4", date(2026, 10, 1), date(2026, 12, 31))
HOSTILE = (
    "=cmd|'/C calc'!A0 [bold red]x[/] \x1b[31m <script>alert(1)</script> | @all **b**\n"
    "::error::pwned %0A ##[error]x \u202etxt.exe"
)


_MEASURED = {field.name for field in fields(Measured)} - {"pace"}


def series(*values: str, last: date = DAY) -> tuple[Point, ...]:
    """Return weekly points that end on *last*."""
    first = last - timedelta(weeks=len(values) - 1)
    return tuple(
        Point(first + timedelta(weeks=week), Decimal(value)) for week, value in enumerate(values)
    )


def a_key_result(ref: str = "2026-Q4/cx-leader/nps", **changes: Any) -> KeyResultReport:
    """Return a metric at 47 on its way from 40 to 60."""
    facts: dict[str, Any] = {
        "id": ref.rpartition("/")[2],
        "ref": ref,
        "title": "Raise NPS from 40 to 60",
        "type": "metric",
        "kpi": None,
        "unit": "points",
        "owner": "ana",
        "weight": Decimal(1),
        "due": CYCLE.end,
        "baseline": Decimal(40),
        "target": Decimal(60),
        "at_least": None,
        "at_most": None,
        "value": Decimal(47),
        "value_date": DAY,
        "confidence": 7,
        "progress": Decimal("0.35"),
        "expected": Decimal(50) / Decimal(91),
        "expected_value": Decimal(40) + Decimal(20) * Decimal(50) / Decimal(91),
        "pace": Pace.AT_RISK,
        "overdue": False,
        "days_overdue": 0,
        "stale": False,
        "steps": None,
        "series": series("40", "41", "43", "42", "45", "47"),
        "last_checkin": DAY,
        "forecast": Forecast(Decimal("55.25"), date(2027, 1, 22), "least_squares", 6),
        "reason": None,
    }
    facts |= changes
    named = {name: facts.pop(name) for name in _MEASURED & facts.keys()}
    return KeyResultReport(**facts, measured=Measured(**named, pace=facts["pace"]))


def without_pace(ref: str, **changes: Any) -> KeyResultReport:
    """Return a key result of a type that has no expected line."""
    nothing = ("baseline", "target", "expected", "expected_value", "forecast", "unit")
    return a_key_result(ref, **(dict.fromkeys(nothing) | changes))


def an_objective(ref: str = "2026-Q4/cx-leader", **changes: Any) -> ObjectiveReport:
    """Return an objective with one key result."""
    facts: dict[str, Any] = {
        "id": ref.rpartition("/")[2],
        "ref": ref,
        "title": "Become the industry leader in customer satisfaction",
        "team": "support",
        "owner": "ana",
        "parent": "2026-Q4/acme-growth",
        "ambition": "aspirational",
        "status": "active",
        "pace": Pace.AT_RISK,
        "progress": Decimal("0.35"),
        "score": Decimal("0.35"),
        "expected": Decimal(50) / Decimal(91),
        "reporting": (1, 1),
        "last_checkin": DAY,
        "key_results": (a_key_result(f"{ref}/nps"),),
    }
    return ObjectiveReport(**(facts | changes))


def a_kpi(id: str = "nps", **changes: Any) -> KpiReport:  # noqa: A002  the field's name
    """Return a KPI in its warning band."""
    facts: dict[str, Any] = {
        "id": id,
        "title": "Net Promoter Score",
        "unit": "points",
        "direction": "up",
        "value": Decimal(47),
        "value_date": DAY,
        "target": Decimal(50),
        "health": "warning",
        "stale": False,
        "trend": Decimal(2),
        "series": series("40", "41", "43", "42", "45", "47"),
    }
    return KpiReport(**(facts | changes))


def a_segment(segment: str = "voice", **changes: Any) -> SegmentReport:
    """Return a segment of a KPI in breach."""
    facts: dict[str, Any] = {
        "segment": segment,
        "value": Decimal(68),
        "value_date": DAY,
        "weight": Decimal(120),
        "health": "breach",
        "stale": False,
        "trend": Decimal(-9),
        "series": series("80", "77", "68"),
    }
    return SegmentReport(**(facts | changes))


def an_amendment(**changes: Any) -> KeyResultAmendment:
    """Return that the target was 65 and is 60 since November."""
    facts: dict[str, Any] = {
        "date": date(2026, 11, 2),
        "field": "target",
        "was": 65,
        "now": 60,
        "why": "The survey's scale changed.",
        "approved_by": "carlos",
    }
    return KeyResultAmendment(**(facts | changes))


def a_note(note: str = "The second wave is in.", **changes: Any) -> CheckinNote:
    """Return what ana said of today's check-in."""
    facts: dict[str, Any] = {"day": DAY, "by": "ana", "team": "support", "path": "checkins/a.yaml"}
    return CheckinNote(note=note, **(facts | changes))


def some_kudos(reason: str = "cut the queue in half", **changes: Any) -> KudosReport:
    """Return that ana thanks pavel."""
    facts: dict[str, Any] = {
        "day": DAY,
        "by": "ana",
        "to": "pavel",
        "teams": frozenset({"support"}),
        "path": "checkins/a.yaml",
    }
    return KudosReport(reason=reason, **(facts | changes))


def an_action(title: str = "Train the night shift", **changes: Any) -> ActionReport:
    """Return an action that is planned."""
    facts: dict[str, Any] = {
        "title": title,
        "owner": "pavel",
        "due": date(2026, 12, 1),
        "status": "planned",
        "overdue": False,
    }
    return ActionReport(**(facts | changes))


def an_improvement(
    id: str = "csat-2026-11-02",  # noqa: A002  the field's name
    **changes: Any,
) -> ImprovementReport:
    """Return an open plan for `csat` that is 45 % of its way, with a follow-up that is late."""
    facts: dict[str, Any] = {
        "id": id,
        "kpi": "csat",
        "owner": "ana",
        "opened": date(2026, 11, 2),
        "cause_type": "training",
        "cause": "Half of the team is new.",
        "goal": Decimal(85),
        "by": CYCLE.end,
        "opening_value": Decimal(70),
        "value": Decimal("76.75"),
        "progress": Decimal("0.45"),
        "reached": False,
        "late": False,
        "actions": (
            an_action("Write the playbook", status="done"),
            an_action(),
            an_action("Hear ten chats a week"),
        ),
        "last_follow_up": date(2026, 11, 10),
        "last_note": "8 of 12 are trained",
        "follow_up_due": date(2026, 11, 17),
    }
    return ImprovementReport(**(facts | changes))


def a_report(**changes: Any) -> Report:
    """Return a report with one objective and nothing else."""
    facts: dict[str, Any] = {
        "workspace": "Acme Support",
        "as_of": DAY,
        "revision": None,
        "cycle": CYCLE,
        "elapsed": Decimal(50) / Decimal(91),
        "days_left": 41,
        "objectives": (an_objective(),),
        "kpis": (),
        "attention": (),
        "findings": FindingCounts(),
    }
    return Report(**(facts | changes))


def _english() -> ObjectiveReport:
    ref = "2026-Q4/cx-leader"
    return an_objective(
        ref,
        progress=Decimal("0.4458"),
        score=Decimal("0.4458"),
        pace=Pace.MISSED,
        reporting=(6, 7),
        key_results=(
            a_key_result(f"{ref}/nps", kpi="nps", weight=Decimal(2), amendments=(an_amendment(),)),
            a_key_result(
                f"{ref}/aht",
                title="Cut the average resolution time from 520 to 350 minutes",
                unit="min",
                baseline=Decimal(520),
                target=Decimal(350),
                value=Decimal("332.5"),
                progress=Decimal("1.1029411764705882352941176471"),
                pace=Pace.DONE,
                confidence=10,
                guards=(
                    GuardReport("csat", "Customer satisfaction", "breach", stale=False),
                    GuardReport("nps", "Net Promoter Score", "warning", stale=False),
                    GuardReport("first_response_time", "Время первого", "healthy", stale=True),
                    GuardReport("ces", "Effort", "healthy", stale=False),
                ),
                series=series("520", "480", "431", "402", "360", "332.5"),
            ),
            a_key_result(
                f"{ref}/csat",
                title="Raise CSAT in chat from 78 % to 90 %",
                unit="%",
                owner="pavel",
                baseline=Decimal(78),
                target=Decimal(90),
                value=Decimal(75),
                value_date=date(2026, 10, 30),
                last_checkin=date(2026, 10, 30),
                progress=Decimal("-0.25"),
                pace=Pace.OFF_TRACK,
                confidence=2,
                overdue=True,
                days_overdue=11,
                stale=True,
                series=series("78", "77.5", "75", last=date(2026, 10, 30)),
                forecast=Forecast(Decimal("61.75"), None, "least_squares", 3),
            ),
            without_pace(
                f"{ref}/training",
                title="Train the whole team in the new playbook",
                type="milestones",
                value=Decimal(2),
                steps=(2, 4),
                words=ValueWords("2/4", "4 steps"),
                progress=Decimal("0.5"),
                pace=Pace.ON_TRACK,
                series=series("0", "1", "2"),
            ),
            without_pace(
                f"{ref}/uptime",
                title="Keep the help centre reachable",
                type="maintain",
                unit="%",
                at_least=Decimal("99.5"),
                value=Decimal("99.95"),
                progress=Decimal("0.9985"),
                pace=Pace.ON_TRACK,
                series=series("99.9", "99.97", "99.95"),
            ),
            without_pace(
                f"{ref}/portal",
                title="The customer portal is open to all customers",
                type="binary",
                words=ValueWords("no", "yes"),
                has_trend=False,
                value=Decimal(0),
                progress=Decimal(0),
                due=date(2026, 11, 15),
                pace=Pace.MISSED,
                confidence=4,
                series=series("0"),
            ),
            a_key_result(
                f"{ref}/effort",
                title="Lower the customers' effort to 2.0",
                baseline=None,
                target=Decimal("2.0"),
                value=None,
                value_date=None,
                progress=None,
                expected_value=None,
                pace=Pace.NO_DATA,
                confidence=None,
                series=(),
                last_checkin=None,
                forecast=None,
                overdue=True,
                days_overdue=40,
                reason="The baseline is not measured yet.",
            ),
        ),
    )


def _spanish() -> ObjectiveReport:
    ref = "2026-Q4/crecer"
    return an_objective(
        ref,
        title="Ser la opción más rápida y económica para las pequeñas empresas de la región",
        team="ventas",
        owner="maria-jose",
        parent=None,
        ambition="committed",
        progress=Decimal("0.995"),
        score=Decimal("0.995"),
        pace=Pace.ON_TRACK,
        key_results=(
            a_key_result(
                f"{ref}/ventas",
                title="Aumentar las ventas nuevas de 1 250 000 a 2 500 000 dólares",
                unit="USD",
                owner="maria-jose",
                baseline=Decimal(1250000),
                target=Decimal(2500000),
                value=Decimal("2493750.50"),
                progress=Decimal("0.9950004"),
                pace=Pace.ON_TRACK,
                confidence=9,
                series=series("1250000", "1500000", "1750000", "2000000", "2493750.50"),
            ),
            a_key_result(
                f"{ref}/ciclo",
                title="Llevar el ciclo de venta de 90 días a entre 30 y 50",
                unit="días",
                owner="jose",
                baseline=Decimal(90),
                target=Band(Decimal(30), Decimal(50)),
                value=Decimal(60),
                progress=Decimal("0.75"),
                pace=Pace.ON_TRACK,
                series=series("90", "88", "70", "60"),
            ),
        ),
    )


def _russian() -> ObjectiveReport:
    ref = "2026-Q4/otdel-zaboty"
    return an_objective(
        ref,
        title="Стать отделом заботы, о котором клиенты рассказывают друзьям",
        owner="светлана",
        progress=Decimal("0.003"),
        score=Decimal("0.003"),
        pace=Pace.OFF_TRACK,
        key_results=(
            a_key_result(
                f"{ref}/vremya",
                title="Снизить среднее время первого ответа с 24 до 12 часов",
                unit="ч",
                owner="светлана",
                baseline=Decimal(24),
                target=Decimal(12),
                value=Decimal("23.964"),
                progress=Decimal("0.003"),
                pace=Pace.OFF_TRACK,
                confidence=8,
                series=series("24", "24", "23.964"),
            ),
        ),
    )


def _hostile() -> ObjectiveReport:
    ref = "2026-Q4/hostile"
    return an_objective(
        ref,
        title=HOSTILE,
        team=None,
        owner=None,
        status="draft",
        pace=None,
        progress=None,
        score=None,
        last_checkin=None,
        reporting=(0, 1),
        key_results=(
            a_key_result(
                f"{ref}/wide",
                title="満足度を高める e\u0301toile 👩\u200d🚀",
                unit="<b>%</b>",
                owner=None,
                confidence=None,
                value=None,
                value_date=None,
                progress=None,
                pace=None,
                series=(),
                last_checkin=None,
                forecast=None,
                reason="There is no value yet.",
            ),
        ),
    )


def full_report() -> Report:
    """Return a report in which every status, type and script occurs."""
    return a_report(
        revision="4f2a9c1d7be08a35c6e1f0b2d3a4958677e0c1aa",
        objectives=(_english(), _spanish(), _russian(), _hostile()),
        kpis=(
            a_kpi(kind="lagging"),
            a_kpi(
                "csat",
                kind="lagging",
                team="support",
                owner="ana",
                next_due=date(2026, 11, 27),
                segments=(
                    a_segment(),
                    a_segment("chat", value=None, value_date=None, weight=None, health="no_data"),
                ),
                title="Customer satisfaction",
                unit="%",
                value=Decimal("74.2857142857142857"),
                target=Decimal(90),
                health="breach",
                trend=Decimal("-7.7"),
                series=series("82", "84", "75", "79", "84", "82", "74.2857142857142857"),
            ),
            a_kpi(
                "first_response_time",
                kind="leading",
                title="Время первого ответа",
                unit="ч",
                direction="range",
                target=Band(Decimal(1), Decimal(4)),
                value=Decimal("2.5"),
                value_date=date(2026, 10, 20),
                health="healthy",
                stale=True,
                trend=Decimal(0),
                series=series("2.5", "2.5"),
            ),
            a_kpi(
                "churn_rate",
                title="Churn",
                unit=None,
                direction=None,
                value=None,
                value_date=None,
                target=None,
                health="no_data",
                stale=True,
                trend=None,
                series=(),
            ),
            a_kpi(
                "clv_per_cac",
                title="Lifetime value per cost of a customer",
                kind="lagging",
                unit=None,
                value=None,
                value_date=None,
                target=Decimal(3),
                health="no_data",
                trend=None,
                series=(),
                formula="clv / cac",
                reason="cac has no value.",
            ),
        ),
        improvements=(
            an_improvement(),
            an_improvement(
                "csat-2026-08-03",
                by=date(2026, 10, 31),
                progress=None,
                opening_value=None,
                late=True,
                actions=(an_action(status="cancelled"),),
                follow_up_due=DAY,
            ),
            an_improvement(
                "nps-2026-11-19",
                kpi="nps",
                goal=Decimal(45),
                reached=True,
                progress=Decimal("1.09"),
                actions=(an_action(due=date(2026, 11, 19), overdue=True),),
                follow_up_due=date(2026, 11, 26),
            ),
        ),
        attention=(
            Attention(Concern.OVERDUE, "2026-Q4/cx-leader/effort", "Lower the effort", None, 40),
            Attention(Concern.MISSED, "2026-Q4/cx-leader/portal", "The portal", "ana"),
            Attention(Concern.OVERDUE, "2026-Q4/cx-leader/csat", "Raise CSAT", "pavel", 11),
            Attention(Concern.OFF_TRACK, "2026-Q4/otdel-zaboty/vremya", "Снизить", "светлана"),
            Attention(
                Concern.CONFIDENT_OFF_TRACK, "2026-Q4/otdel-zaboty/vremya", "Снизить", "светлана"
            ),
            Attention(Concern.REGRESSED, "2026-Q4/cx-leader/csat", "Raise CSAT", "pavel"),
            Attention(Concern.STALE, "2026-Q4/cx-leader/csat", "Raise CSAT", "pavel", 21),
            Attention(Concern.UNMEASURED, "2026-Q4/cx-leader/effort", "Lower the effort", None),
            Attention(Concern.AT_RISK, "2026-Q4/cx-leader/nps", "Raise NPS", "ana"),
            Attention(Concern.BREACH, "csat", "Customer satisfaction", "ana"),
            Attention(Concern.PLAN_LATE, "csat-2026-08-03", "Half is new.", "ana", 20),
            Attention(Concern.ACTION_OVERDUE, "nps-2026-11-19", "Train the night", "pavel", 1),
        ),
        findings=FindingCounts(error=2, warning=1),
        teams=(
            TeamName("company", "Acme"),
            TeamName("ventas", "Ventas"),
            TeamName("support", "Отдел заботы"),
        ),
        notes=(a_note(), a_note("満足度を高める\nnow", by="светлана", day=date(2026, 11, 19))),
        kudos=(some_kudos(), some_kudos(HOSTILE, to="maria-jose")),
    )
