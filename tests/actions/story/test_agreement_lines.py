from okrcli.actions.story.agreement import Agreement, How
from okrcli.actions.story.agreement_lines import agreement_lines
from okrcli.model.finding import Severity
from tests.builders import an_objective
from tests.render.story.samples import a_commit

COMMIT = a_commit()
FIRST, SECOND = an_objective(), an_objective(id="second")


def test_objectives_of_one_commit_are_one_line() -> None:
    found = Agreement(How.UNTOLD, COMMIT)
    [line] = agreement_lines([(FIRST, found), (SECOND, found)], ())

    assert line.severity is Severity.INFO
    assert "2026-Q4/cx-leader and 1 other objective" in line.message


def test_what_a_rule_tells_and_what_is_in_order_is_not_told() -> None:
    other = Agreement(How.IN_OTHER_NAME, COMMIT, "pavel")
    merged, approved = Agreement(How.MERGE, COMMIT, "pavel"), Agreement(How.APPROVAL, COMMIT)

    assert [*agreement_lines([(FIRST, other)], {FIRST.ref})] == []
    assert [*agreement_lines([(FIRST, merged), (SECOND, approved)], ())] == []
    [line] = agreement_lines([(FIRST, other)], ())
    assert line.message == "The approval of 2026-Q4/cx-leader by pavel was committed by ana."
