from okrcli.views.doctor import Diagnosis, Examination, State


def test_states_are_counted() -> None:
    states = (State.OK, State.NOTE, State.NOTE)
    examination = Examination(tuple(Diagnosis("git", state, "") for state in states))

    assert [examination.count(state) for state in State] == [1, 2, 0, 0]
