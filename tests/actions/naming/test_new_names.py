"""Names that can be given."""

import pytest

from okrcli.actions.naming.new_names import name_of, require_form
from okrcli.errors import UsageError
from okrcli.model.base import ID_PATTERN, KPI_ID_PATTERN
from tests.builders import a_key_result, a_kpi, an_objective


@pytest.mark.parametrize("name", ["", "Growth", "a_b", "a b", "a\n", "-a", "é", "a" * 65])
def test_what_is_no_id_is_refused(name: str) -> None:
    with pytest.raises(UsageError, match="is not an id"):
        require_form(name, ID_PATTERN)


def test_ids_are_accepted() -> None:
    require_form("cx-leader-2", ID_PATTERN)
    require_form("first_reply", KPI_ID_PATTERN)


def test_things_are_called_with_their_cycle() -> None:
    key_result = a_key_result()
    objective = an_objective(key_result)
    assert name_of(objective) == "2026-Q4/cx-leader"
    assert name_of((objective, key_result)) == "2026-Q4/cx-leader/nps"
    assert name_of(a_kpi()) == "nps"
