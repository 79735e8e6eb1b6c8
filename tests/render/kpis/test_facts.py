from okrcli.render.kpis.facts import listed_facts, segments_facts
from okrcli.views.kpi_list import ListedKpi
from tests.render.kpi_samples import an_improvement
from tests.render.samples import a_kpi, a_segment


def test_facts_say_whether_the_change_is_for_the_better() -> None:
    better, worse, unknown = (
        listed_facts(ListedKpi(a_kpi(direction=direction), "satisfaction", None))["trend_is"]
        for direction in ("up", "down", None)
    )

    assert (better, worse, unknown) == ("better", "worse", None)


def test_facts_name_family_and_open_plan() -> None:
    with_plan = listed_facts(ListedKpi(a_kpi(), "satisfaction", an_improvement(id="nps-1")))
    without = listed_facts(ListedKpi(a_kpi(), None, None))

    assert (with_plan["family"], with_plan["improvement"]) == ("satisfaction", "nps-1")
    assert (without["family"], without["improvement"]) == (None, None)


def test_segments_are_judged_by_their_kpi() -> None:
    [segment] = segments_facts(a_kpi(segments=(a_segment(),)))

    assert segment["segment"] == "voice"
    assert segment["trend_is"] == "worse"
    assert segments_facts(a_kpi()) == []
