from okrcli.compute.reports.report import Attention, Concern
from okrcli.render.text.concerns import by_ref, why_text
from tests.render.samples import a_key_result, a_kpi, a_report, an_objective

NPS = "2026-Q4/cx-leader/nps"


def about(
    concern: Concern, ref: str = NPS, owner: str = "ana", days: int | None = None
) -> Attention:
    return Attention(concern, ref, "Train [bold]", owner, days)


def concerns(*attention: Attention) -> list[tuple[str, list[Concern]]]:
    key_result = a_key_result(NPS, kpi="nps")
    report = a_report(
        objectives=(an_objective(key_results=(key_result,)),),
        kpis=(a_kpi("nps"),),
        attention=attention,
    )
    return [(item[0].ref, [each.concern for each in item]) for item in by_ref(report)]


def test_what_is_about_one_thing_stands_together_where_its_most_urgent_is() -> None:
    csat = "2026-Q4/cx-leader/csat"

    assert concerns(
        about(Concern.OVERDUE, csat), about(Concern.MISSED), about(Concern.STALE, csat)
    ) == [(csat, [Concern.OVERDUE, Concern.STALE]), (NPS, [Concern.MISSED])]


def test_actions_of_two_people_in_one_plan_are_two_things() -> None:
    plan = "nps-2026-11-02"
    attention = (
        about(Concern.ACTION_OVERDUE, plan, "ana"),
        about(Concern.ACTION_OVERDUE, plan, "eva"),
    )

    assert len(concerns(*attention)) == 2


def test_silence_of_a_kpi_goes_without_saying_where_its_key_result_is_silent() -> None:
    kpi = (about(Concern.STALE, "nps"), about(Concern.BREACH, "nps"))

    assert concerns(about(Concern.OVERDUE), *kpi) == [
        (NPS, [Concern.OVERDUE]),
        ("nps", [Concern.BREACH]),
    ]
    assert concerns(about(Concern.AT_RISK), *kpi) == [
        (NPS, [Concern.AT_RISK]),
        ("nps", [Concern.STALE, Concern.BREACH]),
    ]


def test_reasons_are_told_with_their_days_and_an_action_with_its_name() -> None:
    item = (about(Concern.OVERDUE, days=1), about(Concern.ACTION_OVERDUE, days=8))

    assert why_text(item) == ("check-in overdue (1 day), action overdue (8 days): Train [bold]")
