"""What a review says, section by section."""

from dataclasses import replace
from decimal import Decimal

from okrcli.compute.reports.discipline import Discipline
from okrcli.model.changes.closing import Closing
from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.render.drawing.style import DROPPED, UNICODE
from okrcli.render.review.sections import PURPOSE, Section, discipline_text, sections_of
from okrcli.views.review import Review
from tests.builders import a_key_result, a_kpi, a_plan, an_objective
from tests.render.review.drawn import a_review


def _sections(review: Review) -> dict[str, Section]:
    return {section.title: section for section in sections_of(review, UNICODE)}


def test_each_kind_of_evidence_has_its_section() -> None:
    assert list(_sections(a_review())) == [
        "Objectives owned",
        "Key results owned",
        "KPIs owned",
        "Check-ins of these key results",
        "Changes of goalposts",
        "Initiatives",
        "Check-ins for others",
        "Improvement plans owned",
        "Actions in improvement plans",
        "Follow-ups recorded",
        "Kudos received",
        "Kudos given",
        "Notes",
    ]


def test_sections_without_evidence_are_left_out() -> None:
    review = a_review(a_plan(an_objective(owner="ana")))
    assert list(_sections(review)) == ["Objectives owned"]


def test_it_says_that_it_rates_and_ranks_nobody() -> None:
    assert "not a rating and not a ranking" in PURPOSE
    assert "taken for its owner all along" in PURPOSE


def test_dropped_key_result_is_told_with_its_reason() -> None:
    dropped = Withdrawal.model_validate({"date": "2026-11-02", "why": "The tool is gone"})
    [item] = _sections(a_review(a_plan(an_objective(a_key_result(dropped=dropped)))))[
        "Key results owned"
    ].items
    assert item.look == DROPPED
    assert item.below[-1] == "Dropped since 2026-11-02: The tool is gone"


def test_closed_objective_is_told_with_its_score() -> None:
    closing = Closing.model_validate({"date": "2026-11-02", "computed": Decimal("0.6125")})
    plan = a_plan(an_objective(a_key_result(), status="closed", closing=closing))
    [item] = _sections(a_review(plan))["Objectives owned"].items
    assert "closed with score 0.61" in item.text


def test_kpi_without_a_reading_is_told() -> None:
    [item] = _sections(a_review(a_plan(a_kpi(50, owner="ana"))))["KPIs owned"].items
    assert item.text == "Net promoter score (nps): no reading, no data"


def test_check_ins_are_counted_together() -> None:
    assert discipline_text(Discipline(7, 6, 5)) == "7 due, 6 done, 5 on time"
    review = replace(a_review(), discipline=Discipline(7, 6, 5))
    [item] = _sections(review)["Check-ins of these key results"].items
    assert item.text == "All together: 7 due, 6 done, 5 on time"
