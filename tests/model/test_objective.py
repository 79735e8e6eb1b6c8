from typing import Any

import pytest
from pydantic import ValidationError

from tests.builders import a_key_result, an_objective


def test_objective_knows_its_references() -> None:
    objective = an_objective(a_key_result())
    assert objective.ref == "2026-Q4/cx-leader"
    assert objective.ref_of(objective.key_results[0]) == "2026-Q4/cx-leader/nps"


@pytest.mark.parametrize(
    "fields",
    [
        {"status": "done"},
        {"ambition": "bold"},
        {"impact": "fame"},
        {"progress_from": "nothing"},
        {"parent": "a/b/c"},
        {"title": ""},
        {"owner": "Ana"},
        {"goals": []},
    ],
)
def test_objective_with_a_wrong_key_is_refused(fields: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        an_objective(**fields)
