from okrcli.views.site import KpiPage
from tests.builders import a_checkin, a_reading, an_improvement
from tests.render.html.site.frames import page_text
from tests.render.show.sheets import of_kpi

READINGS = (
    a_checkin("2026-11-13", a_reading(42), a_reading(40, segment="chat")),
    a_checkin("2026-11-20", a_reading(47), a_reading(41, segment="chat")),
)


def test_page_has_facts_chart_segments_and_readings() -> None:
    text = page_text(KpiPage(of_kpi(*READINGS, target=60, segments=["chat"]), None))

    assert text.count('class="chart"') == 1
    assert '<section aria-labelledby="segments">' in text
    assert "<strong>47</strong>" in text
    assert "Every entry" in text


def test_columns_of_segments_that_are_empty_are_left_out() -> None:
    text = page_text(KpiPage(of_kpi(*READINGS, target=60, segments=["chat"]), None))

    assert ">Weight</th>" not in text
    assert ">Trend</th>" in text


def test_page_says_when_the_kpi_was_read() -> None:
    assert ">read today<" in page_text(KpiPage(of_kpi(*READINGS, target=60), None))
    assert ">never read<" in page_text(KpiPage(of_kpi(target=60), None))


def test_improvement_plan_has_its_actions() -> None:
    sheet = of_kpi(*READINGS, an_improvement(), target=60)
    text = page_text(KpiPage(sheet, None))

    assert "Improvement plans" in text
    assert '<th scope="col">Action</th>' in text
