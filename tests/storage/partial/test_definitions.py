import pytest

from okrcli.storage.loading import Loading
from okrcli.storage.partial.definitions import Definitions
from okrcli.storage.partial.needs import Needs

KEY_RESULT = "  - {{id: {}, title: Pace, type: binary}}\n"


def _objective(*ids: str, more: str = "") -> bytes:
    return f"title: Lead\n{more}key_results:\n{''.join(map(KEY_RESULT.format, ids))}".encode()


FILES = {
    "okr.yaml": b"version: 1\n",
    "objectives/2026-Q4/first.yaml": _objective("pace"),
    "objectives/2026-Q4/second.yaml": _objective("tempo", more="owner: ana\n"),
    "objectives/2026-Q4/third.yaml": _objective("tempo", "alone"),
    "objectives/2026-Q3/fourth.yaml": _objective("alone"),
}


@pytest.fixture
def definitions() -> Definitions:
    return Definitions(Loading(), dict(FILES))


def test_everything_is_loaded_where_it_is_asked_for(definitions: Definitions) -> None:
    plan = definitions.load_all()

    assert {*plan.sources} == FILES.keys()
    assert definitions.left == {}


def test_what_names_somebody_is_loaded_with_one_objective_of_each_cycle(
    definitions: Definitions,
) -> None:
    needs = definitions.load_for(["ana"])

    assert {*needs.plan.sources} == FILES.keys() - {"objectives/2026-Q4/third.yaml"}
    assert definitions.left.keys() == {"objectives/2026-Q4/third.yaml"}


def test_id_is_unique_where_no_other_key_result_of_the_cycle_has_it(
    definitions: Definitions,
) -> None:
    refs = ("first/pace", "second/tempo", "third/alone")
    needs = Needs(definitions.load_all(), refs)

    assert definitions.load_others_with_ids_of(needs) == {"pace", "alone"}


def test_other_one_with_an_id_is_looked_for_in_what_is_not_loaded(
    definitions: Definitions,
) -> None:
    needs = definitions.load_for(["ana", "second/tempo"])

    assert definitions.load_others_with_ids_of(needs) == set()
    assert definitions.left == {}
