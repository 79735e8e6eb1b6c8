"""Which entries of check-ins count."""

from datetime import date

import pytest

from okrcli.checks.checkins.refusing import refuse_entries
from okrcli.checks.run import check
from okrcli.compute.reports.report import Report
from okrcli.compute.reports.report_builder import build_report
from okrcli.model.finding import Severity
from okrcli.model.plan import Plan
from tests.checks.workspaces import TODAY, loaded
from tests.refused_entries import HEAD, NEW, REFUSED, WORKSPACE, numbers_of, with_refused

RULES_OFF = "rules: {ignore: [E004, C702], severity: {C702: info, E004: info}}\n"


def judged(files: dict[str, str], day: date = TODAY) -> Plan:
    return refuse_entries(loaded(files), day)


def report_of(plan: Plan) -> Report:
    cycle = plan.report_cycle(TODAY)
    assert cycle is not None
    return build_report(plan, cycle, TODAY)


def test_workspace_of_these_tests_is_in_order() -> None:
    plan = judged(dict(WORKSPACE))
    assert (plan.refused, plan.judged) == ((), TODAY)
    assert check(plan, TODAY, select=["E", "C702"]) == ()


@pytest.mark.parametrize("entry", REFUSED.values(), ids=REFUSED)
def test_entry_with_an_error_counts_for_nothing_and_is_found(entry: str) -> None:
    plan = judged(with_refused(entry))

    (refused,) = plan.refused
    assert (refused.path, refused.place.line) == (NEW, 5)
    errors = [each for each in check(plan, TODAY) if each.place.path == NEW]
    assert {each.severity for each in errors} == {Severity.ERROR}
    assert {each.place.line for each in errors} == {5}
    assert numbers_of(report_of(plan)) == numbers_of(report_of(judged(dict(WORKSPACE))))


@pytest.mark.parametrize("entry", REFUSED.values(), ids=REFUSED)
def test_settings_that_silence_the_rules_do_not_make_it_count(entry: str) -> None:
    files = with_refused(entry.replace("}\n", "}  # okr: ignore[C702, E004] known\n"))
    files["okr.yaml"] += RULES_OFF
    plan = judged(files)

    assert len(plan.refused) == 1
    assert numbers_of(report_of(plan)) == numbers_of(report_of(judged(dict(WORKSPACE))))


def test_entries_beside_a_wrong_one_count_and_are_judged_at_their_own_place() -> None:
    entries = (
        "key_results:\n"
        "  - {key_result: cx/hours, value: 1,5}\n"
        "  - {key_result: cx/live, value: 7}\n"
        "  - {key_result: cx/hours, confidence: 11}\n"
        "  - {key_result: cx/hours, value: 16, confidence: 8}\n"
        "  - {key_result: cx/hour, value: 3}\n"
    )
    plan = judged(with_refused(entries))

    assert sorted(each.place.line for each in plan.refused) == [5, 6, 7, 9]
    lines = [each.place.line for each in check(plan, TODAY) if each.place.path == NEW]
    assert lines == [5, 6, 7, 9]
    hours = report_of(plan).objectives[0].key_results[0]
    assert (str(hours.value), hours.confidence) == ("16", 8)


def test_correcting_an_entry_in_its_file_makes_it_count() -> None:
    wrong = "key_results:\n  - {key_result: cx/hours, value: 1,5, confidence: 9}\n"
    plan = judged(with_refused(wrong.replace("1,5", "1.5")))

    assert plan.refused == ()
    assert str(report_of(plan).objectives[0].key_results[0].value) == "1.5"


@pytest.mark.parametrize(
    "head",
    [
        HEAD.replace("date: 2026-11-20", "date: 2027-11-20"),
        HEAD.replace("2026-11-20T09:00:00Z", "yesterday"),
        HEAD + "date: 2026-11-19\n",
        HEAD + "key_results: []\n",
    ],
    ids=["a day to come", "no moment", "its day twice", "a section twice"],
)
def test_nothing_counts_of_a_check_in_whose_head_is_wrong(head: str) -> None:
    entries = (
        "key_results:\n  - {key_result: cx/hours, value: 13, confidence: 9}\n"
        "readings:\n  - {kpi: csat, date: 2026-11-19, value: 84}\n"
    )
    plan = judged(with_refused(entries, head))

    assert numbers_of(report_of(plan)) == numbers_of(report_of(judged(dict(WORKSPACE))))
    assert [each for each in check(plan, TODAY) if each.place.path == NEW]
    assert NEW in plan.unreadable or len(plan.refused) == 2


def test_check_in_of_a_day_to_come_is_found_also_where_it_has_only_a_note() -> None:
    text = "date: 2027-11-20\nby: ana\nnote: Second wave\n"
    plan = judged({**WORKSPACE, NEW: text})

    assert [each.location for each in plan.refused] == [("note",)]
    assert [each.rule.code for each in check(plan, TODAY) if each.place.path == NEW] == ["C702"]


def test_plan_that_was_judged_is_not_judged_again() -> None:
    plan = judged(with_refused(REFUSED["decimal comma"]))
    assert refuse_entries(plan, date.max) is plan
