from okrcli.actions.story.identities import same_key_results, same_kpis, same_objectives
from okrcli.model.objective import Objective
from tests.builders import a_key_result, a_kpi, an_objective

OLD = an_objective(a_key_result())
OTHER = an_objective(a_key_result(id="csat"), id="other", title="Other")


def joined(*versions: tuple[Objective | None, Objective | None]) -> list[tuple[str, str]]:
    pairs = same_objectives(versions)
    return [(before.id if before else "", now.id if now else "") for before, now in pairs]


def test_objective_with_another_name_is_known_by_what_it_says() -> None:
    by_title = an_objective(id="new")
    by_key_results = an_objective(a_key_result(), id="new", title="New")
    by_former = an_objective(id="new", title="New", formerly=["cx-leader"])

    for now in (by_title, by_key_results, by_former):
        assert joined((OLD, None), (None, now)) == [("cx-leader", "new")]


def test_objectives_that_have_nothing_in_common_are_two() -> None:
    elsewhere = an_objective(a_key_result(), cycle="2027-Q1")

    assert joined((OLD, None), (None, OTHER)) == [("", "other"), ("cx-leader", "")]
    assert joined((OLD, None), (None, elsewhere)) == [("", "cx-leader"), ("cx-leader", "")]
    assert joined((OLD, OLD)) == [("cx-leader", "cx-leader")]


def test_one_that_is_gone_becomes_one_other_at_most() -> None:
    first, second = an_objective(id="a"), an_objective(id="b")

    assert joined((OLD, None), (None, first), (None, second)) == [("cx-leader", "a"), ("", "b")]


def test_kpi_is_known_by_its_title_or_its_former_names() -> None:
    old, by_title = a_kpi(), a_kpi(id="score")
    by_former = a_kpi(id="score", title="Score", formerly=["nps"])

    assert same_kpis([(old, None), (None, by_title)]) == [(old, by_title)]
    assert same_kpis([(old, None), (None, by_former)]) == [(old, by_former)]
    assert len(same_kpis([(old, None), (None, a_kpi(id="csat", title="CSAT"))])) == 2


def test_key_result_keeps_its_identity_in_another_objective_or_under_another_id() -> None:
    moved = an_objective(a_key_result(), id="other", title="Other")
    renamed = an_objective(a_key_result(id="score"))
    changed = an_objective(a_key_result(id="score", title="Score", formerly=["nps"]))
    empty = an_objective()

    for versions in (
        [(OLD, empty), (an_objective(id="other", title="Other"), moved)],
        [(OLD, renamed)],
        [(OLD, changed)],
    ):
        [(before, now)] = same_key_results(versions)
        assert before is not None
        assert now is not None
        assert before.ref == "2026-Q4/cx-leader/nps"


def test_key_results_that_differ_are_one_gone_and_one_new() -> None:
    new = an_objective(a_key_result(id="csat", title="CSAT"))
    pairs = same_key_results([(OLD, new)])

    assert [(before and before.ref, now and now.ref) for before, now in pairs] == [
        (None, "2026-Q4/cx-leader/csat"),
        ("2026-Q4/cx-leader/nps", None),
    ]
