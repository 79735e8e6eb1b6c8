from okrcli.compute.reports.report import Attention, Concern
from okrcli.render.html.attention import attention_rows
from okrcli.render.html.links import NoLinks
from tests.render.samples import a_kpi, a_report, an_improvement, an_objective


def test_row_leads_to_where_it_stands_on_the_page() -> None:
    ref = "2026-Q4/cx-leader/nps"
    report = a_report(
        objectives=(an_objective(),),
        attention=(
            Attention(Concern.OVERDUE, ref, "Raise NPS", "ana", 5),
            Attention(Concern.AT_RISK, ref, "Raise NPS", "ana"),
        ),
    )
    (row,) = attention_rows(report, NoLinks())

    assert (row.title, row.ref, row.href) == ("Raise NPS from 40 to 60", "cx-leader/nps", f"#{ref}")
    assert (row.why, row.owner) == ("check-in overdue (5 days), at risk", "ana")


def test_plan_leads_to_its_kpi() -> None:
    plan = an_improvement()
    late = Attention(Concern.PLAN_LATE, plan.id, "Cause", None)
    report = a_report(kpis=(a_kpi("csat", title="CSAT"),), improvements=(plan,), attention=(late,))
    (row,) = attention_rows(report, NoLinks())

    assert (row.title, row.href, row.owner) == ("CSAT", "#csat", "nobody")
