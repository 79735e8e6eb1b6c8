from okrcli.model.changes.withdrawal import Withdrawal
from okrcli.model.key_results import Step
from tests.builders import a_day

DAY, NEXT = a_day("2026-11-02"), a_day("2026-11-03")


def test_step_counts_from_the_day_on_which_it_was_added() -> None:
    step = Step(id="pilot", title="Pilot", added=NEXT)

    assert (step.counts_on(DAY), step.counts_on(NEXT)) == (False, True)


def test_step_counts_until_the_day_on_which_it_is_given_up() -> None:
    step = Step(id="pilot", title="Pilot", dropped=Withdrawal(date=NEXT, why="No use."))

    assert (step.counts_on(DAY), step.counts_on(NEXT)) == (True, False)
