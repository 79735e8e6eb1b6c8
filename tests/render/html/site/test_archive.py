from decimal import Decimal

from okrcli.choices import Audience
from okrcli.compute.reports.cycle_summary import CycleSummary
from okrcli.model.changes.closing import Closing
from okrcli.model.cycle import Cycle
from okrcli.views.site import ArchivePage
from tests.render.html.site.frames import page_text
from tests.render.samples import CYCLE, DAY, a_report, an_objective

CLOSED = an_objective(
    status="closed",
    closing=Closing(date=DAY, computed=Decimal("0.35"), worked="Weekly calls"),
)
REPORT = a_report(
    cycle=Cycle("2026-Q3", CYCLE.start.replace(month=7), CYCLE.start.replace(month=9)),
    objectives=(CLOSED,),
    summary=CycleSummary(DAY, (CLOSED,), ()),
)


def test_cycle_has_its_scores_and_lessons() -> None:
    text = page_text(ArchivePage((REPORT,)), "archive.html")

    assert "Average score" in text
    assert "Weekly calls" in text
    assert "0.35" in text


def test_lessons_are_for_those_who_may_see_all() -> None:
    text = page_text(ArchivePage((REPORT,)), "archive.html", audience=Audience.TITLES)

    assert "Weekly calls" not in text
    assert "Average score" in text
