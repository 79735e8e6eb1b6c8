from okrcli.model.plan import Plan
from okrcli.model.settings import Settings
from okrcli.storage.partial.needs import Needs, words_of
from tests.builders import a_key_result, a_kpi, an_objective


def _needs(ref: str, plan: Plan) -> Needs:
    return Needs(plan, (ref,))


def test_words_of_a_reference_are_its_ids() -> None:
    assert words_of("2026-Q4/cx/nps") == ("2026-Q4", "cx", "nps")
    assert words_of("objectives/2026-Q4/cx.yaml") == ("cx",)
    assert words_of("/") == ()


def test_before_anything_is_known_only_the_words_are_needed() -> None:
    nothing = Plan(Settings())
    assert _needs("cx/nps", nothing).ids == {"cx", "nps"}
    assert _needs("cx/nps", nothing).mentioned == set()
    assert _needs("nps", nothing).mentioned == {"nps"}


def test_key_result_needs_its_kpi_the_guards_and_what_these_were() -> None:
    amendment = {"date": "2026-11-02", "field": "kpi", "was": "csat", "now": "nps", "why": "Better"}
    key_result = a_key_result(kpi="nps", guards=["cost"], amendments=[amendment])
    plan = Plan(Settings(), (an_objective(key_result, parent="2026/acme"),))
    needs = _needs("cx-leader/nps", plan)

    assert needs.ids == {"cx-leader", "nps", "csat", "cost", "acme"}
    assert needs.mentioned == {"cx-leader", "nps", "csat", "cost"}
    assert needs.spellings == {"cx-leader/nps", "nps", "csat", "cost"}


def test_objective_needs_all_below_it() -> None:
    child = an_objective(a_key_result(id="wait"), id="quick", parent="cx-leader")
    needs = _needs("cx-leader", Plan(Settings(), (an_objective(), child)))

    assert needs.key_results.keys() == {"2026-Q4/quick/wait"}
    assert needs.mentioned == {"cx-leader", "quick"}


def test_kpi_needs_what_it_is_and_was_computed_from_and_the_key_results_that_feed_it() -> None:
    changed = {"date": "2026-11-02", "field": "formula", "why": "Better"}
    amendment = {**changed, "was": "a + b", "now": "c - d"}
    kpi = a_kpi(formula="c - d", amendments=[amendment], formerly=["nps_old"])
    objective = an_objective(a_key_result(id="score", kpi="nps"), a_key_result(id="other"))
    needs = _needs("nps", Plan(Settings(), (objective,), (kpi,)))

    assert needs.ids == {"nps", "nps_old", "a", "b", "c", "d"}
    assert needs.key_results.keys() == {"2026-Q4/cx-leader/score"}
    assert {"cx-leader/score", "nps_old", "a", "d"} <= needs.spellings


def test_change_needs_the_whole_objective_and_what_is_computed() -> None:
    fed, beside = a_key_result(id="score", kpi="nps"), a_key_result(id="other", kpi="cost")
    kpis = [a_kpi(), a_kpi(id="index", formula="2 * nps"), a_kpi(id="mean", formula="index / n")]
    elsewhere = an_objective(a_key_result(id="wait"), id="quick")
    plan = Plan(Settings(), (an_objective(fed, beside), elsewhere), (*kpis, a_kpi(id="cost")))
    needs = _needs("nps", plan).of_change

    assert needs.key_results.keys() == {"2026-Q4/cx-leader/score", "2026-Q4/cx-leader/other"}
    assert {"nps", "index", "mean", "n", "cost"} <= needs.spellings
