from okrcli.actions.story.names import names_of, ref_of
from tests.builders import a_key_result, a_kpi, an_objective


def test_objective_and_kpi_have_their_present_name_first() -> None:
    objective = an_objective(formerly=["cx-first", "2026-Q3/cx"])
    kpi = a_kpi(formerly=["nps_old"])

    assert names_of(objective) == ["2026-Q4/cx-leader", "2026-Q4/cx-first", "2026-Q3/cx"]
    assert names_of(kpi) == ["nps", "nps_old"]
    assert (ref_of(objective), ref_of(kpi)) == ("2026-Q4/cx-leader", "nps")


def test_former_names_of_an_objective_compose_with_those_of_its_key_results() -> None:
    key_result = a_key_result(formerly=["score", "other/score", "2026-Q3/old/score"])
    objective = an_objective(key_result, formerly=["cx-first"])

    names = names_of(objective, key_result)
    assert names[0] == "2026-Q4/cx-leader/nps"
    assert {*names[1:]} == {
        "2026-Q4/cx-leader/score",
        "2026-Q4/cx-first/nps",
        "2026-Q4/cx-first/score",
        "2026-Q4/other/score",
        "2026-Q3/old/score",
    }
