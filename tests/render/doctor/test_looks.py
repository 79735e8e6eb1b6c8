from okrcli.render.doctor.looks import LOOKS, summary
from okrcli.views.doctor import Diagnosis, Examination, State


def test_every_state_has_a_look_of_its_own() -> None:
    assert set(LOOKS) == set(State)
    assert len({look.symbol for look in LOOKS.values()}) == len(State)


def test_summary_begins_with_the_worst() -> None:
    diagnoses = [Diagnosis(state, state, "") for state in (*State, State.NOTE)]

    assert summary(Examination(tuple(diagnoses))) == "1 error, 1 warning, 2 notes."
    assert summary(Examination(())) == "Nothing is wrong."
